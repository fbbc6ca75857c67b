// Package page reads an HTML page that holds one report.
//
// In: the bytes of a page in whatever encoding it declares. Out: the text of
// its article without menus, adverts and scripts, paragraphs separated by a
// blank line, with headline, outlet and address. The publication date is
// looked for in the page's own order of trust: JSON-LD, meta elements, <time>,
// a date line beside the headline or before the text, the address. It does
// badly on pages that script fills in, and on index pages, which have no one
// article.
package page

import (
	"bytes"
	"fmt"
	"iter"
	neturl "net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/chancery-project/chancery/internal/report"
)

// Read gives the report of the page, or its failure.
func Read(in *report.Input) iter.Seq2[*report.Report, error] {
	return report.Single(in, read)
}

func read(in *report.Input) (*report.Report, *report.Failure) {
	raw, f := in.Whole(in.Body, "page")
	if f != nil {
		return nil, f
	}
	return Extract(in, "", raw)
}

// Extract gives the report of a page that is already at hand. Entry names the
// page within its input; in.URL and in.MediaType are the page's own.
func Extract(in *report.Input, entry string, raw []byte) (*report.Report, *report.Failure) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, in.Fail(entry, report.ErrInvalid, "empty; want an HTML page")
	}
	text := decode(raw, in.MediaType)
	if strings.IndexByte(text, 0) >= 0 {
		return nil, in.Fail(entry, report.ErrInvalid, "not an HTML page but binary data")
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, in.Fail(entry, report.ErrInvalid, "not an HTML page: %w", err)
	}
	meta := findMetadata(doc)
	blocks := Blocks(doc)
	article, err := extract(doc, in.URL)
	if err != nil {
		return nil, in.Fail(entry, report.ErrInvalid, "no article found in the page: %w", err)
	}
	r := &report.Report{
		Outlet: meta.outlet(in.URL), URL: firstOf(in.URL, meta.canonical), Title: firstOf(meta.headline, strings.Join(strings.Fields(article.Title()), " ")),
		Original: raw,
	}
	paragraphs := Blocks(article.Node)
	date := meta.date(paragraphs, blocks, r.Title, firstOf(in.URL, meta.canonical))
	if r.Text = strings.Join(withoutHead(paragraphs, r.Title), "\n\n"); r.Text == "" {
		return nil, in.Fail(entry, report.ErrInvalid, "no article found in the page; give the page of one report")
	}
	if f := in.Admit(r, entry, date); f != nil {
		if f.Kind == report.ErrNoDate {
			f.Reason = "no publication date found in the page or its address; give --published YYYY-MM-DD"
		}
		return nil, f
	}
	return r, nil
}

// extract runs the extraction library, whose panics on a strange page must not
// cost the other inputs.
func extract(doc *html.Node, address string) (a readability.Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the extraction failed: %v", p)
		}
	}()
	base, err := neturl.Parse(address)
	if err != nil || address == "" {
		base = nil
	}
	p := readability.NewParser()
	return p.ParseAndMutate(doc, base)
}

// decode gives the page in UTF-8 as its byte order mark, its Content-Type or
// its meta element declare it. Where none does, valid UTF-8 is UTF-8, anything
// else is read as browsers read it, as Windows-1252.
func decode(raw []byte, mediaType string) string {
	enc, name, certain := charset.DetermineEncoding(raw, mediaType)
	if name == "utf-8" || !certain && utf8.Valid(raw) {
		return strings.ToValidUTF8(strings.TrimPrefix(string(raw), "\ufeff"), "\ufffd")
	}
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	return strings.TrimPrefix(string(out), "\ufeff")
}

// withoutHead takes off what the report has in fields of their own: the
// headline and a line that is only the date, where they start the article.
func withoutHead(paragraphs []string, title string) []string {
	for len(paragraphs) > 0 && (paragraphs[0] == title || dateOnly(paragraphs[0]) != "") {
		paragraphs = paragraphs[1:]
	}
	return paragraphs
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}
