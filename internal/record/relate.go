package record

import (
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Part says that one engagement of a report is part of another one of it, by
// their indexes.
type Part struct{ Child, Parent int }

// Parts gives the engagements of one report that are parts of others: a visit
// or a meeting of a summit, a meeting, an agreement or an award of a visit.
// Each has at most one parent, the summit before the visit.
func Parts(es []reading.Engagement) []Part {
	var out []Part
	for i := range es {
		parent := -1
		for j := range es {
			if i != j && partOf(&es[i], &es[j]) && (parent < 0 || es[parent].Kind == reading.Visit && es[j].Kind == reading.Summit) {
				parent = j
			}
		}
		if parent >= 0 {
			out = append(out, Part{i, parent})
		}
	}
	return out
}

func partOf(child, parent *reading.Engagement) bool {
	if child.Country == "" || child.Country != parent.Country {
		return false
	}
	together := within(child.When, parent.When)
	switch {
	case child.Kind == reading.Visit && parent.Kind == reading.Summit,
		child.Kind == reading.Meeting && parent.Kind == reading.Summit:
		a, _ := parseEvent(child.Event)
		b, _ := parseEvent(parent.Event)
		if r := relate(a, b); r == eventSame || r == eventWithin {
			return true
		}
		return together && shares(child, parent)
	case (child.Kind == reading.Meeting || child.Kind == reading.Agreement || child.Kind == reading.Award) && parent.Kind == reading.Visit:
		return together && shares(child, parent)
	}
	return false
}

// within says whether two times of one report can be one occasion: they
// overlap, and both are told to the month at least.
func within(a, b edtf.Date) bool {
	return a != "" && b != "" && a.Overlaps(b) && a.Days() <= 31 && b.Days() <= 31
}

// shares says whether the traveller or a party of the child is a party of the
// parent.
func shares(child, parent *reading.Engagement) bool {
	for _, p := range child.Parties {
		if p.Role != reading.RoleHost && p.Country != child.Country &&
			slices.ContainsFunc(parent.Parties, func(q reading.Party) bool { return q.Country == p.Country && q.Role != reading.RoleHost }) {
			return true
		}
	}
	return false
}

// Relate fills PartOf of engagements that together are a whole record.
func Relate(es []Engagement) {
	type at struct {
		e, m int
	}
	reports := map[string][]at{}
	for i := range es {
		for j, m := range es[i].Mentions {
			reports[m.Report] = append(reports[m.Report], at{i, j})
		}
	}
	for _, list := range reports {
		slices.SortFunc(list, func(a, b at) int { return es[a.e].Mentions[a.m].Index - es[b.e].Mentions[b.m].Index })
		said := make([]reading.Engagement, len(list))
		for k, a := range list {
			said[k] = es[a.e].Mentions[a.m].Said
		}
		for _, p := range Parts(said) {
			child, parent := &es[list[p.Child].e], &es[list[p.Parent].e]
			child.PartOf = append(child.PartOf, parent.EID)
		}
	}
	for i := range es {
		slices.Sort(es[i].PartOf)
		es[i].PartOf = slices.Compact(es[i].PartOf)
	}
}
