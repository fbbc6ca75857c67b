package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

// A report can end anywhere: whatever the last word is, reading looks for no
// word behind it.
func TestASentenceCutShortIsRead(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/plain*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sentences: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			day, rest, ok := strings.Cut(line, "\t")
			text, _, told := strings.Cut(rest, "\t")
			if !ok || !told || strings.HasPrefix(line, "#") {
				continue
			}
			words := strings.Fields(text)
			for n := range words {
				cut := strings.Join(words[:n], " ")
				if _, err := r.Read(&report.Report{ID: "cut", Published: *reporttest.Day(t, day), Text: cut}); err != nil {
					t.Errorf("%q: %v", cut, err)
				}
			}
		}
	}
}
