package outlook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// count checks "the third meeting" and "met twice this year": more occasions
// than claimed make it false, as many support it, fewer leave it open.
func (q *question) count() (Verdict, []*record.Engagement, string) {
	rank, period, _ := strings.Cut(q.claim.Value, " in ")
	n, err := strconv.Atoi(strings.TrimSpace(rank))
	if err != nil {
		return Unknown, list(q.subject), fmt.Sprintf("the claim names no number that can be checked (%q)", q.claim.Value)
	}
	if q.claim.Type == reading.Nth && q.subject != nil && q.subject.Kind == reading.Meeting && q.otherRound(n) {
		return Contradicted, list(q.subject), "another report gives it another number"
	}
	es := q.within(q.sure, period)
	met := occasionsOf(es)
	first := firstOf(met)
	if len(met) < n && q.claim.Type == reading.CountInPeriod && q.claim.Kind == reading.Meeting {
		for _, e := range q.within(q.may, period) { // whoever travels to the other has met him
			if e.Kind == reading.Visit && q.people(e) != others && len(e.Countries()) == len(codes(q.claim.Parties)) {
				es = append(es, e)
			}
		}
		byDay(es)
		if visited := occasionsOf(es); len(visited) == n {
			return Supported, firstOf(visited), fmt.Sprintf("the record holds exactly %d, visits to each other counted", n)
		}
	}
	switch {
	case len(met) > n:
		return Contradicted, first, fmt.Sprintf("the record holds %d, more than %d", len(met), n)
	case len(met) == n:
		return Supported, first, fmt.Sprintf("the record holds exactly %d", n)
	}
	if len(first) == 0 {
		first = list(q.subject)
	}
	return Unknown, first, fmt.Sprintf("the record holds %d of %d, and covers %s from %s on", len(met), n, q.who(), q.coverage)
}

// within gives the engagements that lie in the period of a count, or, without
// one, before what the claim counts up to.
func (q *question) within(held []*record.Engagement, period string) []*record.Engagement {
	var es []*record.Engagement
	lo, hi, limited := edtf.Date(strings.TrimSpace(period)).Bounds()
	for _, e := range held {
		from, to, ok := e.When.Bounds()
		switch {
		case !ok:
		case limited && (from < lo || to > hi):
		case q.claim.Type == reading.Nth && from > q.start() && e != q.subject:
		case q.claim.Type == reading.CountInPeriod && from > q.claim.Published && e != q.subject:
		default:
			es = append(es, e)
		}
	}
	return es
}

// firstOf gives the first engagement of each occasion.
func firstOf(met [][]*record.Engagement) []*record.Engagement {
	var out []*record.Engagement
	for _, o := range met {
		out = append(out, o[0])
	}
	return out
}

// otherRound says whether other reports give the round of talks that the claim
// is about another number, and none the same.
func (q *question) otherRound(n int) bool {
	other := false
	for _, m := range q.subject.Mentions {
		k := m.Said.Number
		if k == 0 {
			_, k = record.EventWords(m.Said.Event)
		}
		if k == 0 || m.Report == q.claim.Report {
			continue
		}
		if k == n {
			return false
		}
		other = true
	}
	return other
}

// frequency checks "every year": a dropped occasion makes it false, three at
// the pace support it, or two just a period apart. A gap alone says nothing: nobody may have reported it.
func (q *question) frequency() (Verdict, []*record.Engagement, string) {
	months := monthsOf(q.claim.Value)
	if months == 0 {
		return Unknown, nil, "the claim names no period that can be checked"
	}
	arrangement := &record.Engagement{Parties: q.claim.Parties, Event: q.claim.Series, Kind: reading.Arrangement}
	if q.claim.Kind == reading.Call {
		arrangement.Practice = "call"
	}
	held, _ := q.o.occasions(arrangement, q.asOf)
	steady, exact := true, len(held) >= 2
	for i := 1; i < len(held); i++ {
		_, a, _ := held[i-1].When.Bounds()
		b, _, _ := held[i].When.Bounds()
		gap, usual := float64(b-a), float64(months)*30.44
		if gap > usual*1.6+20 {
			steady = false
		}
		exact = exact && gap > usual*0.7-20 && gap < usual*1.3+20
	}
	dropped := q.droppedOccasions(arrangement)
	late := tooLate(held, months)
	switch {
	case len(late) > 0:
		return Contradicted, late, "the record holds two that follow each other in number much later"
	case len(dropped) > 0:
		return Contradicted, dropped, fmt.Sprintf("the record holds %s that was called off", count(len(dropped)))
	case len(held) >= enoughOccasions && steady, exact:
		return Supported, held, fmt.Sprintf("the record holds %d at that pace", len(held))
	case len(held) >= enoughOccasions:
		return Unknown, held, "the record holds longer gaps, but no report says that any was left out"
	}
	return Unknown, held, fmt.Sprintf("the record holds %d, too few to say", len(held))
}

// tooLate gives two gatherings with numbers that follow each other between which
// much more time lies than a practice allows.
func tooLate(held []*record.Engagement, months int) []*record.Engagement {
	for _, a := range held {
		for _, b := range held {
			_, end, _ := a.When.Bounds()
			start, _, _ := b.When.Bounds()
			if a.Number > 0 && b.Number == a.Number+1 && float64(start-end) > float64(months)*30.44*1.6+20 {
				return []*record.Engagement{a, b}
			}
		}
	}
	return nil
}

// droppedOccasions gives the gatherings of the practice that were called off.
func (q *question) droppedOccasions(a *record.Engagement) []*record.Engagement {
	var out []*record.Engagement
	for _, e := range q.o.with(codes(a.Parties)...) {
		if e.Kind == reading.Summit && e.Status == reading.Cancelled && len(e.Countries()) == len(codes(a.Parties)) {
			out = append(out, e)
		}
	}
	return out
}

// monthsOf gives an ISO 8601 duration in months; 0 where it is none of years
// or months.
func monthsOf(period string) int {
	if len(period) < 3 || period[0] != 'P' {
		return 0
	}
	n, err := strconv.Atoi(period[1 : len(period)-1])
	if err != nil {
		return 0
	}
	switch period[len(period)-1] {
	case 'Y':
		return 12 * n
	case 'M':
		return n
	}
	return 0
}
