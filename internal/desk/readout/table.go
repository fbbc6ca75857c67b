package readout

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// whenWidth is the width of the column of dates, in characters.
const whenWidth = 20

// indent is where the second column begins.
var indent = strings.Repeat(" ", 2+whenWidth)

// Table gives the format for people: a heading for each report, then one
// engagement a row, with the words it rests on and who says so under it, then
// claims and times.
func Table(names wording.Names, style terminal.Style) Format {
	return func(buf []byte, from *report.Report, says *reading.Reading) ([]byte, error) {
		t := table{names: names, style: style}
		t.heading(from)
		if len(says.Engagements) == 0 {
			t.line("  no engagements")
		}
		for _, e := range says.Engagements {
			t.engagement(e)
		}
		for _, c := range says.Claims {
			t.claim(c)
		}
		t.times(from, says.Times)
		t.line("")
		return append(buf, t.out.String()...), nil
	}
}

type table struct {
	out   strings.Builder
	names wording.Names
	style terminal.Style
}

func (t *table) line(text string) { t.out.WriteString(strings.TrimRight(text, " ") + "\n") }

func (t *table) heading(from *report.Report) {
	parts := []string{t.style.Bold(terminal.Clean(from.ID)), from.Published.String()}
	for _, p := range []string{from.Outlet, from.Title} {
		if p != "" {
			parts = append(parts, terminal.Clean(p))
		}
	}
	t.line(strings.Join(parts, "  "))
}

func (t *table) engagement(e reading.Engagement) {
	when := wording.When(e.When)
	switch {
	case e.Kind == reading.Arrangement:
		when = "standing"
	case e.When == "":
		when = "–"
	}
	head := "  " + terminal.Pad(when, whenWidth)
	if len([]rune(when)) >= whenWidth {
		t.line("  " + when)
		head = indent
	}
	t.line(head + t.style.Bold(terminal.Fold(terminal.Clean(t.names.Headline(Subject(e))), indent)))
	t.line(indent + string(e.Kind) + ", " + Status(t.style, e.Status))
	if words := Words(e.Evidence); words != "" {
		t.under(wording.Quoted(words))
	}
	if who := t.names.Chain(e.Attribution); who != "" {
		t.under("— " + who)
	}
}

// Words gives the words that an engagement as a whole rests on, else those of
// its first field, or nothing.
func Words(evidence []reading.Span) string {
	for _, s := range evidence {
		if s.Field == "" {
			return s.Quote
		}
	}
	if len(evidence) > 0 {
		return evidence[0].Quote
	}
	return ""
}

func (t *table) under(text string) {
	for line := range strings.SplitSeq(terminal.Fold(terminal.Clean(text), indent), "\n") {
		t.line(indent + t.style.Dim(strings.TrimSpace(line)))
	}
}

func (t *table) claim(c reading.Claim) {
	text := string(c.Type)
	if c.Value != "" {
		text += " " + c.Value
	}
	t.line("  " + terminal.Pad("claim", whenWidth) + text)
	t.under(wording.Quoted(c.Quote))
}

// times lists the time expressions, with the words when the report's text has
// them there.
func (t *table) times(from *report.Report, times []reading.Time) {
	var all []string
	for _, x := range times {
		value := x.Value
		if x.EDTF != "" {
			value = string(x.EDTF)
		}
		if x.Start >= 0 && x.Start <= x.End && x.End <= len(from.Text) {
			value = fmt.Sprintf("“%s” %s", strings.Join(strings.Fields(from.Text[x.Start:x.End]), " "), value)
		}
		all = append(all, value)
	}
	if len(all) > 0 {
		t.line("  " + terminal.Pad("times", whenWidth) + terminal.Fold(terminal.Clean(strings.Join(all, ", ")), indent))
	}
}

// Status colours a status.
func Status(style terminal.Style, s reading.Status) string {
	text := string(s)
	switch s {
	case reading.Held:
		return style.Good(text)
	case reading.Cancelled:
		return style.Bad(text)
	case reading.Proposed, reading.Postponed:
		return style.Warn(text)
	}
	return text
}

// Subject gives what is needed to say an engagement of one report in words.
func Subject(e reading.Engagement) wording.Subject {
	return wording.Subject{
		Kind: e.Kind, Parties: e.Parties, Country: e.Country, Place: e.Place,
		When: e.When, Event: e.Event, Number: e.Number, Practice: e.Practice,
	}
}
