package readout

import (
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// The columns of the table, in characters.
const (
	kindWidth   = 12
	statusWidth = 10
	whenWidth   = 22
)

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
	indent := strings.Repeat(" ", 2+kindWidth+statusWidth+whenWidth)
	head := "  " + terminal.Pad(string(e.Kind), kindWidth) + Status(t.style, e.Status, statusWidth)
	when := wording.When(e.When)
	if e.When == "" {
		when = "–"
	}
	what := terminal.Fold(terminal.Clean(t.names.Headline(Subject(e))), indent)
	if len([]rune(when)) >= whenWidth {
		t.line(head + when)
		head, when = "", indent
	} else {
		when = terminal.Pad(when, whenWidth)
	}
	t.line(head + when + what)
	for i, s := range e.Evidence {
		if i == 0 || s.Field == "" {
			t.under(indent, "“"+terminal.Clean(s.Quote)+"”")
			break
		}
	}
	if who := t.names.Chain(e.Attribution); who != "" {
		t.under(indent, "— "+terminal.Clean(who))
	}
}

func (t *table) under(indent, text string) {
	for line := range strings.SplitSeq(terminal.Fold(text, indent), "\n") {
		t.line(indent + t.style.Dim(strings.TrimSpace(line)))
	}
}

func (t *table) claim(c reading.Claim) {
	text := string(c.Type)
	if c.Value != "" {
		text += " " + c.Value
	}
	indent := "  " + strings.Repeat(" ", kindWidth)
	t.line("  " + terminal.Pad("claim", kindWidth) + terminal.Fold(terminal.Clean(text+": “"+c.Quote+"”"), indent))
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
		indent := "  " + strings.Repeat(" ", kindWidth)
		t.line("  " + terminal.Pad("times", kindWidth) + terminal.Fold(terminal.Clean(strings.Join(all, ", ")), indent))
	}
}

// Status colours a status and fills it to width columns.
func Status(style terminal.Style, s reading.Status, width int) string {
	text := terminal.Pad(string(s), width)
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
