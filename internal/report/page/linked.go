package page

import (
	"encoding/json"
	"strings"
)

// linked is what a page says of its article as JSON-LD (schema.org).
type linked struct {
	published string // datePublished of the article
	publisher string
	loose     string // datePublished of something that is no article
}

// wrapping is what some pages put around their scripts for old parsers.
var wrapping = strings.NewReplacer("<![CDATA[", "", "]]>", "", "<!--", "", "-->", "")

// add reads one script element. Bad JSON is passed over, as it is no part of
// the report.
func (l *linked) add(script string) {
	var v any
	if json.Unmarshal([]byte(wrapping.Replace(script)), &v) == nil {
		l.visit(v, 0)
	}
}

func (l *linked) visit(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.visit(e, depth+1)
		}
	case map[string]any:
		l.object(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			l.visit(v[key], depth+1)
		}
	}
}

func (l *linked) object(o map[string]any) {
	date, _ := o["datePublished"].(string)
	if !isArticle(o["@type"]) {
		l.loose = firstOf(l.loose, date)
		return
	}
	l.published = firstOf(l.published, date)
	if p, ok := o["publisher"].(map[string]any); ok {
		name, _ := p["name"].(string)
		l.publisher = firstOf(l.publisher, name)
	}
}

// isArticle takes "NewsArticle", "Article", "ReportageNewsArticle",
// "BlogPosting", "https://schema.org/NewsArticle", also in a list.
func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || strings.HasSuffix(t, "Report")
	case []any:
		for _, e := range t {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}
