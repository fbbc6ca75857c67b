package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadmeIsTrue runs the console blocks of README.md and wants what they
// show. "$ cat FILE" makes the file that it shows; "$ chancery ..." is run in
// a folder that has examples/. How many engagements the samples give moves with
// every improvement of the reading, so numbers are not compared. CHANCERY_UPDATE=1 writes
// README.md anew.
func TestReadmeIsTrue(t *testing.T) {
	readme, err := filepath.Abs("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs("../../../examples")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("examples", os.DirFS(examples)); err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```console\n(.*?)```")
	if !blocks.Match(text) {
		t.Fatal("README.md has no console block")
	}
	now := blocks.ReplaceAllFunc(text, func(block []byte) []byte {
		body := blocks.FindSubmatch(block)[1]
		return []byte("```console\n" + transcript(t, string(body)) + "```")
	})
	if os.Getenv("CHANCERY_UPDATE") != "" {
		if err := os.WriteFile(readme, now, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	number := regexp.MustCompile(`\d+ (new|changed|in the record|engagements?)`)
	blur := func(text []byte) string { return number.ReplaceAllString(string(text), "N $1") }
	if diff := cmp.Diff(blur(text), blur(now)); diff != "" {
		t.Errorf("README.md does not show what the program prints (-README +program); CHANCERY_UPDATE=1 mends it:\n%s", diff)
	}
}

// transcript runs the commands of a block and gives the block as it should be.
func transcript(t *testing.T, block string) string {
	t.Helper()
	var out strings.Builder
	for _, part := range strings.Split("\n"+block, "\n$ ")[1:] {
		command, shown, _ := strings.Cut(part, "\n")
		out.WriteString("$ " + command + "\n")
		words := strings.Fields(command)
		switch {
		case words[0] == "cat":
			shown = strings.TrimSuffix(shown, "\n") + "\n"
			if err := os.WriteFile(words[1], []byte(shown), 0o644); err != nil {
				t.Fatal(err)
			}
			out.WriteString(shown)
		case words[0] == "chancery":
			var result bytes.Buffer
			inv := Invocation{Args: words[1:], Out: &result, Err: &result, Getenv: func(string) string { return "" }}
			if code := inv.Run(t.Context()); code != exitDone {
				t.Errorf("%s exited with %d: %s", command, code, result.String())
			}
			out.Write(result.Bytes())
			// What serve prints is tested apart.
			if i := strings.Index(shown, "Chancery is at"); i >= 0 {
				out.WriteString(shown[i:])
			}
		default:
			t.Errorf("README.md runs %q; the test knows cat and chancery", words[0])
		}
	}
	return out.String()
}
