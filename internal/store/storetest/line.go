package storetest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// lines follows a record through changes by what changed alone, and wants the
// lines of the record as it is and cards that say what the engagements do.
func lines(t *testing.T, ctx context.Context, s store.Store) {
	followed := map[int64]store.Line{}
	revision := int64(0)
	visitOf := func() string {
		return must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Report: "n2", Kinds: []reading.Kind{reading.Visit}, Rejected: true}))[0].EID
	}
	correct := func(c record.Correction) {
		c.Date, c.By = "2025-01-01", "An Editor"
		must[record.Correction](t)(s.Correct(ctx, c))
	}
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"nothing", func() {}},
		{"three reports", func() { must[store.Added](t)(s.Add(ctx, sample()[:3])) }},
		{"the others", func() { must[store.Added](t)(s.Add(ctx, sample())) }},
		{"the same again", func() { must[store.Added](t)(s.Add(ctx, sample())) }},
		{"a place set", func() {
			correct(record.Correction{Action: record.Set, EID: visitOf(), Field: "place", Value: "Espoo"})
		}},
		{"one rejected", func() { correct(record.Correction{Action: record.Reject, EID: visitOf()}) }},
		{"one without a time", func() {
			undated := meeting("Jonas\tGahr Støre", "NOR", "Alexander Stubb", "FIN", "", "", reading.Proposed)
			must[store.Added](t)(s.Add(ctx, []store.Entry{entry("u1", "2024-10-01", "They may meet.", undated)}))
		}},
		{"two gone", func() { must[store.Added](t)(s.Remove(ctx, []string{"n4", "n5"})) }},
		{"all gone", func() { must[store.Added](t)(s.Remove(ctx, []string{"n1", "n2", "n3", "k1", "u1"})) }},
		{"back again", func() { must[store.Added](t)(s.Add(ctx, sample())) }},
	} {
		step.do()
		news := must[store.Lines](t)(s.Lines(ctx, revision))
		revision = news.Revision
		for _, key := range news.Gone {
			delete(followed, key)
		}
		for _, l := range news.Lines {
			followed[l.Key] = l
		}
		var got []store.Line
		for _, l := range followed {
			got = append(got, l)
		}
		full := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Rejected: true}))
		if d := gocmp.Diff(linesOf(full), sorted(got)); d != "" {
			t.Errorf("after %s, the lines followed (-record +followed):\n%s", step.name, d)
		}
		if d := gocmp.Diff(linesOf(full), sorted(must[store.Lines](t)(s.Lines(ctx, 0)).Lines)); d != "" {
			t.Errorf("after %s, all lines (-record +lines):\n%s", step.name, d)
		}
		var keys []int64
		for _, l := range followed {
			keys = append(keys, l.Key)
		}
		if len(keys) == 0 {
			continue
		}
		for name, f := range map[string]store.Filter{"all": {Rejected: true}, "by key": {Rejected: true, Keys: keys}, "a part": {Rejected: true, Limit: 1000}} {
			f.Cards = true
			if d := gocmp.Diff(cardsOf(full), cardsOf(must[[]record.Engagement](t)(s.Engagements(ctx, f)))); d != "" {
				t.Errorf("after %s, cards, %s (-engagements +cards):\n%s", step.name, name, d)
			}
		}
	}
	if n := len(must[store.Lines](t)(s.Lines(ctx, revision)).Lines); n != 0 {
		t.Errorf("%d lines changed since the last change", n)
	}
}

// linesOf gives the lines that engagements should have, without their keys.
func linesOf(es []record.Engagement) []store.Line {
	var out []store.Line
	for _, e := range es {
		l := store.LineOf(&e)
		for i, p := range l.Parties {
			l.Parties[i].Person = strings.ReplaceAll(p.Person, "\t", " ")
		}
		out = append(out, l)
	}
	return sorted(out)
}

func sorted(lines []store.Line) []store.Line {
	var out []store.Line
	for _, l := range lines {
		if l.Key = 0; len(l.Conflicts) == 0 {
			l.Conflicts = nil
		}
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b store.Line) int { return cmp.Compare(a.EID, b.EID) })
	return out
}

// cardsOf says what cards have of engagements.
func cardsOf(es []record.Engagement) []string {
	var out []string
	for _, e := range es {
		text := fmt.Sprint(e.EID, e.Kind, e.Status, e.Parties, e.Country, e.Place, e.When, e.Event, e.Number, e.Practice, e.Reports, e.Conflicts, e.Confidence, e.Rejected, e.Copies)
		for _, m := range e.Mentions {
			text += fmt.Sprint(" ", m.Report, m.Outlet, m.Published)
		}
		out = append(out, text)
	}
	return out
}
