package follow

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Listed is a source as a list names it.
type Listed struct {
	Address string // of a feed or sitemap, or the path of a folder
	Title   string
}

type opml struct {
	XMLName xml.Name  `xml:"opml"`
	Version string    `xml:"version,attr"`
	Title   string    `xml:"head>title"`
	Body    []outline `xml:"body>outline"`
}

type outline struct {
	Text    string    `xml:"text,attr"`
	Title   string    `xml:"title,attr,omitempty"`
	Type    string    `xml:"type,attr,omitempty"`
	XMLURL  string    `xml:"xmlUrl,attr,omitempty"`
	Outline []outline `xml:"outline"`
}

// deepest is how far outlines of a list may nest.
const deepest = 32

// ReadOPML gives the feeds of an OPML 2.0 list, whatever the folders that they
// lie in, in their order, each once.
func ReadOPML(r io.Reader) ([]Listed, error) {
	var list opml
	if err := xml.NewDecoder(r).Decode(&list); err != nil {
		return nil, fmt.Errorf("no OPML list of feeds: %w", err)
	}
	var out []Listed
	seen := map[string]bool{}
	var walk func([]outline, int) error
	walk = func(lines []outline, depth int) error {
		if depth > deepest {
			return errors.New("no OPML list of feeds: its outlines nest too deep")
		}
		for _, l := range lines {
			if address := strings.TrimSpace(l.XMLURL); address != "" && !seen[address] {
				seen[address] = true
				title := l.Title
				if title == "" {
					title = l.Text
				}
				out = append(out, Listed{address, strings.Join(strings.Fields(title), " ")})
			}
			if err := walk(l.Outline, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return out, walk(list.Body, 0)
}

// WriteOPML writes a list of feeds as OPML 2.0.
func WriteOPML(w io.Writer, list []Listed) error {
	out := opml{Version: "2.0", Title: "Feeds that Chancery follows"}
	for _, l := range list {
		text := l.Title
		if text == "" {
			text = l.Address
		}
		out.Body = append(out.Body, outline{Text: text, Title: l.Title, Type: "rss", XMLURL: l.Address})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("writing OPML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}
