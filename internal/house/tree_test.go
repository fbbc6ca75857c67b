package house

import (
	"bytes"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// root is the top of the repository, seen from this folder.
const root = "../.."

// tracked lists the files of the repository, as paths from its top: what git
// tracks, or, where there is no git (a source archive), every file.
func tracked(t *testing.T) []string {
	t.Helper()
	git := exec.Command("git", "ls-files", "-z")
	git.Dir = root
	if out, err := git.Output(); err == nil {
		var files []string
		for name := range bytes.SplitSeq(bytes.Trim(out, "\x00"), []byte{0}) {
			files = append(files, string(name))
		}
		return files
	}
	var files []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		files = append(files, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatalf("listing the tree: %v", err)
	}
	return files
}

// sourceFiles lists the tracked Go files under internal and cmd that are not tests.
func sourceFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, name := range tracked(t) {
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") &&
			(strings.HasPrefix(name, "internal/") || strings.HasPrefix(name, "cmd/")) {
			files = append(files, name)
		}
	}
	if len(files) == 0 {
		t.Fatal("found no Go files; is the test run from its own folder?")
	}
	return files
}
