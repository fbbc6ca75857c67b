package record

import (
	"cmp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Engagement is one real engagement: what all reports together say of it.
type Engagement struct {
	EID         string            `json:"eid"` // see eid
	Kind        reading.Kind      `json:"kind"`
	Parties     []reading.Party   `json:"parties"`
	Country     string            `json:"country"`
	Place       string            `json:"place"`
	When        edtf.Date         `json:"when"`
	Status      reading.Status    `json:"status"` // the last word, see statusOf
	Event       string            `json:"event"`
	Number      int               `json:"number,omitempty"`
	Practice    string            `json:"practice,omitempty"`
	NextHost    string            `json:"next_host,omitempty"`
	Type        string            `json:"type,omitempty"`
	Duration    string            `json:"duration,omitempty"`
	Reports     []string          `json:"reports"` // ids, sorted
	Conflicts   []Conflict        `json:"conflicts"`
	PartOf      []string          `json:"part_of,omitempty"`  // eids of what it belongs to: the summit of a visit, the visit of a meeting
	Steps       []Step            `json:"steps"`              // its life, in order of publication
	Fields      []Field           `json:"fields"`             // every value said, by field
	Marks       []Mark            `json:"marks,omitempty"`    // what people said of it
	Confidence  float64           `json:"confidence"`         // 0 to 1
	Copies      map[string]string `json:"copies,omitempty"`   // reports whose text is a copy of another one's: its id
	Mentions    []Mention         `json:"-"`                  // in order
	Rejected    bool              `json:"rejected,omitempty"` // a person said that there is no such engagement
	founder     Ref
	corrections []Correction // that concern it
}

// Founder names the mention that the engagement began with.
func (e *Engagement) Founder() Ref { return e.founder }

// Conflict is a field of which sources say values that exclude one another.
type Conflict struct {
	Field  string              `json:"field"`
	Values map[string][]string `json:"values"` // value to report ids, sorted
}

// Step is a moment in an engagement's life at which its status or its time
// changed.
type Step struct {
	Published edtf.Day       `json:"-"`
	Date      string         `json:"date"` // when the report said so
	Status    reading.Status `json:"status"`
	When      edtf.Date      `json:"when"`
	Report    string         `json:"report"`
}

// Field holds all values said of one field.
type Field struct {
	Name   string  `json:"field"`
	Chosen string  `json:"chosen"`
	Rule   string  `json:"rule"` // why the chosen one
	Values []Value `json:"values"`
}

// Value is one value of a field with those who say it.
type Value struct {
	Value   string   `json:"value"`
	Sources []Source `json:"sources"` // in order of publication
}

// Source is one report that says a value, and whom it quotes.
type Source struct {
	Ref         Ref               `json:"ref"`
	Report      string            `json:"report"`
	Outlet      string            `json:"outlet,omitempty"`
	Published   string            `json:"published"`
	Attribution []reading.Speaker `json:"attribution,omitempty"`
}

// Settled says that AsOf gives the engagement as it is: no report of it is
// later than the day, and nobody corrected it.
func (e *Engagement) Settled(day edtf.Day) bool {
	return len(e.Mentions) > 0 && e.Mentions[len(e.Mentions)-1].Published <= day && len(e.corrections) == 0
}

// AsOf gives the engagement as the reports published until a day tell it, and
// false where none does. Corrections hold from the day on which they were
// signed.
func (e *Engagement) AsOf(day edtf.Day) (Engagement, bool) {
	n := 0
	for n < len(e.Mentions) && e.Mentions[n].Published <= day {
		n++
	}
	if n == 0 {
		return Engagement{}, false
	}
	if e.Settled(day) {
		return *e, true
	}
	var signed []Correction
	for _, c := range e.corrections {
		if c.Date <= day.String() {
			signed = append(signed, c)
		}
	}
	old := Assemble(e.Mentions[:n], signed)
	old.PartOf = e.PartOf
	return old, true
}

// Countries gives the codes of the parties, sorted.
func (e *Engagement) Countries() []string {
	out := make([]string, 0, len(e.Parties))
	for _, p := range e.Parties {
		out = append(out, p.Country)
	}
	return compact(out)
}

// Sort puts engagements into the order of the record: by first day, the
// undated behind the dated, then by kind and eid.
func Sort(es []Engagement) {
	slices.SortFunc(es, func(a, b Engagement) int { return Compare(&a, &b) })
}

// Compare compares two engagements by the order of the record.
func Compare(a, b *Engagement) int {
	alo, _, aok := a.When.Bounds()
	blo, _, bok := b.When.Bounds()
	if aok != bok {
		if aok {
			return -1
		}
		return 1
	}
	if !aok {
		alo, blo = 0, 0
	}
	return cmp.Or(cmp.Compare(alo, blo), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.EID, b.EID))
}

// Names says whether a party has a name that fits, such as "Modi" or
// "Narendra Modi".
func (e *Engagement) Names(person string) bool {
	n := parseName(person)
	return slices.ContainsFunc(e.Parties, func(p reading.Party) bool { return parseName(p.Person).same(n) })
}
