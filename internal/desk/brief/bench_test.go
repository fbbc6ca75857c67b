package brief

import (
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// BenchmarkQuestions measures what a person waits for, of a record of 100,000
// engagements: each command but for the start of the program.
func BenchmarkQuestions(b *testing.B) {
	s := desktest.Empty(b)
	storetest.Fill(b, s, 100_000)
	ctx := b.Context()
	last := desktest.Must[store.Days](b)(s.Days(ctx, 0)).Last
	some := desktest.Must[[]record.Engagement](b)(s.Engagements(ctx, store.Filter{Limit: 1, Offset: 50_000}))[0]
	for _, q := range []struct {
		name string
		ask  func() error
	}{
		{"as of when", func() error { _, err := s.Days(ctx, 0); return err }},
		{"stats", func() error { _, err := s.Stats(ctx); return err }},
		{"show", func() error { _, err := s.Engagement(ctx, some.EID); return err }},
		{"brief of the most frequent pair", func() error { return makeFor(b, s, last, "USA", "CHN") }},
		{"brief of a usual pair", func() error { return makeFor(b, s, last, "POL", "JPN") }},
		{"upcoming", func() error {
			es, err := s.Engagements(ctx, FilterAhead(last))
			Ahead(es, last)
			return err
		}},
		{"timeline page", func() error { _, err := s.Engagements(ctx, store.Filter{Limit: 201}); return err }},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := q.ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func makeFor(b *testing.B, s store.Store, asOf edtf.Day, words ...string) error {
	_, err := Make(b.Context(), s, desktest.Must[who.Pair](b)(who.Find(words)), asOf, 0)
	return err
}
