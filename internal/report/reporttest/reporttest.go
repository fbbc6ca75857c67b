// Package reporttest is what the tests of every format share.
package reporttest

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// Lines writes each report as `id | published | outlet | url | title | text`
// with the text quoted, and each failure as `! message`, in order.
func Lines(reports iter.Seq2[*report.Report, error]) []string {
	var out []string
	for r, err := range reports {
		if err != nil {
			out = append(out, "! "+err.Error())
			continue
		}
		out = append(out, fmt.Sprintf("%s | %s | %s | %s | %s | %q", r.ID, r.Published, r.Outlet, r.URL, r.Title, r.Text))
	}
	return out
}

// Want compares Lines with what they should be.
func Want(t *testing.T, reports iter.Seq2[*report.Report, error], want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, Lines(reports)); diff != "" {
		t.Errorf("reports and failures (-want +got):\n%s", diff)
	}
}

// Day reads a day that a test is sure of.
func Day(t *testing.T, s string) *edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// Law holds for whatever bytes come in: each report has an id, a day that
// prints and reads as the same day, valid UTF-8 without NUL, and a text or a
// title; each failure names its input, a reason and a kind; nothing is both.
func Law(t *testing.T, in *report.Input, read func(*report.Input) iter.Seq2[*report.Report, error]) {
	t.Helper()
	for r, err := range read(in) {
		if (r == nil) == (err == nil) {
			t.Fatalf("got report %v together with error %v", r, err)
		}
		if err != nil {
			lawOfFailures(t, in, err)
			continue
		}
		if d, err := edtf.ParseDay(r.Published.String()); err != nil || d != r.Published {
			t.Errorf("published %d prints as %s and reads as %d, %v", r.Published, r.Published, d, err)
		}
		if r.ID == "" {
			t.Errorf("a report without an id: %+v", r)
		}
		if strings.TrimSpace(r.Text) == "" && strings.TrimSpace(r.Title) == "" {
			t.Errorf("a report without text and title: %+v", r)
		}
		for _, s := range []string{r.ID, r.Outlet, r.URL, r.Title, r.Text} {
			if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
				t.Errorf("not valid text: %q", s)
			}
		}
	}
}

func lawOfFailures(t *testing.T, in *report.Input, err error) {
	t.Helper()
	var f *report.Failure
	if !errors.As(err, &f) || f.Input != in.Name || f.Reason == "" || f.Kind == nil {
		t.Errorf("an incomplete failure: %#v", err)
	}
	if strings.ContainsAny(err.Error(), "\n\r") || !utf8.ValidString(err.Error()) {
		t.Errorf("a failure that is not one line of text: %q", err)
	}
}

// FromAnyPlace wants that reading may stop behind any report or failure and go
// on from there, with the same reports and failures as in one go, and that a
// place behind the end of a file is told of.
func FromAnyPlace(t *testing.T, read func(*report.Input) iter.Seq2[*report.Report, error], file string) {
	t.Helper()
	if n := GoesOn(t, read, file, len(file)); n < 3 {
		t.Fatalf("only %d reports and failures", n)
	}
	for _, err := range read(&report.Input{Name: "in", Limit: 4 << 10, Body: strings.NewReader(file), From: report.Place{Offset: int64(len(file)) + 100, Entry: 9}}) {
		if !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
			t.Errorf("from behind its end: got %v, want that it is shorter", err)
		}
	}
}

// GoesOn is the law that reading may stop behind any of the first reports and
// failures and go on from there. It gives how many there are in all.
func GoesOn(t *testing.T, read func(*report.Input) iter.Seq2[*report.Report, error], file string, first int) int {
	t.Helper()
	open := func(from report.Place) *report.Input {
		return &report.Input{Name: "in", Limit: 4 << 10, Body: strings.NewReader(file), From: from}
	}
	want := Lines(read(open(report.Place{})))
	in := open(report.Place{})
	n := 0
	for range read(in) {
		n++
		if n > first {
			break
		}
		rest := Lines(read(open(in.Reached)))
		if n == len(want) && slices.Equal(rest, want[n-1:]) {
			break // it broke off there, and does so again
		}
		if d := cmp.Diff(want[n:], rest, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("from %+v, behind number %d (-in one go +from there):\n%s", in.Reached, n, d)
		}
	}
	return len(want)
}
