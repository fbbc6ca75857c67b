package storetest

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// copies: which reports have one text is known whatever the order they come
// in, follows the texts as they change, and is known of claims too.
func copies(t *testing.T, ctx context.Context, s store.Store) {
	text := "Prime Minister Jonas Gahr Støre came to Helsinki on Wednesday and met President Sauli Niinistö. The two spoke of the border, of the railway to the north and of what the alliance should do about both, their offices said in the evening."
	tell := func(id, published, text string) store.Entry {
		e := entry(id, published, text, visit("Jonas Gahr Støre", "NOR", "Sauli Niinistö", "FIN", "Helsinki", "2023-04-12", reading.Held))
		e.Reading.Claims = []reading.Claim{{Type: reading.FirstEver, Parties: e.Reading.Engagements[0].Parties, Quote: "came", Start: 29, End: 33}}
		return e
	}
	want := func(when string, want map[string]string, sure float64) {
		t.Helper()
		es := must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{}))
		if len(es) != 1 {
			t.Fatalf("%s: %d engagements, want one", when, len(es))
		}
		if d := cmp.Diff(want, es[0].Copies); d != "" || es[0].Confidence != sure {
			t.Errorf("%s: confidence %v, want %v; copies (-want +got):\n%s", when, es[0].Confidence, sure, d)
		}
	}
	add := func(e store.Entry) { must[store.Added](t)(s.Add(ctx, []store.Entry{e})) }
	add(tell("b", "2023-04-13", text))
	add(tell("a", "2023-04-13", "HELSINKI (agency) - "+text))
	want("two of a text", map[string]string{"b": "a"}, 0.8)
	add(tell("c", "2023-04-12", text))
	want("an earlier one came late", map[string]string{"a": "c", "b": "c"}, 0.8)
	add(tell("a", "2023-04-13", strings.Repeat("One paper has found words of its own for what the two premiers may have said to one another about trains. ", 4)))
	want("a text was changed", map[string]string{"b": "c"}, 0.96)
	must[store.Added](t)(s.Remove(ctx, []string{"c"}))
	want("the first is gone", nil, 0.96)
	for _, c := range must[[]record.Claim](t)(s.Claims(ctx, store.ClaimFilter{})) {
		if near := c.Print.Near(record.PrintOf(text)); near != (c.Report == "b") {
			t.Errorf("the claim of report %s is of the text: %v", c.Report, near)
		}
	}
}
