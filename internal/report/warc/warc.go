// Package warc reads the HTML pages of a WARC archive (ISO 28500) as reports.
//
// In: the records of an archive, already unpacked. Out: a report for each
// "response" or "resource" record that holds an HTML page fetched with status
// 200; other records (requests, pictures, redirects) are passed over, as they
// hold no report. One record is in memory at a time. WARC-Date is the day of
// the fetch, not of publication, so it never dates a report.
package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/page"
)

// Read gives the pages in the order of the archive.
func Read(in *report.Input) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		a := &archive{r: bufio.NewReaderSize(in.Body, 64<<10)}
		if err := a.begin(in.From); err != nil {
			yield(nil, in.FailRead("", err))
			return
		}
		for n := in.From.Entry + 1; ; n++ {
			rec, err := a.next()
			if err == io.EOF {
				if n == 1 {
					yield(nil, in.Fail("", report.ErrInvalid, "empty; want the records of a WARC archive"))
				}
				return
			}
			if err != nil {
				yield(nil, failure(in, fmt.Sprintf("record %d", n), a.began, err))
				return
			}
			entry := fmt.Sprintf("record %d (%s)", n, rec.name())
			r, fail := open(in, rec, entry)
			if err := rec.skip(); err != nil { // then what open made of it is moot
				yield(nil, failure(in, entry, a.began, err))
				return
			}
			in.Reached = report.Place{Offset: a.at, Entry: n}
			if fail != nil {
				if !yield(nil, fail) {
					return
				}
			} else if r != nil && !yield(r, nil) {
				return
			}
		}
	}
}

// failure tells an archive cut short from one that is no archive, and where.
func failure(in *report.Input, entry string, at int64, err error) *report.Failure {
	var below *report.Failure
	switch {
	case errors.As(err, &below): // of the gzip around it, which knows its own place
		return in.FailRead(entry, err)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &report.Failure{Input: in.Name, Entry: entry, Kind: report.ErrInvalid, Cause: err,
			Reason: fmt.Sprintf("the archive ends too early, in the record that begins at byte %d; what came before was read; get the whole file again", at)}
	case errors.Is(err, errNotWARC):
		return in.Fail(entry, report.ErrInvalid, "%w at byte %d; nothing behind it was read", err, at)
	}
	return in.FailRead(entry, err)
}

// open gives the report of a record, or neither report nor failure where the
// record holds no page.
func open(in *report.Input, rec *record, entry string) (*report.Report, *report.Failure) {
	body, mediaType := io.Reader(&rec.body), rec.mediaType
	switch {
	case rec.kind == "response" && isType(rec.mediaType, "application/http"):
		resp, err := readResponse(bufio.NewReader(&rec.body))
		if err != nil {
			return nil, in.Fail(entry, report.ErrInvalid, "not an HTTP response: %w", err)
		}
		mediaType = resp.header("content-type")
		if resp.status != http.StatusOK || !isPage(mediaType) {
			return nil, nil
		}
		body, err = resp.unpacked()
		if err != nil {
			return nil, in.Fail(entry, report.ErrInvalid, "%w", err)
		}
	case rec.kind == "resource" && isPage(rec.mediaType):
	default:
		return nil, nil
	}
	raw, err := io.ReadAll(io.LimitReader(body, int64(in.MaxBytes())+1))
	if err != nil {
		return nil, in.Fail(entry, report.ErrInvalid, "the page is damaged: %w", err)
	}
	if len(raw) > in.MaxBytes() {
		return nil, in.FailTooLarge(entry, "page")
	}
	own := *in
	own.ID, own.URL, own.MediaType = rec.target, rec.target, mediaType
	return page.Extract(&own, entry, raw)
}

func isPage(mediaType string) bool {
	return isType(mediaType, "text/html") || isType(mediaType, "application/xhtml+xml")
}

func isType(mediaType, want string) bool {
	t, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		t, _, _ = strings.Cut(strings.ToLower(mediaType), ";")
	}
	return strings.TrimSpace(t) == want
}
