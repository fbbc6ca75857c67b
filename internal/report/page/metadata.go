package page

import (
	neturl "net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says of itself outside its article.
type metadata struct {
	linked    linked            // JSON-LD
	meta      map[string]string // meta elements by lower-case property, name or itemprop; the first counts
	times     []string          // <time>, those marked as publication first
	canonical string
	headline  string // the page's only h1
}

// findMetadata reads the tree before the extraction takes it apart.
func findMetadata(doc *html.Node) *metadata {
	m := &metadata{meta: map[string]string{}}
	var later, headings []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			key := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if _, twice := m.meta[key]; !twice && key != "" {
				m.meta[key] = strings.TrimSpace(attr(n, "content"))
			}
		case atom.Link:
			if m.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") && isWebAddress(attr(n, "href")) {
				m.canonical = strings.TrimSpace(attr(n, "href"))
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				m.linked.add(n.FirstChild.Data)
			}
		case atom.Time:
			value := firstOf(attr(n, "datetime"), attr(n, "content"), strings.Join(Blocks(n), " "))
			if marked := strings.ToLower(attr(n, "itemprop") + attr(n, "class")); hasAttr(n, "pubdate") || strings.Contains(marked, "publi") {
				m.times = append(m.times, value)
			} else {
				later = append(later, value)
			}
		case atom.H1:
			headings = append(headings, strings.Join(Blocks(n), " "))
		}
	}
	m.times = append(m.times, later...)
	if len(headings) == 1 {
		m.headline = headings[0]
	}
	return m
}

// outlet names who published the page; failing all else it is the host.
func (m *metadata) outlet(address string) string {
	name := firstOf(m.linked.publisher, m.meta["og:site_name"], m.meta["application-name"], m.meta["dc.publisher"], m.meta["dcterms.publisher"])
	if name != "" {
		return strings.Join(strings.Fields(name), " ")
	}
	u, err := neturl.Parse(firstOf(address, m.canonical))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func isWebAddress(s string) bool {
	u, err := neturl.Parse(strings.TrimSpace(s))
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
