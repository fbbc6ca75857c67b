package outlook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Ground is what a turn rests on.
type Ground string

// The grounds.
const (
	Words   Ground = "words"   // a report states the practice
	Pattern Ground = "pattern" // nobody states it; past occasions show it
)

// Turn is a standing arrangement as it stands on a day.
type Turn struct {
	Parties  []reading.Party
	Practice string // "meet", "call", "visit", or what reports call the gathering
	Period   string // ISO 8601 duration, or empty
	Ground   Ground
	EID      string // of the arrangement; empty for a pattern
	NextHost string // country or organisation whose turn it is to host, or empty
	Why      string // how NextHost was found
	Due      edtf.Date
	Overdue  bool               // Due has passed
	Last     *record.Engagement // last occasion held, or nil
	Next     *record.Engagement // next occasion planned, or nil
	Held     []string           // eids of the occasions held, oldest first
	Basis    []string           // reports, sorted
}

// Turns gives the standing arrangements as of a day: those that reports state,
// then those that only the pattern of past occasions shows; by parties, then
// practice. Engagements that are told of only later do not count: take the
// record as of the day.
func (o *Outlook) Turns(asOf edtf.Day) []Turn {
	var out []Turn
	for _, e := range o.listed(reading.Arrangement) {
		if e.Status != reading.Cancelled {
			out = append(out, o.turn(e, asOf))
		}
	}
	sortTurns(out)
	patterns := o.patterns(asOf, out)
	sortTurns(patterns)
	return append(out, patterns...)
}

func sortTurns(turns []Turn) {
	slices.SortStableFunc(turns, func(a, b Turn) int {
		if c := slices.Compare(codes(a.Parties), codes(b.Parties)); c != 0 {
			return c
		}
		return strings.Compare(a.Practice+a.Period+a.EID, b.Practice+b.Period+b.EID)
	})
}

// turn works out one stated arrangement.
func (o *Outlook) turn(e *record.Engagement, asOf edtf.Day) Turn {
	t := Turn{Parties: e.Parties, Practice: practice(e), Period: string(e.When), Ground: Words, EID: e.EID}
	held, ahead := o.occasions(e, asOf)
	o.expect(&t, codes(e.Parties), held, ahead, asOf)
	if t.NextHost == "" || t.Next == nil {
		o.saidHost(&t, e, held)
	}
	if t.NextHost == "" {
		o.guest(&t, e, asOf)
	}
	if t.NextHost == "" && len(held) > 0 && alternates(e) {
		t.NextHost, t.Why = o.afterTurn(codes(e.Parties), held)
	}
	o.due(&t, asOf)
	t.Basis = reportsOf(append([]*record.Engagement{e}, t.Last, t.Next)...)
	return t
}

func practice(e *record.Engagement) string {
	switch {
	case e.Event != "":
		return e.Event
	case e.Practice != "":
		return e.Practice
	}
	return "meet"
}

// saidHost takes the host that reports name as next, of the practice or at its
// occasions, the latest word first. It is over where that host has held its
// occasion since, or another was held when its turn must have been over: then
// the turn has passed on.
func (o *Outlook) saidHost(t *Turn, e *record.Engagement, held []*record.Engagement) {
	var last *record.Mention
	for _, x := range append([]*record.Engagement{e}, held...) {
		for i := range x.Mentions {
			if m := &x.Mentions[i]; m.Said.NextHost != "" && (last == nil || m.Published > last.Published) {
				last = m
			}
		}
	}
	if last == nil {
		return
	}
	_, until, dated := after(edtf.DayDate(last.Published), t.Period).Bounds()
	if slices.ContainsFunc(held, func(h *record.Engagement) bool {
		d, ok := day(h)
		return ok && d > last.Published && (o.side(codes(e.Parties), h) == last.Said.NextHost || dated && d > until)
	}) {
		t.NextHost, t.Why = o.afterTurn(codes(e.Parties), held)
		return
	}
	t.NextHost, t.Why = last.Said.NextHost, "as reported on "+last.Published.String()
}

// alternates says whether reports say that the parties take turns.
func alternates(e *record.Engagement) bool {
	return slices.ContainsFunc(e.Mentions, func(m record.Mention) bool { return m.Said.Alternates })
}

