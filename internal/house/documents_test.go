package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// aPath matches what a document sets in code font and that looks like a path
// of this repository: `internal/report`, `docs/figures.md`, `.ci/run`.
var aPath = regexp.MustCompile("`((?:internal|cmd|docs|examples|scripts|tools|\\.ci)/[A-Za-z0-9_./-]*)`")

// aLink matches the target of a Markdown link to a file beside the document.
var aLink = regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)

func TestPathsInDocumentsExist(t *testing.T) {
	found := 0
	for _, name := range tracked(t) {
		if !strings.HasSuffix(name, ".md") || strings.Contains(name, "testdata/") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range aPath.FindAllStringSubmatch(string(text), -1) {
			found++
			if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
				t.Errorf("%s names `%s`, which does not exist", name, m[1])
			}
		}
		for _, m := range aLink.FindAllStringSubmatch(string(text), -1) {
			found++
			if _, err := os.Stat(filepath.Join(root, filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links to %s, which does not exist", name, m[1])
			}
		}
	}
	if found == 0 {
		t.Fatal("found no path in any document")
	}
}

func TestArchitectureNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	for room := range rooms {
		if !strings.Contains(string(text), "`internal/"+room+"`") {
			t.Errorf("ARCHITECTURE.md says nothing of `internal/%s`", room)
		}
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	documented := map[string]bool{}
	for _, name := range sourceFiles(t) {
		dir := filepath.Dir(name)
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		has := regexp.MustCompile(`(?m)^// (Package|Command) \w`).Match(text)
		documented[dir] = documented[dir] || has
	}
	for dir, has := range documented {
		if !has {
			t.Errorf("%s has no package comment", dir)
		}
	}
}
