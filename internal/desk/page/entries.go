package page

import (
	"html/template"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/record"
)

// entries writes a list of engagements: of each when it was, what, of which
// kind and status, how many reports tell of it, and on what they disagree.
//
// It is written here and not in a template because every page has a hundred of
// them: the template took four times as long, half of the time of a page.
func (s *Server) entries(es []record.Engagement) template.HTML {
	var b strings.Builder
	b.Grow(400 * len(es))
	text := func(t string) { b.WriteString(template.HTMLEscapeString(t)) }
	b.WriteString(`<ol class="engagements">` + "\n")
	for i := range es {
		e := &es[i]
		kind, status := template.HTMLEscapeString(string(e.Kind)), template.HTMLEscapeString(string(e.Status))
		b.WriteString(`<li class="` + kind + " " + status + `">` + "\n" + `<span class="when">`)
		text(wording.Happens(*e))
		b.WriteString("</span>\n<div>\n" + `<a class="what" href="/engagement/`)
		text(url.PathEscape(e.EID))
		b.WriteString(`">`)
		text(s.names.Headline(wording.Of(*e)))
		b.WriteString("</a>\n" + `<div class="meta"><span class="kind">` + kind + `</span> <span class="status ` + status + `">` + status + "</span>\n<span>")
		text(wording.Told(*e))
		b.WriteString("</span>\n")
		for _, c := range e.Conflicts {
			b.WriteString(`<span class="status conflict">reports disagree on `)
			text(c.Field)
			b.WriteString("</span>")
		}
		b.WriteString("</div>\n</div>\n</li>\n")
	}
	b.WriteString("</ol>")
	return template.HTML(b.String())
}
