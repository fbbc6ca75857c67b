package listing

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/outlook"
)

// Turn adds a standing arrangement: who does what how often, whose turn it is
// to host and why, when it is due, what was last and what is planned.
func (p *Page) Turn(t outlook.Turn) {
	p.Line(strings.Repeat(" ", margin) + p.style.Bold(terminal.Fold(terminal.Clean(p.names.Arrangement(t)), strings.Repeat(" ", margin))))
	const indent = margin + 2
	if t.NextHost != "" {
		p.Small(indent, "next host: "+p.names(t.NextHost)+" ("+t.Why+")")
	}
	if t.Due != "" {
		state := "due: "
		if t.Overdue {
			state = "overdue since: "
		}
		p.Small(indent, state+wording.When(t.Due))
	}
	if t.Last != nil {
		p.Small(indent, "last: "+wording.When(t.Last.When)+p.at(p.names.Place(wording.Of(*t.Last)))+" · "+t.Last.EID)
	}
	if t.Next != nil {
		p.Small(indent, "next: "+wording.When(t.Next.When)+p.at(p.names.Place(wording.Of(*t.Next)))+" · "+t.Next.EID)
	}
	p.Small(indent, wording.Count(len(t.Basis), "report")+": "+some(t.Basis, 6))
}

func (p *Page) at(place string) string {
	if place == "" {
		return ""
	}
	return ", " + place
}

// Open adds an open invitation: who invites whom, since when, and what is known
// of a reply.
func (p *Page) Open(o outlook.Open) {
	p.Row(*o.Invitation)
	note := o.Note
	if o.For != "" {
		note += ", for " + wording.When(o.For)
	}
	p.Small(depth, fmt.Sprintf("open for %s: %s", wording.Count(o.Days, "day"), note))
	p.Quote(*o.Invitation)
}

// some names the first of a list and counts the rest.
func some(ids []string, most int) string {
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
}

// Judgement adds a claim with its verdict: what is claimed, in which words, by
// whom, and why the record says so.
func (p *Page) Judgement(j outlook.Judgement) {
	c := j.Claim
	p.Line(strings.Repeat(" ", margin) + p.verdict(j.Verdict) + strings.Repeat(" ", whenWidth-utf8.RuneCountInString(string(j.Verdict))) +
		p.style.Bold(terminal.Fold(terminal.Clean(p.names.Claim(c.Claim)), strings.Repeat(" ", depth))))
	p.Small(depth, wording.Quoted(c.Quote))
	who := p.names.Chain(c.Attribution)
	if who != "" {
		who += "; "
	}
	if c.Outlet != "" {
		who += c.Outlet + ", "
	}
	if c.Report != "" { // else somebody asks
		p.Small(depth, "— "+who+"report "+c.Report+", "+wording.Day(c.Published))
	}
	if j.Reason != "" {
		p.Small(depth, "because: "+j.Reason)
	}
	if len(j.Because) > 0 {
		p.Small(depth, "see "+some(j.Because, 4))
	}
	if j.AsReported != j.Verdict {
		p.Small(depth, "when it was published, the record said: "+string(j.AsReported))
	}
}

func (p *Page) verdict(v outlook.Verdict) string {
	switch v {
	case outlook.Supported:
		return p.style.Good(string(v))
	case outlook.Contradicted:
		return p.style.Bad(string(v))
	}
	return p.style.Warn(string(v))
}
