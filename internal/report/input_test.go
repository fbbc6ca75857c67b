package report_test

import (
	"errors"
	"io"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func TestAdmit(t *testing.T) {
	for _, c := range []struct {
		name, date string
		published  bool
		report     report.Report
		wantKind   error
		want       string // the report's day, or the failure
	}{
		{"a date", "16 Nov 2024", true, report.Report{Text: "T"}, nil, "2024-11-16"},
		{"the stand-in", " ", true, report.Report{Text: "T"}, nil, "2020-01-02"},
		{"no date", "", false, report.Report{Text: "T"}, report.ErrNoDate, "in: line 3: no publication date; add one or give --published YYYY-MM-DD"},
		{"a bad date", "2024-13-45", true, report.Report{Text: "T"}, report.ErrInvalid, `in: line 3: publication date "2024-13-45": there is no month 13`},
		{"a bad title", "2024-11-16", false, report.Report{Title: "\ufffd\xff", Text: "T"}, report.ErrInvalid, "in: line 3: title is not valid UTF-8 at its byte 3; convert the input to UTF-8"},
		{"a NUL in the id", "2024-11-16", false, report.Report{ID: "\x00", Text: "T"}, report.ErrInvalid, "in: line 3: id holds a NUL character at its byte 0, so it is no text"},
		{"nothing to read", "2024-11-16", false, report.Report{Title: " ", Text: "\n"}, report.ErrInvalid, "in: line 3: neither text nor title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := &report.Input{Name: "in"}
			if c.published {
				in.Published = reporttest.Day(t, "2020-01-02")
			}
			r := c.report
			f := in.Admit(&r, "line 3", c.date)
			switch {
			case f == nil && (c.wantKind != nil || r.Published.String() != c.want):
				t.Errorf("published %s; want %s", r.Published, c.want)
			case f != nil && (c.wantKind == nil || !errors.Is(f, c.wantKind) || f.Error() != c.want):
				t.Errorf("got %v of kind %v; want %q of kind %v", f, f.Kind, c.want, c.wantKind)
			}
		})
	}
}

func TestIDs(t *testing.T) {
	id := func(in report.Input, r report.Report) string {
		if f := in.Admit(&r, "", "2024-11-16"); f != nil {
			t.Fatal(f)
		}
		return r.ID
	}
	one := id(report.Input{Name: "a"}, report.Report{Title: "T", Text: "x"})
	if other := id(report.Input{Name: "b"}, report.Report{Title: "T", Text: "x"}); other != one {
		t.Errorf("the same report has ids %s and %s in two inputs", one, other)
	}
	if other := id(report.Input{Name: "a"}, report.Report{Title: "Tx", Text: ""}); other == one {
		t.Errorf("two reports share the id %s", one)
	}
	if got := id(report.Input{ID: "file"}, report.Report{Text: "x"}); got != "file" {
		t.Errorf("id = %q; want the input's, file", got)
	}
	if got := id(report.Input{ID: "file"}, report.Report{ID: "own", Text: "x"}); got != "own" {
		t.Errorf("id = %q; want the report's, own", got)
	}
}

func TestFailureKeepsItsCause(t *testing.T) {
	in := &report.Input{Name: "in"}
	below := in.Fail("", report.ErrInvalid, "the archive is damaged: %w", io.ErrUnexpectedEOF)
	f := in.FailRead("line 2", below)
	if got, want := f.Error(), "in: line 2: the archive is damaged: unexpected EOF"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
	if !errors.Is(f, report.ErrInvalid) || !errors.Is(f, io.ErrUnexpectedEOF) || errors.Is(f, report.ErrUnavailable) {
		t.Errorf("%v is not of its kind and cause alone", f)
	}
	if f := in.FailRead("", io.ErrClosedPipe); !errors.Is(f, report.ErrUnavailable) || f.Error() != "in: cannot be read: io: read/write on closed pipe" {
		t.Errorf("got %v of kind %v; want one to try again", f, f.Kind)
	}
}

func TestSize(t *testing.T) {
	for n, want := range map[int]string{16 << 20: "16 MB", 3 << 10: "3 KB", 1000: "1000 bytes"} {
		if got := report.Size(n); got != want {
			t.Errorf("Size(%d) = %q; want %q", n, got, want)
		}
	}
}
