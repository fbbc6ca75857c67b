package source

import (
	"bytes"
	"fmt"
	"iter"
	"mime"
	"path"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/feed"
	"github.com/chancery-project/chancery/internal/report/jsonl"
	"github.com/chancery-project/chancery/internal/report/page"
	"github.com/chancery-project/chancery/internal/report/plain"
	"github.com/chancery-project/chancery/internal/report/table"
	"github.com/chancery-project/chancery/internal/report/warc"
)

// Format names how reports are written in an input. All but WARC may come
// under gzip as well, which is no format of its own; WARC usually does.
type Format string

// The formats.
const (
	Text  Format = "text"  // one report with a "date" line
	JSONL Format = "jsonl" // one JSON object a line
	JSON  Format = "json"  // an array of objects, or objects spread over lines
	CSV   Format = "csv"   // a header and one report a row
	HTML  Format = "html"  // a page with one report
	Feed  Format = "feed"  // RSS, Atom or JSON Feed
	WARC  Format = "warc"  // archived pages
)

var formats = []Format{Text, JSONL, JSON, CSV, HTML, Feed, WARC}

var readers = map[Format]func(*report.Input) iter.Seq2[*report.Report, error]{
	Text: plain.Read, JSONL: jsonl.Lines, JSON: jsonl.Values, CSV: table.Read, HTML: page.Read, Feed: feed.Read, WARC: warc.Read,
}

// ParseFormat takes the name of a format; the empty name is none.
func ParseFormat(name string) (Format, error) {
	f := Format(strings.ToLower(name))
	if f != "" && readers[f] == nil {
		return "", fmt.Errorf("there is no format %q; the formats are %s", name, formatList())
	}
	return f, nil
}

func formatList() string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = string(f)
	}
	return strings.Join(names, ", ")
}

// single says that an input of this format holds one report.
func (f Format) single() bool { return f == Text || f == HTML }

// many says that an input of this format holds many reports, and can be read
// from a place between two of them.
func (f Format) many() bool { return f == JSONL || f == CSV || f == WARC }

var endings = map[string]Format{
	".txt": Text, ".text": Text, ".jsonl": JSONL, ".ndjson": JSONL, ".json": JSON, ".csv": CSV, ".tsv": CSV,
	".html": HTML, ".htm": HTML, ".xhtml": HTML, ".rss": Feed, ".atom": Feed, ".rdf": Feed, ".xml": Feed, ".warc": WARC,
}

// byEnding tells a format by a file's name, or gives "".
func byEnding(name string) Format {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return endings[path.Ext(name)]
}

var mediaTypes = map[string]Format{
	"text/html": HTML, "application/xhtml+xml": HTML, "application/rss+xml": Feed, "application/atom+xml": Feed,
	"application/rdf+xml": Feed, "application/feed+json": Feed, "text/csv": CSV, "text/tab-separated-values": CSV,
	"application/x-ndjson": JSONL, "application/jsonl": JSONL, "application/warc": WARC,
}

// tell chooses a format: by an ending that is known, a media type that is
// exact, or else by the first bytes. XML may be a feed or a page, so the bytes
// decide there.
func tell(ending, mediaType string, head []byte) Format {
	if t, _, err := mime.ParseMediaType(mediaType); err == nil && mediaTypes[t] != "" {
		if f := mediaTypes[t]; f != HTML || markup(head) != Feed {
			return f
		}
	}
	if f := byEnding(ending); f != "" && (f != Feed || markup(head) != HTML) {
		return f
	}
	if f := looksLike(head); f != "" {
		return f
	}
	return Text
}

// looksLike tells a format by the first bytes, or gives "".
func looksLike(head []byte) Format {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")):
		return WARC
	case bytes.HasPrefix(head, []byte("{")):
		line, _, whole := bytes.Cut(head, []byte("\n"))
		if whole && !bytes.HasSuffix(bytes.TrimSpace(line), []byte("}")) {
			return JSON
		}
		if bytes.Contains(line, []byte("jsonfeed.org/version")) {
			return Feed
		}
		return JSONL
	case bytes.HasPrefix(head, []byte("[")):
		return JSON
	case markup(head) != "":
		return markup(head)
	case bytes.HasPrefix(head, []byte("<")):
		return HTML
	case table.IsHeader(string(head)):
		return CSV
	}
	return ""
}

// markup tells a page from a feed by its elements, or gives "" for neither.
func markup(head []byte) Format {
	low := bytes.ToLower(head)
	has := func(s string) bool { return bytes.Contains(low, []byte(s)) }
	switch {
	case !bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(low, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<")):
		return ""
	case has("<html") || has("<!doctype html"):
		return HTML
	case has("<rss") || has("<feed") || has("<rdf:rdf"):
		return Feed
	}
	return ""
}
