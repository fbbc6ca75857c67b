package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report/published"
)

// DefaultLimit is how large one report may be, in bytes: a text file, a page,
// a line of JSON, a row of CSV, an entry of an archive.
const DefaultLimit = 16 << 20

// Input is one stream of bytes that a format reads reports from.
type Input struct {
	Name      string    // how the user knows it; failures start with it
	ID        string    // id of the report where the format gives none; empty: a hash of the report
	URL       string    // where it came from, or empty
	MediaType string    // the Content-Type it came with, or empty
	Published *edtf.Day // stands in where a report has no date; nil: such a report is refused
	Limit     int       // most bytes of one report; 0 is DefaultLimit
	Body      io.Reader
	From      Place // where to begin: what lies before was read at another time; only lines, tables and archives can
	Reached   Place // kept by these formats: the place behind the report or failure given last
}

// MaxBytes is the limit in force.
func (in *Input) MaxBytes() int {
	if in.Limit > 0 {
		return in.Limit
	}
	return DefaultLimit
}

// Fail makes the failure of one entry; an empty entry is the whole input.
func (in *Input) Fail(entry string, kind error, format string, args ...any) *Failure {
	err := fmt.Errorf(format, args...)
	return &Failure{Input: in.Name, Entry: entry, Reason: err.Error(), Kind: kind, Cause: errors.Unwrap(err)}
}

// FailRead makes the failure of an input that broke off while it was read.
// A Failure that came up from below is kept.
func (in *Input) FailRead(entry string, err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return &Failure{Input: in.Name, Entry: entry, Reason: f.Reason, Kind: f.Kind, Cause: f.Cause}
	}
	return in.Fail(entry, ErrUnavailable, "cannot be read: %w", err)
}

// FailTooLarge makes the failure of a report over the limit. What is a word
// for it: "file", "line", "row".
func (in *Input) FailTooLarge(entry, what string) *Failure {
	return in.Fail(entry, ErrTooLarge, "the %s is over %s; split it into reports of less", what, Size(in.MaxBytes()))
}

// Admit fills what a foreign item left open and checks the rules for a report:
// a publication date (date as the item wrote it, or in.Published where it
// wrote none), valid UTF-8 without NUL in every field, and a text or a title.
// It gives nil for a report that may pass on.
func (in *Input) Admit(r *Report, entry, date string) *Failure {
	if f := in.checkText(r, entry); f != nil {
		return f
	}
	switch date = strings.TrimSpace(date); {
	case date != "":
		day, err := published.Parse(date)
		if err != nil {
			return in.Fail(entry, ErrInvalid, "publication %w", err)
		}
		r.Published = day
	case in.Published != nil:
		r.Published = *in.Published
	default:
		return in.Fail(entry, ErrNoDate, "no publication date; add one or give --published YYYY-MM-DD")
	}
	if r.ID == "" {
		r.ID = in.ID
	}
	if r.ID == "" {
		r.ID = contentID(r)
	}
	return nil
}

func (in *Input) checkText(r *Report, entry string) *Failure {
	for _, f := range []struct{ name, value string }{
		{"id", r.ID}, {"title", r.Title}, {"outlet", r.Outlet}, {"url", r.URL}, {"text", r.Text},
	} {
		if i := invalidUTF8(f.value); i >= 0 {
			return in.Fail(entry, ErrInvalid, "%s is not valid UTF-8 at its byte %d; convert the input to UTF-8", f.name, i)
		}
		if i := strings.IndexByte(f.value, 0); i >= 0 {
			return in.Fail(entry, ErrInvalid, "%s holds a NUL character at its byte %d, so it is no text", f.name, i)
		}
	}
	if strings.TrimSpace(r.Text) == "" && strings.TrimSpace(r.Title) == "" {
		return in.Fail(entry, ErrInvalid, "neither text nor title")
	}
	return nil
}

// contentID is a hash of what makes a report what it is, so that the same
// report has the same id wherever it is read from.
func contentID(r *Report) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s", r.Published, r.Outlet, r.Title, r.Text)
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// invalidUTF8 gives the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

// Size writes a limit for people: "16 MB" where it is whole, else bytes.
func Size(n int) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
