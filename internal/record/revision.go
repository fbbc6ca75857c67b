package record

import "github.com/chancery-project/chancery/internal/edtf"

// Revision counts what changed the engagement after its first report: every
// further mention and every correction. Calendars take it for SEQUENCE
// (RFC 5545, 3.8.7.4): it grows as reports arrive.
func (e *Engagement) Revision() int { return max(0, len(e.Mentions)-1) + len(e.corrections) }

// LastReported gives the day of the latest report that tells of the
// engagement; false where it has none.
func (e *Engagement) LastReported() (edtf.Day, bool) {
	if len(e.Mentions) == 0 {
		return 0, false
	}
	last := e.Mentions[0].Published
	for _, m := range e.Mentions[1:] {
		last = max(last, m.Published)
	}
	return last, true
}

// LastCorrected gives the date of the latest correction, or "".
func (e *Engagement) LastCorrected() string {
	last := ""
	for _, c := range e.corrections {
		last = max(last, c.Date)
	}
	return last
}
