// Package feed reads the entries of an RSS, Atom or JSON feed as reports.
//
// An entry's text is its content, or its summary where it has no content, with
// the mark-up taken off; its date is the day as the feed writes it, in the
// outlet's own zone. A bad entry costs that entry alone; a feed that is broken
// as a whole gives one failure. The feed is held in memory while it is read.
package feed

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/page"
)

// wholeFeed is how many times the limit of one report a whole feed may be.
const wholeFeed = 4

// Read gives the entries in the order of the feed.
func Read(in *report.Input) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		f, fail := parse(in)
		if fail != nil {
			yield(nil, fail)
			return
		}
		for i, item := range f.Items {
			if item == nil {
				continue
			}
			r, fail := entry(in, f, item, fmt.Sprintf("entry %d", i+1))
			if fail != nil {
				if !yield(nil, fail) {
					return
				}
			} else if !yield(r, nil) {
				return
			}
		}
	}
}

func parse(in *report.Input) (f *gofeed.Feed, fail *report.Failure) {
	limit := wholeFeed * in.MaxBytes()
	raw, err := io.ReadAll(io.LimitReader(in.Body, int64(limit)+1))
	switch {
	case err != nil:
		return nil, in.FailRead("", err)
	case len(raw) > limit:
		return nil, in.Fail("", report.ErrTooLarge, "the feed is over %s; ask for a shorter one", report.Size(limit))
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, in.Fail("", report.ErrInvalid, "empty; want an RSS or Atom feed")
	}
	defer func() { // the feed library must not cost the other inputs
		if p := recover(); p != nil {
			f, fail = nil, in.Fail("", report.ErrInvalid, "the feed cannot be read: %v", p)
		}
	}()
	f, err = gofeed.NewParser().Parse(bytes.NewReader(raw))
	switch {
	case errors.Is(err, gofeed.ErrFeedTypeNotDetected) && looksLikePage(raw):
		return nil, in.Fail("", report.ErrInvalid, "a web page, not a feed; look in it for the address of its feed")
	case errors.Is(err, gofeed.ErrFeedTypeNotDetected):
		return nil, in.Fail("", report.ErrInvalid, "not an RSS or Atom feed; check the address")
	case err != nil:
		return nil, in.Fail("", report.ErrInvalid, "the feed is broken: %w; get it again or tell its publisher", err)
	}
	return f, nil
}

func looksLikePage(raw []byte) bool {
	head := bytes.ToLower(raw[:min(len(raw), 1024)])
	return bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<!doctype html"))
}

func entry(in *report.Input, f *gofeed.Feed, item *gofeed.Item, name string) (*report.Report, *report.Failure) {
	content := item.Content
	if strings.TrimSpace(content) == "" {
		content = item.Description
	}
	r := &report.Report{
		ID: strings.TrimSpace(cmp.Or(item.GUID, item.Link)), Outlet: oneLine(outlet(f, item)), URL: strings.TrimSpace(item.Link),
		Title: oneLine(page.Text(item.Title)), Text: page.Text(content),
	}
	if content != r.Text {
		r.Original = []byte(content)
	}
	fail := in.Admit(r, name, date(item))
	if fail != nil && fail.Kind == report.ErrNoDate {
		fail.Reason = "no publication date in the entry; give --published YYYY-MM-DD"
	}
	return r, fail
}

// outlet is the publisher that a collected entry names, or else the feed.
func outlet(f *gofeed.Feed, item *gofeed.Item) string {
	if dc := item.DublinCoreExt; dc != nil && len(dc.Publisher) > 0 {
		return cmp.Or(dc.Publisher[0], f.Title)
	}
	return f.Title
}

// date is the entry's own: published, or updated where it has no other.
func date(item *gofeed.Item) string {
	core := ""
	if dc := item.DublinCoreExt; dc != nil && len(dc.Date) > 0 {
		core = dc.Date[0]
	}
	return cmp.Or(item.Published, core, item.Updated)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
