package record

import (
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/reading"
)

// Assemble makes an engagement of a group of mentions and of the corrections
// that concern them. It sorts the mentions; nothing depends on their order as
// given.
func Assemble(group []Mention, corrections []Correction) Engagement {
	group = slices.Clone(group)
	slices.SortFunc(group, func(a, b Mention) int { return order(&a, &b) })
	f := &folder{group: group, faces: make([]*face, len(group))}
	for i := range group {
		f.faces[i] = newFace(&group[i])
	}
	e := Engagement{
		EID: eid(&group[0]), founder: group[0].Ref, Mentions: group,
		Reports: ReportsOf(group),
	}
	e.Copies = f.stories()
	e.Kind = f.kind()
	e.Status = f.status(&e)
	e.Steps = f.steps()
	f.people(&e)
	f.when(&e)
	e.Country = f.pick(&e, "country", func(s *reading.Engagement) string { return s.Country })
	f.place(&e)
	f.event(&e)
	e.Type = f.pick(&e, "type", func(s *reading.Engagement) string { return s.Type })
	e.Duration = f.pick(&e, "duration", func(s *reading.Engagement) string { return s.Duration })
	e.Practice = f.pick(&e, "practice", func(s *reading.Engagement) string { return s.Practice })
	e.NextHost = f.pick(&e, "next_host", func(s *reading.Engagement) string { return s.NextHost })
	e.Conflicts = f.conflicts()
	e.Confidence = f.sureness()
	apply(&e, corrections)
	return e
}

// folder folds a group's mentions into one engagement.
type folder struct {
	group  []Mention
	faces  []*face
	story  []int // see stories
	copied bool  // a story has copies
}

