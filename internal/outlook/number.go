package outlook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// number says that a report gives a gathering a number in its series.
type number struct {
	e      *record.Engagement
	n      int
	report string
	print  record.Print // of its text
}

// numbers are what claims number, in the order of the claims, to be found by
// gathering.
type numbers struct {
	all   []number
	under map[string][]int // indexes into all, by the keys of their gathering
}

func (o *Outlook) newNumbers(all []number) numbers {
	out := numbers{all, map[string][]int{}}
	for i, x := range all {
		for _, key := range o.seriesKeys(x.e) {
			out.under[key] = append(out.under[key], i)
		}
	}
	return out
}

// near gives the numbers of gatherings that can be of one's series, and its
// own.
func (o *Outlook) near(e *record.Engagement, in numbers) []number {
	if len(in.all) == 0 {
		return nil
	}
	var found []int
	for _, key := range o.seriesKeys(e) {
		found = append(found, in.under[key]...)
	}
	slices.Sort(found)
	var out []number
	for _, i := range slices.Compact(found) {
		out = append(out, in.all[i])
	}
	return out
}

// seriesKeys gives keys of a gathering such that two of one series share one;
// see sameSeries.
func (o *Outlook) seriesKeys(e *record.Engagement) []string {
	keys := []string{"sides " + strings.Join(e.Countries(), " ")}
	if words, _ := record.EventWords(e.Event); len(words) > 0 {
		keys = append(keys, "event "+strings.Join(words, " "))
		if named := o.namedSides(e); len(named) > 1 {
			keys = append(keys, "named "+strings.Join(named, " "))
		}
	}
	return keys
}

// numbersOf collects the numbers that reports give a gathering and those that
// can be of its series, in their names; behind them those that reports claim.
func (o *Outlook) numbersOf(e *record.Engagement, claimed numbers) []number {
	var out []number
	had := map[number]bool{}
	add := func(x number) {
		if !had[x] {
			had[x] = true
			out = append(out, x)
		}
	}
	series := [][]*record.Engagement{{e}, o.with(e.Countries()...)}
	if words, _ := record.EventWords(e.Event); len(words) > 0 {
		series = append(series, o.find(Want{Event: e.Event}))
	}
	if sides := o.namedSides(e); len(sides) > 1 {
		series = append(series, o.with(sides...))
	}
	for _, e := range together(series...) {
		for _, m := range e.Mentions {
			n := m.Said.Number
			if n == 0 {
				_, n = record.EventWords(m.Said.Event)
			}
			if n > 0 && face(e.Kind) {
				add(number{e, n, m.Report, m.Print})
			}
		}
	}
	for _, x := range o.near(e, claimed) {
		add(x)
	}
	return out
}

// numbersClaimed collects the numbers that claims give gatherings.
func (o *Outlook) numbersClaimed(claims []record.Claim) numbers {
	var out []number
	for _, c := range claims {
		if c.Type != reading.SeriesNumber {
			continue
		}
		if n, err := strconv.Atoi(c.Value); err == nil {
			if e := o.gathering(c, n); e != nil {
				out = append(out, number{e, n, c.Report, c.Print})
			}
		}
	}
	return o.newNumbers(out)
}

// gathering gives the engagement of a claim's report that the claim numbers:
// one that has the number, or else one that the claim's time fits, or else the
// one nearest to the report.
func (o *Outlook) gathering(c record.Claim, n int) *record.Engagement {
	parties := codes(c.Parties)
	candidates := o.candidates(c, parties)
	var best *record.Engagement
	score := -1
	for _, e := range toldIn(candidates, c.Report) {
		if !face(e.Kind) && !(e.Kind == reading.Visit && c.Kind == reading.Visit) {
			continue
		}
		s := 0
		if len(e.Countries()) == len(parties) {
			s += 2
		}
		if e.Kind == reading.Summit {
			s++
		}
		said := 0
		for _, m := range e.Mentions {
			if m.Report == c.Report {
				said = m.Said.Number
				if _, k := record.EventWords(m.Said.Event); said == 0 {
					said = k
				}
			}
		}
		switch {
		case said == n:
			s += 20
		case said > 0:
			continue
		case e.Number == n:
			s += 15
		}
		switch {
		case c.When == "" || e.When == "":
		case e.When.Overlaps(c.When):
			s += 10
		case said != n && e.Number != n:
			continue
		}
		if d, ok := day(e); ok && c.When == "" {
			if gap := int(c.Published - d); gap < 0 && gap > -40 || gap >= 0 && gap < 15 {
				s += 3
			}
		}
		if s > score {
			best, score = e, s
		}
	}
	return best
}

