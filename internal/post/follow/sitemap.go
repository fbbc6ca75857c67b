package follow

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// entry is one page of a sitemap, or one sitemap of an index.
type entry struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
}

type sitemap struct {
	XMLName xml.Name
	Pages   []entry `xml:"url"`
	Maps    []entry `xml:"sitemap"`
}

// looksLikeSitemap says whether an answer is a sitemap (sitemaps.org, 0.90)
// rather than a feed.
func looksLikeSitemap(body []byte) bool {
	head := body[:min(len(body), 2048)]
	return bytes.Contains(head, []byte("<urlset")) || bytes.Contains(head, []byte("<sitemapindex"))
}

// readSitemap gives the pages and the further sitemaps that a sitemap lists.
func readSitemap(body []byte) (pages, maps []entry, err error) {
	var s sitemap
	if err := xml.Unmarshal(body, &s); err != nil {
		return nil, nil, fmt.Errorf("the sitemap is broken: %w", err)
	}
	clean := func(list []entry) []entry {
		var out []entry
		for _, e := range list {
			e.Loc, e.LastMod = strings.TrimSpace(e.Loc), strings.TrimSpace(e.LastMod)
			if e.Loc != "" {
				out = append(out, e)
			}
		}
		return out
	}
	return clean(s.Pages), clean(s.Maps), nil
}
