package outlook

import (
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Change is what happened to a record between two audits: enough to know which
// claims may be judged otherwise now.
type Change struct {
	Engagements []*record.Engagement // those that changed, as they were and as they are
	Series      bool                 // claims of a number in a series came or went
	Day         bool                 // the record is asked as of another day
	All         bool                 // anything may be otherwise

	gathered, counted, known bool
}

// Touches says whether the judgement of a claim may be another after the
// change. It may say so of one that stays the same, never the other way: what
// decides a claim are the engagements that have all of its sides; of a single
// side, which may be an organisation, its gatherings; of a number in a series
// also whatever has a number.
func (c *Change) Touches(claim *record.Claim) bool {
	if c.All {
		return true
	}
	if !c.known {
		c.known = true
		for _, e := range c.Engagements {
			c.gathered = c.gathered || e.Kind == reading.Summit
			c.counted = c.counted || face(e.Kind) && numberedAnyhow(e)
		}
	}
	parties := codes(claim.Parties)
	switch {
	case claim.Type == reading.Frequency && c.Day,
		claim.Type == reading.SeriesNumber && (c.Series || c.counted),
		len(parties) < 2 && c.gathered:
		return true
	}
	for _, e := range c.Engagements {
		if len(parties) > 0 && holdsAll(e.Countries(), parties) {
			return true
		}
	}
	return false
}

// numberedAnyhow says whether a report gives an engagement a number.
func numberedAnyhow(e *record.Engagement) bool {
	for i := range e.Mentions {
		said := &e.Mentions[i].Said
		if _, n := record.EventWords(said.Event); n > 0 || said.Number > 0 {
			return true
		}
	}
	return e.Number > 0
}
