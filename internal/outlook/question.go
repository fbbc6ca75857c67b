package outlook

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// question is a claim with the engagements that it ranges over.
type question struct {
	o        *Outlook
	claim    record.Claim
	asOf     edtf.Day
	coverage edtf.Day
	subject  *record.Engagement   // the engagement of the report that the claim is about, or nil
	sure     []*record.Engagement // held, by the very people, in the order of the record
	may      []*record.Engagement // held, by others of the same sides, by people not named, or among many
	dropped  []*record.Engagement // cancelled
}

// ask finds what a claim ranges over.
func (o *Outlook) ask(c record.Claim, asOf edtf.Day) *question {
	q := &question{o: o, claim: c, asOf: asOf}
	if !q.travel() { // "last met in Oslo", "met in Oslo for the first time": a meeting anywhere counts
		q.claim.Country = ""
	}
	parties := codes(c.Parties)
	q.coverage = o.coverage(parties)
	q.subject = q.find(parties)
	for _, e := range o.candidates(c, parties) {
		if !q.kind(e) && q.akin(e) && e.Status == reading.Held && q.place(e) {
			if q.guests(e) {
				q.sure = append(q.sure, e)
				continue
			}
			q.may = append(q.may, e)
		}
		if !q.kind(e) || !q.place(e) || !q.series(e) {
			continue
		}
		how := q.people(e)
		if how == these {
			how = q.likeSubject(e)
		}
		if how == others && c.Type != reading.FirstSince && c.Type != reading.Last {
			continue
		}
		switch {
		case e.Status == reading.Held && how == these && q.alone(e):
			q.sure = append(q.sure, e)
		case e.Status == reading.Held:
			q.may = append(q.may, e)
		case e.Status == reading.Cancelled && how == these:
			q.dropped = append(q.dropped, e)
		}
	}
	return q
}

// crowd is the number of parties up to which people who are at a gathering can
// be taken to have met.
const crowd = 4

// alone says whether an engagement is surely one of the claim's sides with each
// other. A summit of two is of these two; a state's mere presence at one is no
// contact with anybody.
func (q *question) alone(e *record.Engagement) bool {
	parties := codes(q.claim.Parties)
	switch {
	case len(parties) == 1 && !q.travel():
		return q.o.isOrganisation(parties[0])
	case q.claim.Kind == reading.Summit && q.claim.Series == "":
		return len(e.Countries()) == len(parties)
	}
	return len(e.Countries()) <= crowd
}

// series says whether an engagement is of the series that the claim is about:
// the one it names, or, of a first one ever of no named people, that of its
// subject.
func (q *question) series(e *record.Engagement) bool {
	if q.claim.Series != "" {
		return e.Kind != reading.Summit && e.Kind != reading.Meeting || record.SameSeries(q.claim.Series, e.Event)
	}
	if q.claim.Type != reading.FirstEver || q.subject == nil || q.named() || !face(q.subject.Kind) {
		return true
	}
	return slices.Equal(q.o.words(e), q.o.words(q.subject))
}

// named says whether the claim names a person.
func (q *question) named() bool {
	return slices.ContainsFunc(q.claim.Parties, func(p reading.Party) bool { return p.Person != "" })
}

// likeSubject lowers what an engagement counts for where the claim names
// nobody and its subject is other people's: "the first meeting of the foreign
// ministers" is not denied by a meeting of presidents.
func (q *question) likeSubject(e *record.Engagement) whose {
	if q.named() || q.subject == nil || e == q.subject || q.subject.Kind == reading.Summit {
		return these
	}
	out := these
	for _, p := range q.subject.Parties {
		if p.Person == "" || p.Role == reading.RoleHost {
			continue
		}
		someone, same := false, false
		for _, x := range e.Parties {
			if x.Country == p.Country && x.Person != "" {
				someone = true
				same = same || record.SamePerson(x.Person, p.Person)
				if d, ok := day(e); ok && !same {
					same = q.predecessor(p, x.Person, d)
				}
			}
		}
		switch {
		case same:
			return these
		case someone:
			out = others
		case out == these:
			out = nobody
		}
	}
	return out
}

