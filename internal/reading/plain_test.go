package reading

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// TestPlainNews reads sentences as wires write them, our own about public
// facts, and looks for what each must say at least.
func TestPlainNews(t *testing.T) {
	files, err := filepath.Glob("testdata/plain*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var data []byte
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, b...)
	}
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			t.Fatalf("plain*.tsv:%d: %d columns, want 3", n+1, len(f))
		}
		day, err := edtf.ParseDay(f[0])
		if err != nil {
			t.Fatalf("plain*.tsv:%d: %v", n+1, err)
		}
		cases++
		got, err := r.Read(&report.Report{ID: "plain", Published: day, Text: f[1]})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range strings.Split(f[2], "; ") {
			if want == "nothing" && len(got.Engagements) == 0 {
				continue
			}
			if want == "nothing" || !tells(got, want) {
				t.Errorf("plain*.tsv:%d: %q\n  want %s\n  got\n%s", n+1, f[1], want, printReading(got))
			}
		}
	}
	if cases < 40 {
		t.Fatalf("%d cases, want 40 or more", cases)
	}
}

// tells looks for "kind parties status [when]" in a reading; "-" for when: it
// has no date.
func tells(r *Reading, want string) bool {
	f := strings.Fields(want)
	for i := range r.Engagements {
		e := &r.Engagements[i]
		one := Reading{Engagements: []Engagement{*e}}
		if !says(&one, f[0]+" "+f[1]) || string(e.Status) != f[2] {
			continue
		}
		if len(f) < 4 || string(e.When) == f[3] || f[3] == "-" && e.When == "" {
			return true
		}
	}
	return false
}
