package reading

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

var update = flag.Bool("update", false, "rewrite the expected half of testdata/*.txtar")

// TestArchives reads each report of testdata and compares what it says with
// the second half of the archive. The reports are our own sentences.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives in testdata: %v", err)
	}
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			day, err := edtf.ParseDay(strings.TrimSpace(string(ar.Comment)))
			if err != nil {
				t.Fatalf("%s: the first line must be the date: %v", file, err)
			}
			if len(ar.Files) != 2 {
				t.Fatalf("%s: want the files report and reading", file)
			}
			got, err := r.Read(&report.Report{ID: filepath.Base(file), Published: day, Text: strings.TrimSpace(string(ar.Files[0].Data))})
			if err != nil {
				t.Fatal(err)
			}
			checkSpans(t, strings.TrimSpace(string(ar.Files[0].Data)), got)
			text := printReading(got)
			if *update {
				ar.Files[1].Data = []byte(text)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(ar.Files[1].Data), text); d != "" {
				t.Errorf("%s (-want +got):\n%s", file, d)
			}
		})
	}
}

// checkSpans holds the law that every span lies in the text and quotes it, and
// that every engagement has evidence.
func checkSpans(t *testing.T, text string, r *Reading) {
	t.Helper()
	for i := range r.Engagements {
		e := &r.Engagements[i]
		if len(e.Evidence) == 0 {
			t.Errorf("engagement %d (%s) has no evidence", i, brief(e))
		}
		for _, s := range e.Evidence {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End || text[s.Start:s.End] != s.Quote {
				t.Errorf("engagement %d (%s): span %d-%d does not quote %q", i, brief(e), s.Start, s.End, s.Quote)
			}
		}
	}
	for _, c := range r.Claims {
		if c.Start < 0 || c.End > len(text) || c.Start >= c.End || text[c.Start:c.End] != c.Quote {
			t.Errorf("claim %s: span %d-%d does not quote %q", c.Type, c.Start, c.End, c.Quote)
		}
	}
}

// printReading writes a reading as the archives hold it: a line for each
// engagement, each claim and each speaker.
func printReading(r *Reading) string {
	var b strings.Builder
	who := func(ps []Party) string {
		var out []string
		for _, p := range ps {
			s := string(p.Role) + " " + p.Country
			if p.Person != "" {
				s += " " + p.Person
			}
			out = append(out, s)
		}
		return strings.Join(out, ", ")
	}
	or := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for i := range r.Engagements {
		e := &r.Engagements[i]
		fmt.Fprintf(&b, "%s %s: %s | %s/%s | %s", e.Kind, e.Status, who(e.Parties), or(e.Country), or(e.Place), or(string(e.When)))
		if e.Event != "" {
			fmt.Fprintf(&b, " | %s", e.Event)
		}
		if e.Number > 0 {
			fmt.Fprintf(&b, " | number %d", e.Number)
		}
		if e.NextHost != "" {
			fmt.Fprintf(&b, " | next host %s", e.NextHost)
		}
		b.WriteByte('\n')
		for _, s := range e.Attribution {
			fmt.Fprintf(&b, "    said by %s, %s, %s; %s; via %s\n", or(s.Name), or(s.Office), or(s.Country), or(s.Venue), or(s.Via))
		}
	}
	for _, c := range r.Claims {
		fmt.Fprintf(&b, "claim %s %s: %s | %s | %s\n", c.Type, or(string(c.Kind)), who(c.Parties), or(c.Value), or(c.Country))
	}
	return b.String()
}
