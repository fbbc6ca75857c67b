// Package jsonl reads reports from JSON: one object a line, or an array or a
// run of objects spread over lines.
//
// An object has "id", "published", "title", "text" and perhaps "outlet" and
// "url"; other fields are passed over. A text comes out byte for byte as the
// JSON string says, so that offsets into it hold outside this program. A bad
// line costs that line alone; in an array that is broken between its objects
// the rest is lost, and the failure says so.
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/charset"
)

// errTooLong stands for a line or value over the limit; it was passed over.
var errTooLong = errors.New("too long")

// splitter gives the next value and the line it starts on. Its bytes are good
// until the next call.
type splitter interface {
	next() (value []byte, line int, err error)
	reached() report.Place // behind it; the zero Place where nobody can begin there
}

// Lines reads one object a line.
func Lines(in *report.Input) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		l := &lines{r: buffered(in), limit: in.MaxBytes()}
		if err := l.begin(in.From); err != nil {
			yield(nil, in.FailRead("", err))
			return
		}
		read(in, l, yield)
	}
}

// Values reads an array of objects, or objects behind one another.
func Values(in *report.Input) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		read(in, &values{r: buffered(in), limit: in.MaxBytes(), line: 1}, yield)
	}
}

func buffered(in *report.Input) *bufio.Reader {
	return bufio.NewReaderSize(charset.Reader(in.Body), 256<<10)
}

func read(in *report.Input, s splitter, yield func(*report.Report, error) bool) {
	for empty := in.From.Offset == 0; ; empty = false {
		raw, line, err := s.next()
		in.Reached = s.reached()
		var r *report.Report
		var f *report.Failure
		switch {
		case err == nil:
			r, f = decode(in, raw)
		case errors.Is(err, errTooLong):
			f = in.FailTooLarge("", "line")
		case err != io.EOF:
			yield(nil, in.FailRead(entry(line), err))
			return
		case empty:
			yield(nil, in.Fail("", report.ErrInvalid, "empty; want one JSON object a line with id, published, title and text"))
			return
		default:
			return
		}
		if f != nil {
			f.Entry = entry(line)
			if !yield(nil, f) {
				return
			}
		} else if !yield(r, nil) {
			return
		}
	}
}

func entry(line int) string { return fmt.Sprintf("line %d", line) }

// object is a report as JSON has it.
type object struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Title     string `json:"title"`
	Text      string `json:"text"`
}

func decode(in *report.Input, raw []byte) (*report.Report, *report.Failure) {
	if !utf8.Valid(raw) {
		return nil, in.Fail("", report.ErrInvalid, "not valid UTF-8 at its byte %d; convert the input to UTF-8", firstInvalid(raw))
	}
	var o object
	err := unmarshal(raw, &o)
	if bad := (*json.UnmarshalTypeError)(nil); errors.As(err, &bad) && bad.Field == "id" {
		o.ID, err = numericID(raw)
	}
	if err != nil {
		return nil, in.Fail("", report.ErrInvalid, "not a JSON object of a report: %w", err)
	}
	r := &report.Report{
		ID: strings.TrimSpace(o.ID), Outlet: strings.TrimSpace(o.Outlet), URL: strings.TrimSpace(o.URL),
		Title: o.Title, Text: o.Text,
	}
	if f := in.Admit(r, "", o.Published); f != nil {
		if f.Kind == report.ErrNoDate {
			f.Reason = "no publication date; add \"published\":\"YYYY-MM-DD\" or give --published YYYY-MM-DD"
		}
		return nil, f
	}
	return r, nil
}

// numericID takes an id that is a number as it is written. The decoder has
// filled the other fields already.
func numericID(raw []byte) (string, error) {
	var o struct {
		ID json.Number `json:"id"`
	}
	err := json.Unmarshal(raw, &o)
	return o.ID.String(), err
}

func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// HasReports says whether the first value of a file looks like a report: an
// object with a text or a title. What cannot be judged counts as one.
func HasReports(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n[")
	var o map[string]json.RawMessage
	if err := json.NewDecoder(bytes.NewReader(head)).Decode(&o); err != nil {
		return true
	}
	for k := range o {
		if strings.EqualFold(k, "text") || strings.EqualFold(k, "title") {
			return true
		}
	}
	return false
}
