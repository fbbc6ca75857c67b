package record

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// when chooses the time. Of an engagement that was held, only mentions of it
// as held count; of others, the last word, unless an earlier time refines it.
func (f *folder) when(e *Engagement) {
	all := f.values(func(i int) string { return string(f.group[i].Said.When) })
	var chosen edtf.Date
	var rule string
	switch {
	case e.Kind == reading.Arrangement:
		s, r := f.vote(func(i int) string { return string(f.group[i].Said.When) }, f.telling(func(i int) string { return string(f.group[i].Said.When) }))
		chosen, rule = edtf.Date(s), r
	case e.Status == reading.Held:
		chosen, rule = f.heldWhen()
		if chosen == "" {
			chosen, rule = f.planWhen()
		}
	default:
		chosen, rule = f.planWhen()
	}
	e.When = chosen
	e.note("when", string(chosen), rule, all)
}

// heldWhen: among the exact times that are told, or where there are none among all, the one
// that most mentions agree with; a tie goes to the better source, for a visit
// or a summit then to the longer, else to the shorter, then to the earlier report.
func (f *folder) heldWhen() (edtf.Date, string) {
	var dated, fine []told
	at := map[edtf.Date]int{}
	b := f.ballot()
	for i, x := range f.faces {
		if !x.dated || x.status != reading.Held {
			continue
		}
		j, ok := at[f.group[i].Said.When]
		if !ok {
			j = len(dated)
			at[f.group[i].Said.When] = j
			dated = append(dated, told{i, 0})
		}
		if b.counts(i, string(f.group[i].Said.When)) {
			dated[j].times++
		}
		if f.group[i].Rank > f.group[dated[j].first].Rank {
			dated[j].first = i
		}
	}
	for _, t := range dated {
		if f.faces[t.first].exact && !f.faces[t.first].presumed {
			fine = append(fine, t)
		}
	}
	rule := "most reports agree"
	among := dated
	if len(fine) > 0 && len(fine) < len(dated) {
		among, rule = fine, "finest time"
	}
	if len(among) == 0 {
		return "", ""
	}
	best, most := among[0].first, f.support(among[0].first, dated)
	for _, t := range among[1:] {
		s := f.support(t.first, dated)
		if s > most || s == most && f.longer(t.first, best) {
			best, most = t.first, s
		}
	}
	return f.group[best].Said.When, rule
}

// told is a time with the number of mentions that tell it, and the first of
// the best source.
type told struct{ first, times int }

// support counts the mentions that a time agrees with: fully where they say
// the same or, if it is exact, a part of it; half where they overlap.
func (f *folder) support(i int, among []told) int {
	n := 0
	for _, t := range among {
		a, b := f.faces[i], f.faces[t.first]
		switch {
		case a.lo == b.lo && a.hi == b.hi, a.exact && b.exact && a.lo <= b.lo && b.hi <= a.hi && long(a.kind):
			n += 2 * t.times
		case gap(a.lo, a.hi, b.lo, b.hi) == 0:
			n += t.times
		}
	}
	return n
}

// longer says whether time i is better than best where both have the same
// support.
func (f *folder) longer(i, best int) bool {
	a, b := f.faces[i], f.faces[best]
	if f.group[i].Rank != f.group[best].Rank {
		return f.group[i].Rank > f.group[best].Rank
	}
	if long(a.kind) && a.exact && b.exact {
		return a.hi-a.lo > b.hi-b.lo
	}
	return a.hi-a.lo < b.hi-b.lo
}

// long says whether engagements of a kind last, so that a report may tell of
// one day of several.
func long(k reading.Kind) bool { return k == reading.Visit || k == reading.Summit }

// planWhen: the last time said, refined by the finest earlier one within it.
func (f *folder) planWhen() (edtf.Date, string) {
	last := -1
	for i, x := range f.faces {
		if x.dated && (last < 0 || x.pub > f.faces[last].pub || f.group[i].Rank >= f.group[last].Rank) {
			last = i
		}
	}
	if last < 0 {
		return "", ""
	}
	best, rule := last, "last word"
	for i, x := range f.faces {
		b := f.faces[best]
		if x.dated && x.lo >= b.lo && x.hi <= b.hi && x.hi-x.lo < b.hi-b.lo {
			best, rule = i, "last word, refined"
		}
	}
	return f.group[best].Said.When, rule
}