// guest takes the host of a visit ahead between two sides that meet in turn,
// by somebody who was at their last occasion or is named for the practice.
func (o *Outlook) guest(t *Turn, e *record.Engagement, asOf edtf.Day) {
	parties := codes(e.Parties)
	if len(parties) != 2 || t.Practice == "call" {
		return
	}
	people := slices.Clone(e.Parties)
	if t.Last != nil {
		people = append(people, t.Last.Parties...)
	}
	var visits []*record.Engagement
	for _, v := range o.with(parties...) {
		if v.Kind == reading.Visit && len(v.Countries()) == 2 && slices.ContainsFunc(people, func(p reading.Party) bool { return p.Person != "" && travels(v, p) }) {
			visits = append(visits, v)
		}
	}
	if _, ahead := split(visits, asOf); len(ahead) > 0 {
		t.Next, t.NextHost, t.Why = ahead[0], ahead[0].Country, "host of the visit ahead"
	}
}

// expect finds the last and the next occasion and from them the next host.
func (o *Outlook) expect(t *Turn, parties []string, held, ahead []*record.Engagement, asOf edtf.Day) {
	if len(held) > 0 {
		t.Last = held[len(held)-1]
	}
	t.Held = eids(held...)
	if len(ahead) > 0 {
		t.Next = ahead[0]
		if h := o.side(parties, t.Next); h != "" {
			t.NextHost, t.Why = h, "host of the next one planned"
			return
		}
	}
	t.NextHost, t.Why = o.inTurn(parties, held)
}

// side gives the party that hosts an occasion: the country itself, or the one
// organisation among the parties that it belongs to, or whose members are not
// listed where it belongs to none. Of an organisation's own gatherings it is
// the country.
func (o *Outlook) side(parties []string, e *record.Engagement) string {
	if e.Country == "" || len(parties) == 1 || slices.Contains(parties, e.Country) {
		return e.Country
	}
	if o.g == nil {
		return ""
	}
	at := published(e)
	if d, ok := day(e); ok {
		at = d
	}
	var of, open []string // organisations it belongs to, and those whose members are not listed
	for _, p := range parties {
		org, ok := o.g.OrganisationByCode(p)
		switch {
		case !ok:
		case org.HasMember(e.Country, at):
			of = append(of, p)
		case len(org.Members) == 0:
			open = append(open, p)
		}
	}
	switch {
	case len(of) == 1:
		return of[0]
	case len(of) == 0 && len(open) == 1:
		return open[0]
	}
	return ""
}

// inTurn gives the next host where the hosts of the last occasions show that
// they take turns, or that it is always the same place.
func (o *Outlook) inTurn(parties []string, held []*record.Engagement) (host, why string) {
	var hosts []string
	for _, e := range held {
		if h := o.side(parties, e); h != "" {
			hosts = append(hosts, h)
		}
	}
	n := len(hosts)
	if len(parties) == 1 {
		if n >= 2 && hosts[n-1] == hosts[n-2] {
			return hosts[n-1], "host of the last ones"
		}
		return "", ""
	}
	if n < 2 || hosts[n-1] == hosts[n-2] {
		return "", ""
	}
	return o.afterTurn(parties, held)
}

// afterTurn gives the party that has waited longest to host, where they take
// turns.
func (o *Outlook) afterTurn(parties []string, held []*record.Engagement) (host, why string) {
	if len(parties) < 2 {
		return "", ""
	}
	waiting := slices.Clone(parties)
	for i := len(held) - 1; i >= 0 && len(waiting) > 1; i-- {
		if h := o.side(parties, held[i]); h != "" {
			waiting = slices.DeleteFunc(waiting, func(p string) bool { return p == h })
		}
	}
	if len(waiting) != 1 {
		return "", ""
	}
	return waiting[0], "in turn"
}

// due works out when the next occasion is due: when it is planned, or a
// period after the last.
func (o *Outlook) due(t *Turn, asOf edtf.Day) {
	if t.Next != nil && t.Next.When != "" {
		t.Due = t.Next.When
	} else if t.Last != nil && t.Practice != "call" {
		t.Due = after(t.Last.When, t.Period)
	}
	if _, hi, ok := t.Due.Bounds(); ok {
		t.Overdue = hi < asOf
	}
}

// after gives the time a period after another, no finer than the period: of
// years the year, of months the month.
func after(last edtf.Date, period string) edtf.Date {
	_, hi, ok := last.Bounds()
	if !ok || len(period) < 3 || period[0] != 'P' || hi == edtf.MaxDay {
		return ""
	}
	n, err := strconv.Atoi(period[1 : len(period)-1])
	if err != nil || n < 1 {
		return ""
	}
	switch period[len(period)-1] {
	case 'Y':
		return edtf.YearDate(hi.Year() + n)
	case 'M':
		y, m, _ := hi.MonthStart().AddMonths(n).Civil()
		return edtf.MonthDate(y, m)
	case 'W':
		return edtf.Week(hi + edtf.Day(7*n))
	case 'D':
		return edtf.DayDate(hi + edtf.Day(n))
	}
	return ""
}