// seriesNumber: other numbers of the series agree with it, by their order and
// by how many lie between; a first one is supported also by a second report.
func (q *question) seriesNumber(claims numbers, others []claimedNumber) (Verdict, []*record.Engagement, string) {
	n, err := strconv.Atoi(q.claim.Value)
	if err != nil {
		return Unknown, nil, fmt.Sprintf("the claim names no number that can be checked (%q)", q.claim.Value)
	}
	e := q.o.gathering(q.claim, n)
	if e == nil {
		switch q.byClaims(others) {
		case Supported:
			return Supported, nil, "the numbers that other reports give the series agree"
		case Contradicted:
			return Contradicted, nil, "the numbers that other reports give the series do not agree with it"
		}
		return Unknown, nil, "the record lacks the gathering"
	}
	when, dated := day(e)
	agree, differ, here := 0, 0, 0
	var fits, against []*record.Engagement
	var taken *record.Engagement // an earlier one that has the number
	for _, x := range q.o.numbersOf(e, claims) {
		if x.e == e {
			switch {
			case x.report == q.claim.Report || x.print.Near(q.claim.Print): // a copy confirms nothing
			case x.n == n:
				here++
			default:
				differ++
			}
			continue
		}
		d, ok := day(x.e)
		if !ok || !dated || !q.o.sameSeries(e, x.e) {
			continue
		}
		switch {
		case x.n == n && d > when: // the later one is wrong, if one of both is
		case x.n == n:
			if x.e.Number == n && here == 0 {
				taken = x.e
			}
			against = append(against, x.e)
		case (x.n < n) == (d < when) && q.room(e, x, n):
			agree++
			fits = append(fits, x.e)
		default:
			against = append(against, x.e)
		}
	}
	switch {
	case differ > here && e.Number != n || differ > 0 && len(against) > agree:
		return Contradicted, append(list(e), against...), "other reports give it another number"
	case taken != nil && here == 0:
		return Contradicted, append(list(e), taken), "an earlier one has that number"
	case len(against) > agree && here == 0:
		return Contradicted, append(list(e), against...), "the numbers of the others do not agree with it"
	case dated && when < q.coverage:
		return Unknown, list(e), q.short(when)
	case agree > 0:
		return Supported, append(list(e), fits...), "the numbers of the others in the series agree"
	case here > 0:
		return Supported, list(e), "another report gives it the same number"
	}
	if held := q.until(e); len(held) == n && n > 1 {
		return Supported, held, fmt.Sprintf("the record holds exactly %d until then", n)
	}
	switch q.byClaims(others) {
	case Supported:
		return Supported, list(e), "the numbers that other reports give the series agree"
	case Contradicted:
		return Contradicted, list(e), "the numbers that other reports give the series do not agree with it"
	}
	return Unknown, list(e), "the record holds no other number of the series"
}

// until gives the gatherings of the very same three or more sides until one of
// them, without numbers.
func (q *question) until(e *record.Engagement) []*record.Engagement {
	last, ok := day(e)
	if !ok || len(e.Countries()) < 3 || len(e.Countries()) > crowd {
		return nil
	}
	var out []*record.Engagement
	for _, x := range q.o.with(e.Countries()...) {
		if d, ok := day(x); ok && d <= last && face(x.Kind) && x.Status == reading.Held && len(x.Countries()) == len(e.Countries()) {
			out = append(out, x)
		}
	}
	return out
}

// room says whether no more gatherings lie between two than their numbers
// leave room for.
func (q *question) room(e *record.Engagement, x number, n int) bool {
	a, _ := day(e)
	b, _ := day(x.e)
	lo, hi := min(a, b), max(a, b)
	var between []*record.Engagement
	for _, y := range q.o.with(e.Countries()...) {
		if d, ok := day(y); ok && y != e && y != x.e && y.Status == reading.Held && y.Kind == reading.Summit && e.Kind == reading.Summit && q.o.sameSeries(e, y) && d > lo && d < hi && !y.When.Overlaps(e.When) && !y.When.Overlaps(x.e.When) {
			between = append(between, y)
		}
	}
	return len(occasionsOf(between)) < max(n-x.n, x.n-n)
}
