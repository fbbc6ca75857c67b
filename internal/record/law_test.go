package record

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// world draws readings of a small world, in which many tell of the same.
func world(t *rapid.T) []reading.Reading {
	states := []string{"IND", "RUS", "CHN", "ASEAN"}
	names := map[string][]string{"IND": {"", "Modi", "Narendra Modi", "S. Jaishankar"}, "RUS": {"", "Vladimir Putin", "Lavrov"}, "CHN": {"", "Xi Jinping", "Wang Yi"}, "ASEAN": {""}}
	whens := []string{"", "2024", "2024-07", "2024-07-08", "2024-07-09", "2024-07-08/2024-07-09", "2024-08", "2024-09-01", "2025", "2025-12-04/2025-12-05"}
	kinds := []reading.Kind{reading.Visit, reading.Visit, reading.Meeting, reading.Summit, reading.Call, reading.Invitation, reading.Award, reading.Agreement, reading.Arrangement}
	statuses := []reading.Status{reading.Held, reading.Held, reading.Planned, reading.Proposed, reading.Postponed, reading.Cancelled}
	start, _ := edtf.ParseDay("2024-06-20")
	n := rapid.IntRange(1, 14).Draw(t, "reports")
	out := make([]reading.Reading, n)
	for i := range out {
		r := reading.Reading{ID: fmt.Sprintf("r%02d", i), Published: (start + edtf.Day(rapid.SampledFrom([]int{0, 1, 19, 20, 21, 60, 75, 400, 530}).Draw(t, "day"))).String()}
		r.Title = rapid.SampledFrom([]string{"", "", "one text", "two texts"}).Draw(t, "text")
		for range rapid.IntRange(0, 3).Draw(t, "engagements") {
			kind := rapid.SampledFrom(kinds).Draw(t, "kind")
			first, second := reading.RoleParty, reading.RoleParty
			switch kind {
			case reading.Visit:
				first, second = reading.RoleVisitor, reading.RoleHost
			case reading.Invitation:
				first, second = reading.RoleInviter, reading.RoleInvitee
			case reading.Award:
				first, second = reading.RoleGiver, reading.RoleRecipient
			}
			k := rapid.IntRange(2, 3).Draw(t, "sides")
			sides := rapid.Permutation(states).Draw(t, "states")[:k]
			e := reading.Engagement{
				Kind: kind, Status: rapid.SampledFrom(statuses).Draw(t, "status"), Confidence: 0.7,
				Country: rapid.SampledFrom([]string{sides[1], sides[1], ""}).Draw(t, "country"),
				Place:   rapid.SampledFrom([]string{"", "Moscow", "Kazan", "Kremlin"}).Draw(t, "place"),
				Event:   rapid.SampledFrom([]string{"", "", "BRICS summit", "22nd annual summit", "23rd annual summit"}).Draw(t, "event"),
			}
			if kind == reading.Arrangement {
				e.When = edtf.Date(rapid.SampledFrom([]string{"", "P1Y", "P2M"}).Draw(t, "period"))
			} else {
				e.When = edtf.Date(rapid.SampledFrom(whens).Draw(t, "when"))
			}
			for j, s := range sides {
				role := first
				if j > 0 {
					role = second
				}
				e.Parties = append(e.Parties, reading.Party{Country: s, Role: role, Person: rapid.SampledFrom(names[s]).Draw(t, "person")})
			}
			r.Engagements = append(r.Engagements, e)
		}
		out[i] = r
	}
	return out
}

// mentionsOf gives the mentions of readings; those of one title are taken for
// readings of one text.
func mentionsOf(t rapid.TB, rs ...reading.Reading) []Mention {
	var out []Mention
	for _, r := range rs {
		ms, err := Mentions(r, Rank(r.Outlet))
		if err != nil {
			t.Fatal(err)
		}
		for i := range ms {
			ms[i].Print = printOfTitle(r.Title)
		}
		out = append(out, ms...)
	}
	return out
}

