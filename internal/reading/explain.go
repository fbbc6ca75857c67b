package reading

import (
	"fmt"
	"io"
)

// explanation writes why a reading says what it says.
type explanation struct {
	w   io.Writer
	err error
}

func (x *explanation) printf(format string, args ...any) {
	if x.err == nil {
		_, x.err = fmt.Fprintf(x.w, format, args...)
	}
}

// sentence prints a sentence before what is read in it.
func (x *explanation) sentence(p *page, si int) {
	s := &p.doc.Sentences[si]
	x.printf("\n[%d] %s\n", si, p.doc.Text[s.Start:s.End])
}

// trigger tells that an entry of the lexicon was tried at a word.
func (x *explanation) trigger(p *page, e *event, ok bool) {
	verdict := "fits"
	if !ok {
		verdict = "refused: roles missing"
	} else if e.denied {
		verdict = "refused: denied"
	}
	s := &p.doc.Sentences[e.sent]
	tok := &s.Tokens[e.tok]
	x.printf("%d-%d %q: lexicon line %d (%s %s), status %s: %s\n", tok.Start, tok.End, p.doc.Word(tok), e.trig.Line, e.trig.Word, e.trig.Kind, e.status, verdict)
	for _, q := range e.parties {
		name := ""
		if q.person != nobody {
			name = p.people[q.person].name
		}
		x.printf("    %s: %s %s, from %q\n", q.role, q.code, name, p.text(q.sent, max(q.tok, 0), max(q.tok, 0)+1))
	}
	for _, k := range e.times {
		t := &p.times[k]
		x.printf("    when: %s, from %q\n", e.when, p.doc.Text[t.Start:t.End])
	}
}

// merged tells that a mention joined an engagement told before.
func (x *explanation) merged(p *page, a, b *event) {
	x.printf("    %q at %d joins the %s told at %d\n", p.text(b.sent, b.tok, b.tok+1), p.doc.Sentences[b.sent].Start, a.kind, p.doc.Sentences[a.sent].Start)
}

// result prints the engagements with the words of each field.
func (x *explanation) result(r *Reading) {
	for i := range r.Engagements {
		e := &r.Engagements[i]
		x.printf("\n%d. %s, %s, when %q, %s/%s, confidence %.2f\n", i+1, e.Kind, e.Status, e.When, e.Country, e.Place, e.Confidence)
		for _, s := range e.Evidence {
			field := s.Field
			if field == "" {
				field = "told"
			}
			x.printf("    %s: %d-%d %q\n", field, s.Start, s.End, s.Quote)
		}
	}
}
