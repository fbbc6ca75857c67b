package main

import (
	"bytes"
	"debug/buildinfo"
	"debug/elf"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

const root = "../../.."

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestEveryCommandHasAManPage(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	for _, folder := range []string{one, two} {
		if err := run([]string{"man", folder}, nil); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	var each func(c *cobra.Command)
	each = func(c *cobra.Command) {
		n++
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
		a, err := os.ReadFile(filepath.Join(one, name))
		if err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(filepath.Join(two, name)); err != nil || !bytes.Equal(a, b) {
			t.Errorf("%s is another one when it is made again, error %v", name, err)
		}
		if !bytes.Contains(a, []byte(".SH NAME")) || !bytes.Contains(a, []byte(`"Jan 1970"`)) {
			t.Errorf("%s is no man page of the day given:\n%.300s", name, a)
		}
		for _, sub := range c.Commands() {
			if sub.Name() != "help" && sub.Name() != "completion" {
				each(sub)
			}
		}
	}
	each(commands())
	if n < 25 {
		t.Errorf("only %d commands", n)
	}
}

func TestMaterialsNameWhatIsLinked(t *testing.T) {
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var one, two bytes.Buffer
	for _, out := range []*bytes.Buffer{&one, &two} {
		if err := run([]string{"sbom", binary, filepath.Join(root, "NOTICE")}, out); err != nil {
			t.Fatal(err)
		}
	}
	if one.String() != two.String() {
		t.Error("the same binary gives two bills of materials")
	}
	var b bom
	if err := json.Unmarshal(one.Bytes(), &b); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(b.Serial) || b.Format != "CycloneDX" || b.Metadata.Component.Name != "chancery" {
		t.Errorf("its head is wrong: %.500s", one.String())
	}
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Components) != len(info.Deps)+1 || len(b.Dependencies[0].Depends) != len(b.Components) {
		t.Errorf("%d components and %d dependencies, want the %d modules and the standard library", len(b.Components), len(b.Dependencies[0].Depends), len(info.Deps))
	}
	found := false
	for _, c := range b.Components {
		if c.Name == "modernc.org/sqlite" {
			found = len(c.Licences) == 1 && strings.Contains(c.Licences[0].Licence.Name, "BSD") && c.PURL == "pkg:golang/modernc.org/sqlite@"+c.Version
		}
	}
	if !found {
		t.Error("modernc.org/sqlite is not there with its licence")
	}
	if err := run([]string{"sbom", "main.go"}, &one); err == nil {
		t.Error("a file that is no binary has materials")
	}
}

// TestPackagingCallsCommandsThatThereAre: what the units, the image and the
// compose file call are commands of the program, with flags that they have.
func TestPackagingCallsCommandsThatThereAre(t *testing.T) {
	calls := map[string][]string{}
	for _, unit := range []string{"packaging/chancery.service", "packaging/chancery-watch.service"} {
		for _, m := range regexp.MustCompile(`(?m)^ExecStart=/usr/bin/chancery (.*)$`).FindAllStringSubmatch(read(t, unit), -1) {
			calls[unit] = strings.Fields(m[1])
		}
	}
	list := func(text string) (out []string) {
		for _, word := range strings.Split(text, ",") {
			out = append(out, strings.Trim(strings.TrimSpace(word), `"`))
		}
		return out
	}
	calls["Containerfile"] = list(regexp.MustCompile(`(?m)^CMD \[(.*)\]$`).FindStringSubmatch(read(t, "packaging/Containerfile"))[1])
	for _, m := range regexp.MustCompile(`(?m)^  (\w+):\n    <<: \*chancery\n    command: \[(.*)\]$`).FindAllStringSubmatch(read(t, "packaging/compose.yaml"), -1) {
		calls["compose.yaml "+m[1]] = list(m[2])
	}
	if len(calls) != 6 {
		t.Fatalf("found %d calls, want those of two units, an image and three services: %v", len(calls), calls)
	}
	for where, args := range calls {
		c, rest, err := commands().Find(args)
		if err != nil || c.Name() != args[0] {
			t.Errorf("%s calls %v: there is no such command (%v)", where, args, err)
			continue
		}
		if err := c.ParseFlags(rest); err != nil {
			t.Errorf("%s calls %v: %v", where, args, err)
		}
	}
	flags := `-s -w -buildid= -X main.version=`
	for _, path := range []string{"Makefile", "packaging/Containerfile"} {
		if !strings.Contains(read(t, path), flags) || !strings.Contains(read(t, path), "-trimpath") {
			t.Errorf("%s does not build with %q and -trimpath", path, flags)
		}
	}
}

// TestTheSameSourceGivesTheSameBytes builds the program in two folders.
func TestTheSameSourceGivesTheSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	tracked, err := exec.CommandContext(t.Context(), "git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "cmd", "internal", "go.mod", "go.sum").Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	other := t.TempDir()
	for _, name := range strings.Split(strings.Trim(string(tracked), "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // deleted, but not yet from git's list
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(other, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(other, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := func(folder string) string {
		t.Helper()
		out := filepath.Join(t.TempDir(), "chancery")
		c := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid= -X main.version=test", "-o", out, "./cmd/chancery")
		c.Dir, c.Env = folder, append(os.Environ(), "CGO_ENABLED=0")
		if text, err := c.CombinedOutput(); err != nil {
			t.Fatalf("go build in %s: %v\n%s", folder, err, text)
		}
		return out
	}
	one, two := build(root), build(other)
	a, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(two); err != nil || !bytes.Equal(a, b) {
		t.Errorf("built in two folders, the program has %d and %d bytes, and not the same ones; error %v", len(a), len(b), err)
	}
	if runtime.GOOS != "linux" {
		return
	}
	f, err := elf.Open(one)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the program is not static: it asks for a loader")
		}
	}
}
