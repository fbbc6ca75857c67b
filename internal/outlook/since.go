package outlook

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// firstSince: the record holds the earlier engagement, or covers the time
// since then, and holds nothing in between.
func (q *question) firstSince() (Verdict, []*record.Engagement, string) {
	since := edtf.Date(q.claim.Value)
	lo, hi, ok := since.Bounds()
	if !ok {
		return Unknown, list(q.subject), "the report gives no date for the earlier time"
	}
	entered, office := q.entered(lo, hi)
	if office {
		hi = entered - 1
	}
	if found := q.between(q.sure, hi, q.start()); len(found) > 0 {
		return Contradicted, found, fmt.Sprintf("the record holds %s in between", count(len(found)))
	}
	if old := slices.DeleteFunc(before(at(append(q.sure, q.may...), since), q), q.circular); len(old) > 0 && !office {
		return Supported, append(old[:1:1], list(q.subject)...), "the record holds the earlier one, and none in between"
	}
	if lo >= q.coverage {
		return Supported, list(q.subject), fmt.Sprintf("the record covers %s since %s and holds none in between", q.who(), q.coverage)
	}
	return Unknown, list(q.subject), q.short(lo)
}

// intoOffice finds claims that count from the day somebody took office.
var intoOffice = regexp.MustCompile(`(?i)\b(?:since|after|as)\b.{0,60}?\b(?:office|power|elect\w*|inaugurat\w*|sworn|became|becoming|president|premier|prime minister|chancellor|taoiseach)\b`)

// entered gives the day on which somebody of the claim's engagement took
// office, where the claim counts from it: a day within the given time.
func (q *question) entered(lo, hi edtf.Day) (edtf.Day, bool) {
	if q.o.g == nil || hi-lo > 31 || !intoOffice.MatchString(q.claim.Quote) {
		return 0, false
	}
	people := q.claim.Parties
	if q.subject != nil {
		people = slices.Concat(people, q.subject.Parties)
	}
	for _, p := range people {
		if p.Person == "" {
			continue
		}
		for _, x := range q.o.g.People(family(p.Person)) {
			if x.Country != p.Country || !record.SamePerson(x.Name, p.Person) {
				continue
			}
			for _, t := range x.Tenures {
				if t.From >= lo && t.From <= hi {
					return t.From, true
				}
			}
		}
	}
	return 0, false
}

// circular says whether an earlier engagement is known from the claim's own
// words alone: "the first to come since Jacques Chirac in 2000" is no evidence
// that Chirac came.
func (q *question) circular(e *record.Engagement) bool {
	return q.claim.Report != "" && !slices.ContainsFunc(e.Mentions, func(m record.Mention) bool {
		return m.Report != q.claim.Report || !slices.Contains(q.claim.Own, m.Index)
	})
}

// short says that the record does not reach back far enough.
func (q *question) short(to edtf.Day) string {
	return fmt.Sprintf("the record holds reports on %s from %s on, so a claim back to %s is unknown", q.who(), q.coverage, to)
}

func list(e *record.Engagement) []*record.Engagement {
	if e == nil {
		return nil
	}
	return []*record.Engagement{e}
}

func count(n int) string {
	if n == 1 {
		return "one"
	}
	return fmt.Sprint(n)
}

// before gives those of a list that come before the subject.
func before(es []*record.Engagement, q *question) []*record.Engagement {
	var out []*record.Engagement
	for _, e := range es {
		if d, ok := day(e); ok && e != q.subject && d < q.start() {
			out = append(out, e)
		}
	}
	return out
}

// last: the record holds the engagement named, and nothing after it until the
// report or the engagement that the report is about.
func (q *question) last() (Verdict, []*record.Engagement, string) {
	when := edtf.Date(q.claim.Value)
	_, hi, ok := when.Bounds()
	if !ok {
		return Unknown, nil, fmt.Sprintf("the claim names no time that can be checked (%q)", q.claim.Value)
	}
	until := q.claim.Published
	if q.subject != nil {
		until = min(until, q.start())
	}
	if found := q.between(q.sure, hi, until); len(found) > 0 {
		return Contradicted, found, fmt.Sprintf("the record holds %s after that", count(len(found)))
	}
	if old := at(append(q.sure, q.may...), when); len(old) > 0 {
		return Supported, old[:1], "the record holds it, and none after it"
	}
	return Unknown, nil, fmt.Sprintf("the record lacks the engagement of %s", when)
}

// firstEver: an earlier one makes it false. That there was none the record
// can say only of people who were in contact before without meeting, and whose
// time in office it covers.
func (q *question) firstEver() (Verdict, []*record.Engagement, string) {
	if found := q.between(q.sure, edtf.MinDay, q.start()); len(found) > 0 {
		return Contradicted, found, fmt.Sprintf("the record holds %s before it", count(len(found)))
	}
	if q.subject == nil {
		return Unknown, nil, "the record lacks the engagement that the claim is about"
	}
	if known := q.contactsBefore(); len(known) > 0 && q.claim.Kind == reading.Meeting && q.inOfficeSince(q.coverage) {
		return Supported, append(known[:1:1], q.subject), "the record covers their time in office, holds earlier contacts of theirs and no such one"
	}
	return Unknown, list(q.subject), fmt.Sprintf("the record holds none before it, but reaches back only to %s", q.coverage)
}

// contactsBefore gives earlier contacts of other kinds of the same people, and
// meetings of theirs that were called off.
func (q *question) contactsBefore() []*record.Engagement {
	var out []*record.Engagement
	for _, e := range q.o.with(codes(q.claim.Parties)...) {
		d, ok := day(e)
		if ok && d < q.start() && q.people(e) == these && (e.Kind == reading.Call && e.Status == reading.Held || e.Kind == reading.Meeting && e.Status == reading.Cancelled) {
			out = append(out, e)
		}
	}
	return out
}

// inOfficeSince says whether one at least of the two people named took office
// after a day, by the gazetteer.
func (q *question) inOfficeSince(from edtf.Day) bool {
	if q.o.g == nil {
		return false
	}
	named, fresh := 0, false
	for _, p := range q.claim.Parties {
		if p.Person == "" {
			continue
		}
		named++
		first := edtf.MaxDay
		for _, x := range q.o.g.People(family(p.Person)) {
			if x.Country == p.Country && record.SamePerson(x.Name, p.Person) {
				for _, t := range x.Tenures {
					first = min(first, t.From)
				}
			}
		}
		fresh = fresh || first < edtf.MaxDay && first >= from
	}
	return named >= 2 && fresh
}

// family gives the last word of a name.
func family(person string) string {
	for i := len(person) - 1; i >= 0; i-- {
		if person[i] == ' ' {
			return person[i+1:]
		}
	}
	return person
}