// printOfTitle makes a print of a name for a text.
func printOfTitle(title string) (p Print) {
	for _, r := range title {
		p[0] = mix(p[0] + uint64(r))
		p[1] = mix(p[0])
	}
	return p
}

func export(t rapid.TB, b *Book) string {
	var out bytes.Buffer
	if err := WriteJSONL(&out, b.Engagements()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// book makes a record of readings, each group of them in one go.
func book(t rapid.TB, groups ...[]reading.Reading) *Book {
	b := NewBook()
	for _, g := range groups {
		if err := b.Add(mentionsOf(t, g...)...); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// TestAnyOrder: the order in which reports arrive, and how many at a time,
// never changes a byte of the export.
func TestAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := world(t)
		want := export(t, book(t, rs))
		mixed := rapid.Permutation(rs).Draw(t, "order")
		var groups [][]reading.Reading
		for len(mixed) > 0 {
			n := rapid.IntRange(1, len(mixed)).Draw(t, "batch")
			groups = append(groups, mixed[:n])
			mixed = mixed[n:]
		}
		if got := export(t, book(t, groups...)); got != want {
			t.Fatalf("in batches (-one go +batches):\n%s", cmp.Diff(want, got))
		}
		var single [][]reading.Reading
		for _, r := range rapid.Permutation(rs).Draw(t, "order one by one") {
			single = append(single, []reading.Reading{r})
		}
		if got := export(t, book(t, single...)); got != want {
			t.Fatalf("one by one (-one go +one by one):\n%s", cmp.Diff(want, got))
		}
	})
}

// TestTwice: adding reports again changes nothing, and a report that was
// replaced and put back leaves no trace.
func TestTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := world(t)
		b := book(t, rs)
		want := export(t, b)
		again := rapid.SampledFrom(rs).Draw(t, "again")
		if err := b.Add(mentionsOf(t, again)...); err != nil {
			t.Fatal(err)
		}
		if got := export(t, b); got != want {
			t.Fatalf("%s added twice (-once +twice):\n%s", again.ID, cmp.Diff(want, got))
		}
		other := again
		other.Engagements = append(slices.Clone(world(t)[0].Engagements), again.Engagements[:rapid.IntRange(0, len(again.Engagements)).Draw(t, "kept")]...)
		if len(other.Engagements) == 0 || len(again.Engagements) == 0 {
			return
		}
		if err := b.Add(mentionsOf(t, other)...); err != nil {
			t.Fatal(err)
		}
		if err := b.Add(mentionsOf(t, again)...); err != nil {
			t.Fatal(err)
		}
		if got := export(t, b); got != want {
			t.Fatalf("%s replaced and put back (-before +after):\n%s", again.ID, cmp.Diff(want, got))
		}
	})
}

// TestEvidenceGrows: a report more takes no report away from the record, puts
// each of its mentions into one engagement, and a report that comes later than
// all others leaves the grouping of theirs as it was.
func TestEvidenceGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := world(t)
		slices.SortFunc(rs, func(a, b reading.Reading) int { return cmpString(a.Published+a.ID, b.Published+b.ID) })
		before := founders(book(t, rs[:len(rs)-1]))
		after := founders(book(t, rs))
		if len(after) != len(mentionsOf(t, rs...)) {
			t.Fatalf("%d mentions in the record, want %d", len(after), len(mentionsOf(t, rs...)))
		}
		for ref, f := range before {
			if after[ref] != f {
				t.Fatalf("%s was in the group of %s, a later report moved it to that of %s", ref, f, after[ref])
			}
		}
	})
}

