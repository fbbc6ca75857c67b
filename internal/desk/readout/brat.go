package readout

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// Brat appends the reading as brat standoff annotation
// (https://brat.nlplab.org/standoff.html): a text-bound annotation for every
// span, the status and confidence of engagements as attributes, all other
// fields as notes. brat counts characters where the reading counts bytes, and
// a span over several lines is cut into fragments. A comment line with the
// report's id stands before each report's annotations: cut there to get one
// .ann file for each text.
func Brat(buf []byte, from *report.Report, says *reading.Reading) ([]byte, error) {
	b := brat{text: from.Text, chars: runesBefore(from.Text)}
	fmt.Fprintf(&b.out, "# report %s\n", from.ID)
	for _, e := range says.Engagements {
		b.engagement(e)
	}
	for _, t := range says.Times {
		id := b.span("Time", t.Start, t.End)
		b.note(id, t.Type+" "+t.Value)
	}
	for _, c := range says.Claims {
		id := b.span("Claim", c.Start, c.End)
		b.note(id, strings.TrimSpace(string(c.Type)+" "+c.Value))
	}
	for _, p := range says.People {
		id := b.span("Person", p.Start, p.End)
		b.note(id, strings.Join([]string{p.Person, p.Office, p.Country}, "; "))
	}
	return append(buf, b.out.String()...), nil
}

type brat struct {
	out                      strings.Builder
	text                     string
	chars                    []int
	spans, attributes, notes int
}

func (b *brat) engagement(e reading.Engagement) {
	var first string
	for _, s := range e.Evidence {
		id := b.span(title(string(e.Kind)), s.Start, s.End)
		if first == "" {
			first = id
		}
	}
	if first == "" {
		return
	}
	b.attribute("Status", first, string(e.Status))
	b.attribute("Confidence", first, fmt.Sprintf("%.2f", e.Confidence))
	var parties []string
	for _, p := range e.Parties {
		parties = append(parties, strings.TrimSpace(fmt.Sprintf("%s %s %s", p.Role, p.Country, p.Person)))
	}
	fields := []string{strings.Join(parties, ", ")}
	for _, f := range [][2]string{{"country", e.Country}, {"place", e.Place}, {"when", string(e.When)}, {"event", e.Event}} {
		if f[1] != "" {
			fields = append(fields, f[0]+" "+f[1])
		}
	}
	b.note(first, strings.Join(fields, "; "))
}

// span writes a text-bound annotation and gives its id.
func (b *brat) span(kind string, start, end int) string {
	b.spans++
	id := fmt.Sprintf("T%d", b.spans)
	var places, words []string
	for at := start; at < end; {
		stop := end
		if i := strings.IndexByte(b.text[at:end], '\n'); i >= 0 {
			stop = at + i
		}
		if stop > at {
			places = append(places, fmt.Sprintf("%d %d", b.chars[at], b.chars[stop]))
			words = append(words, b.text[at:stop])
		}
		at = stop + 1
	}
	fmt.Fprintf(&b.out, "%s\t%s %s\t%s\n", id, kind, strings.Join(places, ";"), strings.Join(words, " "))
	return id
}

func (b *brat) attribute(name, of, value string) {
	b.attributes++
	fmt.Fprintf(&b.out, "A%d\t%s %s %s\n", b.attributes, name, of, value)
}

func (b *brat) note(on, text string) {
	b.notes++
	fmt.Fprintf(&b.out, "#%d\tAnnotatorNotes %s\t%s\n", b.notes, on, strings.Join(strings.Fields(text), " "))
}

// runesBefore gives for each byte offset of text, its end included, how many
// characters stand before it.
func runesBefore(text string) []int {
	before := make([]int, len(text)+1)
	n := 0
	for i := range len(text) {
		before[i] = n
		if i+1 == len(text) || utf8.RuneStart(text[i+1]) {
			n++
		}
	}
	before[len(text)] = n
	return before
}

func title(word string) string {
	if word == "" {
		return "Engagement"
	}
	return strings.ToUpper(word[:1]) + word[1:]
}
