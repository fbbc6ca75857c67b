package page

import (
	"strings"

	"github.com/chancery-project/chancery/internal/report/published"
)

// dateMeta are the meta elements that hold a publication date, best first.
var dateMeta = []string{
	"article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "sailthru.date",
	"pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "article.published", "citation_publication_date",
	"dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "dc:date", "date",
}

// date gives the publication date as the page writes it, or "". Of what the
// page offers, best first, the first that can be read counts; where none can,
// the first is given back for the message.
func (m *metadata) date(paragraphs, blocks []string, title, address string) string {
	offers := []string{m.linked.published}
	for _, key := range dateMeta {
		offers = append(offers, m.meta[key])
	}
	offers = append(offers, m.linked.loose)
	offers = append(offers, m.times...)
	bad := ""
	for _, s := range offers {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		if _, err := published.Parse(s); err == nil {
			return s
		}
		bad = firstOf(bad, s)
	}
	if s := dateline(paragraphs); s != "" {
		return s
	}
	if s := beside(blocks, title); s != "" {
		return s
	}
	if day, ok := published.InAddress(address); ok {
		return day.String()
	}
	return bad
}

// dateline looks at the head of the article: a short paragraph that is only a
// date, or a date before the dash that ends a dateline, as in "LIMA,
// November 15, 2024 — …". A date within a sentence does not count.
func dateline(paragraphs []string) string {
	for i, p := range paragraphs {
		if i == 4 {
			break
		}
		if s := dateOnly(p); s != "" {
			return s
		}
		for _, dash := range []string{" - ", " – ", " — ", "—", "--"} {
			head, _, ok := strings.Cut(p, dash)
			if !ok || len(head) > 80 {
				continue
			}
			if day, ok := published.Find(head); ok {
				return day.String()
			}
		}
	}
	return ""
}

// beside looks for a block that is only a date in the eight blocks behind the
// headline or the three before it. Further up stands today's date on many
// pages, which is not the report's.
func beside(blocks []string, title string) string {
	for i, b := range blocks {
		if title == "" || b != title {
			continue
		}
		for _, near := range blocks[i+1 : min(len(blocks), i+9)] {
			if s := dateOnly(near); s != "" {
				return s
			}
		}
		for j := i - 1; j >= max(0, i-3); j-- {
			if s := dateOnly(blocks[j]); s != "" {
				return s
			}
		}
	}
	return ""
}

// dateOnly gives the date of a block of up to 80 bytes that holds little else.
func dateOnly(block string) string {
	if len(block) > 80 {
		return ""
	}
	if day, err := published.Parse(block); err == nil {
		return day.String()
	}
	if before, after, ok := strings.Cut(block, ":"); ok && len(before) < 20 {
		if day, err := published.Parse(after); err == nil {
			return day.String() // "Release date: 2 December 2024"
		}
	}
	low := strings.ToLower(block)
	if strings.HasPrefix(low, "published") || strings.HasPrefix(low, "posted") {
		if day, ok := published.Find(block); ok {
			return day.String() // "Published on 02 DEC 2024 6:31PM by PIB Delhi"
		}
	}
	return ""
}