func cmpString(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// founders gives the founder of each mention's group.
func founders(b *Book) map[Ref]Ref {
	out := map[Ref]Ref{}
	for _, e := range b.Engagements() {
		for _, m := range e.Mentions {
			out[m.Ref] = e.Founder()
		}
	}
	return out
}

// TestAsOf: the record as of a day is the record of the reports published
// until then.
func TestAsOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rs := world(t)
		day, _ := edtf.ParseDay(rapid.SampledFrom(rs).Draw(t, "day").Published)
		var early []reading.Reading
		for _, r := range rs {
			if r.Published <= day.String() {
				early = append(early, r)
			}
		}
		want := book(t, early).Engagements()
		var got []Engagement
		for _, e := range book(t, rs).Engagements() {
			if old, ok := e.AsOf(day); ok {
				old.PartOf = nil
				got = append(got, old)
			}
		}
		Sort(got)
		for i := range want {
			want[i].PartOf = nil
		}
		var a, b bytes.Buffer
		if err := WriteJSONL(&a, want); err != nil {
			t.Fatal(err)
		}
		if err := WriteJSONL(&b, got); err != nil {
			t.Fatal(err)
		}
		if a.String() != b.String() {
			t.Fatalf("as of %s (-reports until then +as of):\n%s", day, cmp.Diff(a.String(), b.String()))
		}
	})
}

// TestUndo: a correction that is undone leaves no trace.
func TestUndo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := book(t, world(t))
		es := b.Engagements()
		if len(es) < 2 {
			return
		}
		want := export(t, b)
		e, o := rapid.SampledFrom(es).Draw(t, "engagement"), rapid.SampledFrom(es).Draw(t, "other")
		c := Correction{Date: "2026-01-01", By: "An Editor", EID: e.EID}
		c.Action = rapid.SampledFrom([]Action{Set, Reject, Confirm, Merge, Split}).Draw(t, "action")
		switch c.Action {
		case Set:
			c.Field, c.Value = "place", "Tver"
		case Merge:
			c.Other = o.EID
		case Split:
			c.Reports = e.Reports[:1]
		}
		if (c.Action == Merge && o.EID == e.EID) || (c.Action == Split && len(e.Mentions) < 2) {
			return
		}
		if err := b.Correct(c); err != nil {
			t.Fatal(err)
		}
		if got := export(t, b); got == want && c.Action != Confirm {
			t.Fatalf("%s of %s changed nothing", c.Action, c.EID)
		}
		if err := b.Correct(Correction{Date: "2026-01-02", By: "An Editor", Action: Undo, Undoes: 1}); err != nil {
			t.Fatal(err)
		}
		if got := export(t, b); got != want {
			t.Fatalf("%s undone (-before +after):\n%s", c.Action, cmp.Diff(want, got))
		}
	})
}

// TestNoBridge: whatever else a group has in common, no two times that reports
// tell of it as held lie further apart than one of them can be misplaced; a word
// as wide as a year does not bridge them.
func TestNoBridge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, e := range book(t, world(t)).Engagements() {
			var held []*face
			for i := range e.Mentions {
				f := newFace(&e.Mentions[i])
				if f.dated && !f.forward() && f.kind != reading.Invitation && f.kind != reading.Arrangement {
					held = append(held, f)
				}
			}
			for i, a := range held {
				for _, b := range held[:i] {
					if d := abs(gap(a.lo, a.hi, b.lo, b.hi)); d > misplaced {
						t.Fatalf("%s: held %s and %s, %d days apart", e.EID, a.lo, b.lo, d)
					}
				}
			}
		}
	})
}

// TestConflictClasses: comparing classes of mentions finds what comparing every
// two mentions finds, whichever mention stands for its class.
func TestConflictClasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, e := range book(t, world(t)).Engagements() {
			f := &folder{group: e.Mentions}
			var each [][]int
			for i := range e.Mentions {
				f.faces = append(f.faces, newFace(&e.Mentions[i]))
				each = append(each, []int{i})
			}
			if d := cmp.Diff(f.conflictsAmong(each), f.conflicts()); d != "" {
				t.Fatalf("%s (-every two +classes):\n%s", e.EID, d)
			}
		}
	})
}
