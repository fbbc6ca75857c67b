package listing

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

// Show adds everything that is known of one engagement: its life, every field
// with all values and who says which, where reports disagree, and the words
// of every report.
func (p *Page) Show(e record.Engagement) {
	p.Title(p.names.Headline(wording.Of(e)), e.EID)
	p.fact("kind", string(e.Kind))
	p.fact("status", string(e.Status))
	p.fact("when", wording.When(e.When)+orNothing(" ("+string(e.When)+")", e.When))
	p.fact("where", p.names.Place(wording.Of(e)))
	for _, party := range e.Parties {
		office := ""
		if party.Office != "" {
			office = ", " + party.Office
		}
		p.fact(string(party.Role), p.names.Party(party)+office)
	}
	p.fact("event", e.Event)
	p.fact("practice", e.Practice)
	p.fact("part of", strings.Join(e.PartOf, ", "))
	p.fact("confidence", fmt.Sprintf("%.2f", e.Confidence))

	p.Section("Its life")
	for _, s := range e.Steps {
		p.Para(fmt.Sprintf("%s  %s, %s (report %s)", s.Date, s.Status, wording.When(s.When), s.Report))
	}
	p.conflicts(e)
	for i, m := range e.Marks {
		if i == 0 {
			p.Section("What people said of it")
		}
		p.Para(correction(m))
	}
	p.Section("Who says what")
	for _, f := range e.Fields {
		p.field(f)
	}
	p.Section("In the words of the reports")
	for i, m := range e.Mentions {
		if _, copied := e.Copies[m.Report]; copied {
			continue // it stands with the report that it copies
		}
		if i > 0 {
			p.Line("")
		}
		p.quote(margin, m)
		p.carriers(margin, e.Carriers(m.Report))
	}
}

// carriers says who else carried the text of a report.
func (p *Page) carriers(depth int, ms []record.Mention) {
	var who []string
	for _, m := range ms {
		who = append(who, p.names.Carrier(m))
	}
	if len(who) > 0 {
		p.Small(depth, "The same text: "+strings.Join(who, "; "))
	}
}

func (p *Page) fact(name, value string) {
	if value == "" {
		return
	}
	indent := strings.Repeat(" ", margin+nameWidth)
	p.Line(strings.Repeat(" ", margin) + p.style.Dim(terminal.Pad(name, nameWidth)) + terminal.Fold(terminal.Clean(value), indent))
}

func (p *Page) field(f record.Field) {
	for _, v := range f.Values {
		var reports []string
		for _, s := range v.Sources {
			reports = append(reports, s.Report)
		}
		mark := "  "
		if v.Value == f.Chosen {
			mark = "→ "
		}
		p.fact(f.Name, mark+v.Value+" ("+strings.Join(reports, ", ")+")")
	}
}

// Conflicts adds the engagement and what its reports disagree on.
func (p *Page) Conflicts(e record.Engagement) {
	p.Row(e)
	for _, c := range e.Conflicts {
		p.conflict(depth, c)
	}
}

func (p *Page) conflicts(e record.Engagement) {
	if len(e.Conflicts) == 0 {
		return
	}
	p.Section("Where reports disagree")
	for _, c := range e.Conflicts {
		p.conflict(margin, c)
	}
}

func (p *Page) conflict(depth int, c record.Conflict) {
	for _, value := range slices.Sorted(maps.Keys(c.Values)) {
		said := value
		if c.Field == "when" {
			said = wording.When(edtf.Date(value))
		}
		reports := c.Values[value]
		p.indented(depth, fmt.Sprintf("%s: %s (%s %s)", c.Field, said, plural("report", len(reports)), wording.And(reports)), p.style.Warn)
	}
}

// orNothing gives text unless the date is empty.
func orNothing(text string, d edtf.Date) string {
	if d == "" {
		return ""
	}
	return text
}

// correction says what a person said of an engagement, and what was read.
func correction(m record.Mark) string {
	text := fmt.Sprintf("%d. %s, %s: %s", m.ID, m.Date, m.By, m.Action)
	if m.Field != "" {
		text += " " + m.Field
	}
	if m.Was != "" {
		text += ", read as " + m.Was
	}
	if m.Reason != "" {
		text += " (" + m.Reason + ")"
	}
	return text
}

func plural(word string, n int) string {
	if n == 1 {
		return word
	}
	return word + "s"
}
