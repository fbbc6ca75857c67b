package relational

import (
	"unique"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// kept is what one batch loaded, for the next: in a record that many reports
// a day tell of the same few, most of it is the same.
type kept struct {
	state  state // of the record that it is of
	active []record.Correction
	linker *record.Linker
	shelf  *shelf
	few    int // how many mentions were left when the linker last forgot some
}

// state tells one state of a record from another.
type state struct{ number, changed int64 }

// How many mentions are kept at most, some 2 KB each, and how many more than
// were left the last time before some are forgotten again.
var mostKept, moreKept = 70000, 12000

// keep gives what the next batch can use, once this one is committed.
func (b *batch) keep() *kept {
	s := b.shelf
	for _, p := range s.placed {
		if !b.linker.Knows(p.Ref) {
			return nil // it was looked at, not linked
		}
	}
	gone := b.linker.Changes().Removed
	b.linker.Next(record.TiesOf(b.active))
	for range 2 {
		if b.linker.Size() > min(b.few+moreKept, mostKept) {
			gone = append(gone, b.linker.Forget()...)
			b.few = b.linker.Size()
		}
	}
	if b.few > mostKept {
		return nil
	}
	for _, r := range gone {
		delete(s.refs, s.ids[r])
		delete(s.ids, r)
	}
	s.st = nil
	clear(s.placed)
	clear(s.groups)
	now := b.state
	if b.st.changed != 0 {
		now = state{b.revision, b.st.changed}
	}
	return &kept{now, b.active, b.linker, s, b.few}
}

// bare gives an engagement as linking gets it from the database: without
// evidence and attribution, and with no hold on the text of its report.
func bare(e *reading.Engagement) reading.Engagement {
	out := reading.Engagement{
		Kind: e.Kind, Country: one(e.Country), Place: one(e.Place), When: one(e.When), Status: e.Status, Event: one(e.Event), Number: e.Number,
		Practice: one(e.Practice), NextHost: one(e.NextHost), Alternates: e.Alternates, Type: one(e.Type), Duration: one(e.Duration),
		Implied: e.Implied, Presumed: e.Presumed, Confidence: e.Confidence,
		Parties: make([]reading.Party, len(e.Parties)),
	}
	for i, p := range e.Parties {
		out.Parties[i] = reading.Party{Country: one(p.Country), Person: one(p.Person), Role: p.Role, Office: one(p.Office)}
	}
	return out
}

// one gives a string of which there is one in memory.
func one[T ~string](s T) T { return unique.Make(s).Value() }
