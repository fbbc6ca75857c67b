package house

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// machinePath matches an absolute path into somebody's machine. It is put
// together from pieces so that it does not match itself.
var machinePath = regexp.MustCompile(`(?:^|[^A-Za-z0-9_.])/(?:` + strings.Join([]string{"work", "root", "farm", "Users", "home"}, "|") + `)/[a-z]`)

func TestNoFileHoldsAPathOfOneMachine(t *testing.T) {
	each(t, func(name string, text []byte) {
		for n, line := range bytes.Split(text, []byte("\n")) {
			if m := machinePath.Find(line); m != nil {
				t.Errorf("%s:%d holds an absolute path of one machine: %q", name, n+1, m)
			}
		}
	})
}

// TestTestsNeedNothingFromOutside holds that no test reads the data sets that
// `make eval` scores against: a clone must be complete in itself.
func TestTestsNeedNothingFromOutside(t *testing.T) {
	outsideData := regexp.MustCompile("shared/" + "(eval|treebank|seed)")
	each(t, func(name string, text []byte) {
		if (strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/")) && outsideData.Match(text) {
			t.Errorf("%s refers to a data set outside the repository", name)
		}
	})
}

// each calls f with every tracked file that is text (no zero byte in its
// first kilobytes).
func each(t *testing.T, f func(name string, text []byte)) {
	t.Helper()
	read := 0
	for _, name := range tracked(t) {
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if bytes.IndexByte(text[:min(len(text), 4096)], 0) >= 0 {
			continue
		}
		read++
		f(name, text)
	}
	if read == 0 {
		t.Fatal("read no file")
	}
}
