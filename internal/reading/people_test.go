package reading

import (
	"os"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// TestPeople reads news of our own in which people are named once and then go
// by their office, their country or a pronoun, and looks for who is said to
// take part.
func TestPeople(t *testing.T) {
	data, err := os.ReadFile("testdata/people.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			t.Fatalf("people.tsv:%d: %d columns, want 3", n+1, len(f))
		}
		day, err := edtf.ParseDay(f[0])
		if err != nil {
			t.Fatalf("people.tsv:%d: %v", n+1, err)
		}
		got, err := r.Read(&report.Report{ID: "people", Published: day, Text: f[1]})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range strings.Split(f[2], "; ") {
			if !names(got, want) {
				t.Errorf("people.tsv:%d: %q\n  want %s\n  got\n%s", n+1, f[1], want, printReading(got))
			}
		}
	}
}

// names looks for "kind status: NAME@CODE + NAME@CODE" in a reading; "none"
// asks for no engagement.
func names(r *Reading, want string) bool {
	if want == "none" {
		return len(r.Engagements) == 0
	}
	head, people, _ := strings.Cut(want, ": ")
	for i := range r.Engagements {
		e := &r.Engagements[i]
		if head != string(e.Kind)+" "+string(e.Status) {
			continue
		}
		all := true
		for _, one := range strings.Split(people, " + ") {
			found := false
			for _, q := range e.Parties {
				found = found || q.Person+"@"+q.Country == one
			}
			all = all && found
		}
		if all {
			return true
		}
	}
	return false
}
