package brief

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// TestBriefNeedsNotTheWholeRecord: an outlook that asks the record for what it
// needs says the same, byte for byte, as one that has the whole record.
func TestBriefNeedsNotTheWholeRecord(t *testing.T) {
	s := desktest.Empty(t)
	storetest.Fill(t, s, 2500)
	ctx := t.Context()
	last := desktest.Must[store.Days](t)(s.Days(ctx, 0)).Last
	reject := desktest.Must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{Limit: 1}))[0]
	desktest.Must[record.Correction](t)(s.Correct(ctx, record.Correction{Date: last.String(), By: "An Editor", Reason: "no such visit", Action: record.Reject, EID: reject.EID}))
	var turns, invitations, claims, ahead int
	for _, until := range []edtf.Day{0, last - 40} {
		asOf := until
		if until == 0 {
			asOf = last
		}
		all := desktest.Must[*outlook.Outlook](t)(Outlook(ctx, s, nil, until))
		for _, words := range []string{"USA", "SWE", "USA CHN", "CHN USA", "IND RUS", "FRA DEU", "JPN TUR", "EST USA", "EU", "USA EU", "PersonA:USA", "PersonB:CHN RUS", "PersonA:USA PersonB:RUS"} {
			var names []string
			for _, w := range strings.Fields(words) {
				names = append(names, strings.ReplaceAll(w, ":", " "))
			}
			about := desktest.Must[who.Pair](t)(who.Find(names))
			theirs := desktest.Must[[]record.Engagement](t)(about.Engagements(ctx, s, until))
			whole, narrow := desktest.Must[*Brief](t)(makeOf(ctx, s, all, theirs, about, asOf)), desktest.Must[*Brief](t)(Make(ctx, s, about, asOf, until))
			want, got := &strings.Builder{}, &strings.Builder{}
			if err := whole.WriteJSON(want); err != nil {
				t.Fatal(err)
			}
			if err := narrow.WriteJSON(got); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.ReplaceAll(want.String(), "},{", "},\n{"), strings.ReplaceAll(got.String(), "},{", "},\n{")); d != "" {
				t.Errorf("brief on %s as of %s (-whole record +narrow):\n%s", words, asOf, d)
			}
			turns, invitations, claims, ahead = turns+len(narrow.Turns), invitations+len(narrow.Invitations), claims+len(narrow.Claims), ahead+len(narrow.Ahead)
		}
		picked := Ahead(desktest.Must[[]record.Engagement](t)(s.Engagements(ctx, store.Filter{AsOf: until})), asOf)
		f := FilterAhead(asOf)
		f.AsOf = until
		narrow := Ahead(desktest.Must[[]record.Engagement](t)(s.Engagements(ctx, f)), asOf)
		if len(picked) == 0 || cmp.Diff(eids(picked), eids(narrow)) != "" {
			t.Errorf("ahead on %s: %v of the whole record, %v of what the filter lets through", asOf, eids(picked), eids(narrow))
		}
	}
	if turns == 0 || invitations == 0 || claims == 0 || ahead == 0 {
		t.Errorf("%d turns, %d invitations, %d claims, %d plans: the record made does not test much", turns, invitations, claims, ahead)
	}
}

func eids(es []record.Engagement) []string {
	var out []string
	for _, e := range es {
		out = append(out, e.EID)
	}
	return out
}
