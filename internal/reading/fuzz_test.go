package reading_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// FuzzRead holds the laws of a reading for any text and date: no panic, every
// span lies in the text and quotes it, every engagement has evidence, and a
// Reader that has read other things before says the same as a new one. Run it
// with -fuzzminimizetime 1x: most of the time goes into shortening inputs
// otherwise.
func FuzzRead(f *testing.F) {
	for _, r := range ours(f) {
		lead, _, _ := strings.Cut(r.Text, "\n\n")
		f.Add(lead, int(r.Published))
	}
	for _, x := range pathological() {
		if len(x.text) < 1<<10 {
			f.Add(x.text, 20000)
		}
	}
	before := &report.Report{ID: "before", Published: 20000, Text: "ROME, Feb 27 - President Emmanuel Macron met Giorgia Meloni in Rome on Tuesday. He will visit Berlin next week."}
	used, err := reading.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, day int) {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) || len(text) > 1<<12 {
			t.Skip("no report has such a text")
		}
		r := &report.Report{ID: "f", Published: edtf.Day(day % 200_000), Text: text}
		if _, err := used.Read(before); err != nil {
			t.Fatal(err)
		}
		got := mustRead(t, used, r)
		obeys(t, r, got)
		fresh, err := reading.New()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(mustRead(t, fresh, r), got); diff != "" {
			t.Errorf("%q: a used Reader differs from a new one (-new +used):\n%s", text, diff)
		}
		if diff := cmp.Diff(got, mustRead(t, used, r)); diff != "" {
			t.Errorf("%q: read again it differs (-first +second):\n%s", text, diff)
		}
	})
}

func mustRead(t testing.TB, reader *reading.Reader, r *report.Report) *reading.Reading {
	t.Helper()
	got, err := reader.Read(r)
	if err != nil {
		t.Fatalf("%.300q: %v", r.Text, err)
	}
	return got
}

// obeys checks what must hold of every reading.
func obeys(t testing.TB, r *report.Report, got *reading.Reading) {
	t.Helper()
	within := func(what string, start, end int) bool {
		if start < 0 || start >= end || end > len(r.Text) {
			t.Errorf("%.300q: %s has span %d-%d in a text of %d bytes", r.Text, what, start, end, len(r.Text))
			return false
		}
		return true
	}
	for _, e := range got.Engagements {
		if len(e.Evidence) == 0 {
			t.Errorf("%.300q: a %s without evidence", r.Text, e.Kind)
		}
		if e.Confidence < 0 || e.Confidence > 1 {
			t.Errorf("%.300q: a %s with confidence %v", r.Text, e.Kind, e.Confidence)
		}
		for _, s := range e.Evidence {
			if within(string(e.Kind)+" "+s.Field, s.Start, s.End) && r.Text[s.Start:s.End] != s.Quote {
				t.Errorf("%.300q: %s quotes %q where the text has %q", r.Text, e.Kind, s.Quote, r.Text[s.Start:s.End])
			}
		}
	}
	for _, c := range got.Claims {
		if within("claim "+string(c.Type), c.Start, c.End) && r.Text[c.Start:c.End] != c.Quote {
			t.Errorf("%.300q: claim %s quotes %q where the text has %q", r.Text, c.Type, c.Quote, r.Text[c.Start:c.End])
		}
	}
	last := 0
	for _, x := range got.Times {
		if within("time "+x.Value, x.Start, x.End) && x.Start < last {
			t.Errorf("%.300q: time %s at %d is behind one at %d", r.Text, x.Value, x.Start, last)
		}
		last = x.Start
	}
}
