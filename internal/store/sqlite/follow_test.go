package sqlite

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// TestWhoFollowsARecordSeesThatItWasReplaced follows a record by its lines
// while another is copied over it.
func TestWhoFollowsARecordSeesThatItWasReplaced(t *testing.T) {
	from, to := open(t).(*relational.Store), open(t).(*relational.Store)
	for s, entries := range map[*relational.Store][]store.Entry{from: storetest.Made(0, 40), to: storetest.Made(30, 120)} {
		if _, err := s.Add(t.Context(), entries); err != nil {
			t.Fatal(err)
		}
	}
	before, err := to.Lines(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	followed := map[int64]store.Line{}
	for _, l := range before.Lines {
		followed[l.Key] = l
	}
	if err := from.Copy(t.Context(), to, true, nil); err != nil {
		t.Fatal(err)
	}
	news, err := to.Lines(t.Context(), before.Revision)
	if err != nil {
		t.Fatal(err)
	}
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
	slices.SortFunc(got, func(a, b store.Line) int { return cmp.Compare(a.Key, b.Key) })
	want, err := to.Lines(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if d := gocmp.Diff(want.Lines, got); d != "" {
		t.Errorf("lines (-record +followed):\n%s", d)
	}
}
