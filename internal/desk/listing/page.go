package listing

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/desk/readout"
	"github.com/chancery-project/chancery/internal/desk/terminal"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/record"
)

// The columns, in characters.
const (
	margin    = 2
	whenWidth = 20
	nameWidth = 12                 // of the name of a fact
	depth     = margin + whenWidth // where what is said of an engagement begins
)

// Page is text in the making.
type Page struct {
	out   strings.Builder
	names wording.Names
	style terminal.Style
}

// NewPage gives an empty page.
func NewPage(names wording.Names, style terminal.Style) *Page {
	return &Page{names: names, style: style}
}

// String gives the text.
func (p *Page) String() string { return p.out.String() }

// Names gives the names that the page uses.
func (p *Page) Names() wording.Names { return p.names }

// Line adds a line as it is.
func (p *Page) Line(text string) { p.out.WriteString(strings.TrimRight(text, " ") + "\n") }

// Title adds a heading with a rule under it, and a note beside it.
func (p *Page) Title(text, note string) {
	text = terminal.Clean(text)
	gap := terminal.Width - utf8.RuneCountInString(text) - utf8.RuneCountInString(note)
	if gap < 2 {
		for line := range strings.SplitSeq(terminal.Fold(text, ""), "\n") {
			p.Line(p.style.Bold(line))
		}
		text, gap = "", 0
	}
	p.Line(p.style.Bold(text) + strings.Repeat(" ", gap) + p.style.Dim(note))
	p.Line(strings.Repeat("─", terminal.Width))
}

// Section adds the heading of a part.
func (p *Page) Section(text string) {
	p.Line("")
	p.Line(p.style.Bold(text))
}

// Para adds folded text, indented.
func (p *Page) Para(text string) { p.indented(margin, text, nil) }

// Small adds folded text that may be skipped, indented by depth columns.
func (p *Page) Small(depth int, text string) { p.indented(depth, text, p.style.Dim) }

func (p *Page) indented(depth int, text string, style func(string) string) {
	indent := strings.Repeat(" ", depth)
	for line := range strings.SplitSeq(terminal.Fold(terminal.Clean(text), indent), "\n") {
		line = strings.TrimPrefix(line, indent)
		if style != nil {
			line = style(line)
		}
		p.Line(indent + line)
	}
}

// Row adds one engagement: when, and what; under it what kind and how far, how
// many reports say so, where they disagree, and its id.
func (p *Page) Row(e record.Engagement) {
	when := wording.Happens(e)
	indent := strings.Repeat(" ", depth)
	head := strings.Repeat(" ", margin)
	if utf8.RuneCountInString(when) >= whenWidth {
		p.Line(head + when)
		head = indent
	} else {
		head += terminal.Pad(when, whenWidth)
	}
	p.Line(head + p.style.Bold(terminal.Fold(terminal.Clean(p.names.Headline(wording.Of(e))), indent)))
	notes := []string{wording.Told(e)}
	for _, c := range e.Conflicts {
		notes = append(notes, "reports disagree on "+c.Field)
	}
	state := string(e.Kind) + ", " + string(e.Status)
	rest := terminal.Fold(strings.Join(append([]string{state}, append(notes, e.EID)...), " · "), indent)
	p.Line(indent + string(e.Kind) + ", " + readout.Status(p.style, e.Status) + p.style.Dim(strings.TrimPrefix(rest, state)))
}

// Rows adds engagements, or says that there are none.
func (p *Page) Rows(es []record.Engagement, none string) {
	for _, e := range es {
		p.Row(e)
	}
	if len(es) == 0 {
		p.Para(none)
	}
}

// ByYear adds engagements under the year of their first day.
func (p *Page) ByYear(es []record.Engagement, none string) {
	last := ""
	for _, e := range es {
		year := "No date"
		if first, _, ok := e.When.Bounds(); ok {
			year = fmt.Sprint(first.Year())
		}
		if year != last {
			p.Section(year)
			last = year
		}
		p.Row(e)
	}
	if len(es) == 0 {
		p.Para(none)
	}
}

// Quote adds the words that an engagement rests on, and who says so in which
// report: of the latest report, which has the last word.
func (p *Page) Quote(e record.Engagement) {
	if len(e.Mentions) == 0 {
		return
	}
	m := e.Mentions[len(e.Mentions)-1]
	p.quote(depth, m)
}

func (p *Page) quote(depth int, m record.Mention) {
	if words := readout.Words(m.Said.Evidence); words != "" {
		p.Small(depth, wording.Quoted(words))
	}
	p.Small(depth, "— "+p.source(m))
}

// source says who says so: "Yuri Ushakov, Kremlin adviser; The Herald, report
// r12, 2 December 2024".
func (p *Page) source(m record.Mention) string {
	text := ""
	if who := p.names.Chain(m.Said.Attribution); who != "" {
		text = who + "; "
	}
	if m.Outlet != "" {
		text += m.Outlet + ", "
	}
	return text + "report " + m.Report + ", " + wording.Day(m.Published)
}