// ReportsOf gives the ids of the reports of mentions, sorted, each once.
func ReportsOf(group []Mention) []string {
	out := make([]string, 0, len(group))
	for i := range group {
		out = append(out, group[i].Report)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// kind is the kind that most mentions have; of a tie between meeting and
// summit the summit, since a report says "talks" of a summit sooner than
// "summit" of talks.
func (f *folder) kind() reading.Kind {
	n := map[reading.Kind]int{}
	b := f.ballot()
	for i, m := range f.group {
		if b.counts(i, string(m.Said.Kind)) {
			n[m.Said.Kind]++
		}
	}
	if n[reading.Meeting] > n[reading.Summit] {
		return reading.Meeting
	}
	if n[reading.Summit] > 0 {
		return reading.Summit
	}
	return f.group[0].Said.Kind
}

// people gives all parties: for each side and country the people named, each
// once in his longest form, or nobody where no report names anybody.
func (f *folder) people(e *Engagement) {
	type key struct {
		role    reading.Role
		country string
	}
	var order []key
	named := map[key][]reading.Party{}
	for _, m := range f.group {
		for _, p := range m.Said.Parties {
			k := key{p.Role, p.Country}
			if _, ok := named[k]; !ok {
				order = append(order, k)
				named[k] = nil
			}
			if n := parseName(p.Person); len(n) > 0 {
				named[k] = meet(named[k], p, n)
			}
		}
	}
	for _, k := range order {
		if len(named[k]) == 0 {
			named[k] = []reading.Party{{Country: k.country, Role: k.role}}
		}
		e.Parties = append(e.Parties, named[k]...)
	}
}

// meet adds a person to those named, or makes the name of one of them longer.
func meet(people []reading.Party, p reading.Party, n name) []reading.Party {
	for i, q := range people {
		have := parseName(q.Person)
		if have.same(n) {
			if len(n) > len(have) {
				people[i].Person = p.Person
			}
			if q.Office == "" {
				people[i].Office = p.Office
			}
			return people
		}
	}
	return append(people, p)
}

// values collects what the mentions say of a field, by value, in order; get
// gives the value and false where a mention says nothing.
func (f *folder) values(get func(int) string) []Value {
	var out []Value
	for i := range f.group {
		v := get(i)
		if v == "" {
			continue
		}
		j := slices.IndexFunc(out, func(x Value) bool { return x.Value == v })
		if j < 0 {
			out = append(out, Value{Value: v})
			j = len(out) - 1
		}
		m := &f.group[i]
		out[j].Sources = append(out[j].Sources, Source{m.Ref, m.Report, m.Outlet, m.Published.String(), m.Said.Attribution})
	}
	return out
}

// note writes down a field, unless nobody says anything of it.
func (e *Engagement) note(field, chosen, rule string, values []Value) {
	if len(values) > 0 {
		e.Fields = append(e.Fields, Field{field, chosen, rule, values})
	}
}

// pick chooses the value that most mentions have among those told of the
// engagement as it last stood; a tie goes to the better source, then to the
// earlier report.
func (f *folder) pick(e *Engagement, field string, get func(*reading.Engagement) string) string {
	at := func(i int) string { return get(&f.group[i].Said) }
	chosen, rule := f.vote(at, f.telling(at))
	e.note(field, chosen, rule, f.values(at))
	return chosen
}

// telling gives the mentions whose word on a field counts: those of the
// engagement as held, where it was, or else all; only such as say something.
func (f *folder) telling(get func(int) string) []int {
	var held, all []int
	for i, x := range f.faces {
		if get(i) == "" {
			continue
		}
		all = append(all, i)
		if x.status == reading.Held {
			held = append(held, i)
		}
	}
	if len(held) > 0 {
		return held
	}
	return all
}

// vote chooses among the values of the mentions given.
func (f *folder) vote(get func(int) string, among []int) (chosen, rule string) {
	if len(among) == 0 {
		return "", ""
	}
	type count struct{ n, rank, first int }
	counts := map[string]*count{}
	var values []string
	b := f.ballot()
	for _, i := range among {
		v := get(i)
		c := counts[v]
		if c == nil {
			c = &count{first: i}
			counts[v] = c
			values = append(values, v)
		}
		if b.counts(i, v) {
			c.n++
		}
		c.rank = max(c.rank, f.group[i].Rank)
	}
	if len(values) == 1 {
		return values[0], "only value"
	}
	best, rule := values[0], ""
	for _, v := range values[1:] {
		a, b := counts[best], counts[v]
		if b.n > a.n || b.n == a.n && b.rank > a.rank {
			best = v
		}
	}
	rule = "most reports"
	for _, v := range values {
		if v != best && counts[v].n == counts[best].n {
			rule = "earliest report"
			if counts[v].rank < counts[best].rank {
				rule = "better source"
			}
		}
	}
	return best, rule
}

// place chooses the place: a site within a city refines the city, so the
// longest list of agreeing mentions counts, told near the time first.
func (f *folder) place(e *Engagement) {
	get := func(i int) string {
		if e.Country != "" && f.group[i].Said.Country != "" && f.group[i].Said.Country != e.Country {
			return ""
		}
		return f.group[i].Said.Place
	}
	among := f.telling(get)
	var fresh []int
	for _, i := range among {
		if x := f.faces[i]; x.dated && gap(x.lo, x.hi, x.pub, x.pub) <= 10 {
			fresh = append(fresh, i)
		}
	}
	if len(fresh) > 0 {
		among = fresh
	}
	rule := "told nearest to the time"
	if e.Status != reading.Held && len(among) > 0 {
		among, rule = among[len(among)-1:], "last word"
	}
	e.Place, _ = f.vote(get, among)
	e.note("place", e.Place, rule, f.values(func(i int) string { return f.group[i].Said.Place }))
}

// event chooses among the names by which most mentions tell it, reduced to
// their telling words, the one that says most: with a number, then with more
// telling words, then the earlier; and the number that most reports give.
func (f *folder) event(e *Engagement) {
	name := func(i int) string { return f.group[i].Said.Event }
	among := f.telling(name)
	alike := map[string]int{}
	b := f.ballot()
	for _, i := range among {
		if words := strings.Join(f.faces[i].event, " "); b.counts(i, words) {
			alike[words]++
		}
	}
	best, score := "", -1
	for _, i := range among {
		words := f.faces[i].event
		s := alike[strings.Join(words, " ")]*100 + len(words)*2
		if len(words) == 0 {
			s = 0
		}
		if _, n := parseEvent(name(i)); n > 0 {
			s++
		}
		if s > score {
			best, score = name(i), s
		}
	}
	e.Event = best
	e.note("event", best, "says most", f.values(name))
	number := func(i int) string {
		if f.faces[i].number == 0 {
			return ""
		}
		return strconv.Itoa(f.faces[i].number)
	}
	chosen, rule := f.vote(number, f.telling(number))
	e.Number, _ = strconv.Atoi(chosen)
	e.note("number", chosen, rule, f.values(number))
}

// sureness: how likely it is that a careful coder would have the engagement
// too; reports that agree make it surer, copies of one text do not.
func (f *folder) sureness() float64 {
	sure := make([]float64, len(f.group)) // by story
	for i, m := range f.group {
		sure[f.story[i]] = max(sure[f.story[i]], min(1, m.Said.Confidence))
	}
	wrong := 1.0
	for _, s := range sure {
		wrong *= 1 - s
	}
	return float64(int((1-wrong)*1000+0.5)) / 1000
}

// clean is the value as it is compared: folded, without outer space.
func clean(s string) string { return strings.TrimSpace(Fold(s)) }