// candidates gives the engagements of a claim's sides. Of one organisation
// also the gatherings under its name.
func (o *Outlook) candidates(c record.Claim, parties []string) []*record.Engagement {
	found := o.with(parties...)
	if len(parties) == 1 && o.isOrganisation(parties[0]) && c.Type == reading.SeriesNumber {
		found = nil // its own gatherings alone
	}
	if len(parties) == 1 && o.isOrganisation(parties[0]) {
		found = slices.Clone(found)
		for _, e := range o.gatherings(parties[0], c.Series) {
			if !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
		byDay(found)
	}
	return found
}

// kind says whether an engagement is of the kind that the claim ranges over.
func (q *question) kind(e *record.Engagement) bool {
	switch q.claim.Kind {
	case "":
		if q.travel() {
			return e.Kind == reading.Visit
		}
		return contacts[e.Kind]
	case reading.Meeting:
		return face(e.Kind)
	}
	return e.Kind == q.claim.Kind
}

// akin says whether an engagement of another kind can be what a report means
// when it names the earlier one, or counts them: the visit on which they met,
// the talks at a summit.
func (q *question) akin(e *record.Engagement) bool {
	earlier := q.claim.Type == reading.Last || q.claim.Type == reading.FirstSince || q.claim.Type == reading.FirstEver || q.claim.Type == reading.CountInPeriod
	return earlier && q.claim.Kind != reading.Call && (face(e.Kind) || e.Kind == reading.Visit) && len(e.Countries()) <= crowd
}

// guests says whether an engagement is a visit of one of the people of a claim
// about meetings to the other: then they have met, whether or not a report says
// so.
func (q *question) guests(e *record.Engagement) bool {
	if e.Kind != reading.Visit || q.claim.Kind != reading.Meeting || q.claim.Type == reading.CountInPeriod || len(q.claim.Parties) != 2 {
		return false
	}
	for _, p := range q.claim.Parties {
		if p.Person == "" || !slices.ContainsFunc(e.Parties, func(x reading.Party) bool {
			return x.Country == p.Country && x.Person != "" && record.SamePerson(x.Person, p.Person)
		}) {
			return false
		}
	}
	return true
}

// travel says whether the claim is about a visitor.
func (q *question) travel() bool {
	return slices.ContainsFunc(q.claim.Parties, func(p reading.Party) bool { return p.Role == reading.RoleVisitor })
}

// place says whether an engagement is where the claim limits it to.
func (q *question) place(e *record.Engagement) bool {
	if q.claim.Country != "" && e.Country != "" && e.Country != q.claim.Country {
		return false
	}
	if e.Kind != reading.Visit {
		return true
	}
	for _, p := range q.claim.Parties {
		if p.Role == reading.RoleHost && e.Country != p.Country && !slices.ContainsFunc(e.Parties, func(x reading.Party) bool { return x.Role == reading.RoleHost && x.Country == p.Country }) {
			return false
		}
		if p.Role == reading.RoleVisitor && !slices.ContainsFunc(e.Parties, func(x reading.Party) bool { return x.Role == reading.RoleVisitor && x.Country == p.Country }) {
			return false
		}
	}
	return true
}

// whose says whose engagement it is, beside the people of a claim.
type whose int

const (
	others whose = iota // other people of the same sides
	nobody              // some side is not named
	these               // the very people
)

// people compares an engagement's people with the claim's. A host need not be
// the one named.
func (q *question) people(e *record.Engagement) whose {
	out := these
	for _, p := range q.claim.Parties {
		if p.Person == "" || p.Role == reading.RoleHost {
			continue
		}
		named, same := false, false
		for _, x := range e.Parties {
			if x.Country == p.Country && x.Person != "" && (e.Kind != reading.Visit || x.Role != reading.RoleHost) {
				named = true
				same = same || record.SamePerson(x.Person, p.Person)
				if d, ok := day(e); ok && !same {
					same = q.predecessor(p, x.Person, d)
				}
			}
		}
		switch {
		case same:
		case named:
			return others
		default:
			out = nobody
		}
	}
	return out
}

// find gives the engagement of the claim's own report that it is about: one at
// the time that the claim names, or else the one nearest to the report's date,
// the dated before the undated. A claim that no report makes can be about any
// of its sides' engagements. A claim of the last time is not about the
// engagement that it names.
func (q *question) find(parties []string) *record.Engagement {
	var best *record.Engagement
	nearest := 0
	for _, e := range q.told(q.o.candidates(q.claim, parties)) {
		if !q.kind(e) || !q.place(e) || q.people(e) == others {
			continue
		}
		if e.Status == reading.Cancelled && q.claim.Type != reading.FirstEver {
			continue
		}
		if q.claim.Type != reading.Last && q.claim.When != "" && e.When != "" && !e.When.Overlaps(q.claim.When) {
			continue
		}
		if (q.claim.Type == reading.Last || q.claim.Type == reading.FirstSince) && e.When != "" && e.When.Overlaps(edtf.Date(q.claim.Value)) {
			continue // the earlier one, not the one that the claim is about
		}
		if far := q.far(e); best == nil || far < nearest {
			best, nearest = e, far
		}
	}
	return best
}

// told keeps the engagements that the claim's own report tells of, in the order
// of the record; all where no report makes the claim.
func (q *question) told(es []*record.Engagement) []*record.Engagement {
	if q.claim.Report == "" {
		return es
	}
	return toldIn(es, q.claim.Report)
}

// toldIn keeps the engagements that a report tells of, in the order of the
// record.
func toldIn(es []*record.Engagement, report string) []*record.Engagement {
	var out []*record.Engagement
	for _, e := range es {
		if slices.Contains(e.Reports, report) {
			out = append(out, e)
		}
	}
	return together(out)
}

// far gives how many days lie between an engagement and the report. The
// undated are further than any dated one, the ones of many further than those
// of the two sides alone.
func (q *question) far(e *record.Engagement) int {
	extra := 0
	if len(e.Countries()) > len(codes(q.claim.Parties)) {
		extra = 2
	}
	lo, hi, ok := e.When.Bounds()
	switch {
	case !ok:
		return 1 << 20
	case lo > q.claim.Published:
		return int(lo-q.claim.Published) + extra
	case hi < q.claim.Published:
		return int(q.claim.Published-hi) + extra
	}
	return extra
}

// start gives the first day of the engagement that the claim is about, or the
// day after the report where the record does not have it.
func (q *question) start() edtf.Day {
	if q.subject != nil {
		if d, ok := day(q.subject); ok {
			return d
		}
	}
	if lo, _, ok := q.claim.When.Bounds(); ok {
		return lo
	}
	return q.claim.Published + 1
}

// sameTrip is how many days before the subject an engagement in the same
// country may be told of and still be the same occasion, told with another day.
const sameTrip = 7

// vague is the number of days from which a time is too vague to stand against
// a claim.
const vague = 92

// between gives the engagements that surely lie after one day and before
// another, without the subject and what belongs to its occasion.
func (q *question) between(es []*record.Engagement, after, before edtf.Day) []*record.Engagement {
	var out []*record.Engagement
	for _, e := range es {
		lo, hi, ok := e.When.Bounds()
		if !ok || e == q.subject || lo <= after || hi >= before || hi-lo >= vague {
			continue
		}
		if hi >= before-sameTrip && q.sameOccasion(e) {
			continue
		}
		out = append(out, e)
	}
	return out
}

// sameOccasion says whether an engagement that lies just before the subject may
// be the same one, told with another day: in the same country, or where the
// record does not say where or when the subject was.
func (q *question) sameOccasion(e *record.Engagement) bool {
	if q.subject == nil {
		return q.claim.Type != reading.Last
	}
	if _, dated := day(q.subject); !dated {
		return true
	}
	return e.Kind != reading.Call && (e.Country == q.subject.Country || e.Country == "" || q.subject.Country == "")
}

// at gives the engagements whose time overlaps another.
func at(es []*record.Engagement, when edtf.Date) []*record.Engagement {
	var out []*record.Engagement
	for _, e := range es {
		if e.When.Overlaps(when) {
			out = append(out, e)
		}
	}
	return out
}

// who names the claim's sides for a sentence.
func (q *question) who() string {
	var names []string
	for _, c := range codes(q.claim.Parties) {
		names = append(names, q.o.name(c))
	}
	if n := len(names); n > 2 {
		names = append(names[:n-2], names[n-2]+" and "+names[n-1])
		return strings.Join(names, ", ")
	}
	return strings.Join(names, " and ")
}
