package conclude

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// anew draws everything from the record as it is.
func anew(t *testing.T, s store.Store) Conclusions {
	t.Helper()
	ctx := t.Context()
	asOf, until, err := brief.Moment(ctx, s, "")
	if err != nil {
		t.Fatal(err)
	}
	o := desktest.Must[*outlook.Outlook](t)(brief.Outlook(ctx, s, nil, until))
	return Conclusions{
		Revision: desktest.Must[store.Revision](t)(s.Revision(ctx)).Number, AsOf: asOf,
		Judged: desktest.Must[[]outlook.Judgement](t)(brief.Audit(ctx, s, o, nil, asOf)), Turns: o.Turns(asOf), Open: o.OpenInvitations(asOf),
	}
}

// said writes conclusions for comparing, a line each.
func said(t *testing.T, c Conclusions) []string {
	t.Helper()
	out := []string{fmt.Sprint(c.Revision, c.AsOf)}
	for _, j := range c.Judged {
		body := desktest.Must[[]byte](t)(json.Marshal(j.Claim))
		out = append(out, fmt.Sprintf("%s %v %s %s because %v: %s", body, j.Claim.Report, j.Verdict, j.AsReported, j.Because, j.Reason))
	}
	eid := func(e *record.Engagement) string {
		if e == nil {
			return ""
		}
		return e.EID + " " + string(e.Status) + " " + string(e.When)
	}
	for _, x := range c.Turns {
		last, next := eid(x.Last), eid(x.Next)
		x.Last, x.Next = nil, nil
		out = append(out, fmt.Sprintf("%+v last %s next %s", x, last, next))
	}
	for _, x := range c.Open {
		asked, visit := eid(x.Invitation), eid(x.Visit)
		x.Invitation, x.Visit = nil, nil
		out = append(out, fmt.Sprintf("%+v invitation %s visit %s", x, asked, visit))
	}
	return out
}

// TestConclusionsDrawnAgainAreThoseDrawnAnew changes a record in many small
// steps and wants of each what drawing everything gives.
func TestConclusionsDrawnAgainAreThoseDrawnAnew(t *testing.T) {
	s := desktest.Examples(t)
	d := New(s, register.New(s))
	check := func(step string) {
		t.Helper()
		got := desktest.Must[Conclusions](t)(d.Draw(t.Context()))
		if diff := cmp.Diff(said(t, anew(t, s)), said(t, got)); diff != "" {
			t.Fatalf("%s (-anew +again):\n%s", step, diff)
		}
	}
	check("the samples")
	const made, step = 600, 20
	entries := storetest.Made(0, made+step*12)
	desktest.Must[store.Added](t)(s.Add(t.Context(), entries[:made]))
	check("made reports added")
	touched := 0
	for i := range 12 {
		at := made + i*step
		few := entries[at : at+1+i%3]
		desktest.Must[store.Added](t)(s.Add(t.Context(), few))
		before := len(d.claim)
		check(fmt.Sprintf("reports %d and on", at))
		touched += len(d.claim) - before
	}
	if touched == 0 {
		t.Error("no step brought a claim")
	}
	es := desktest.Must[[]record.Engagement](t)(s.Engagements(t.Context(), store.Filter{Countries: []string{"IND", "RUS"}, Kinds: []reading.Kind{reading.Summit}}))
	for i, e := range es[:min(3, len(es))] {
		desktest.Must[record.Correction](t)(s.Correct(t.Context(), record.Correction{Action: record.Reject, EID: e.EID, By: "An Editor", Date: "2025-01-01"}))
		check(fmt.Sprintf("rejection %d", i))
	}
	for i := range 5 {
		desktest.Must[store.Added](t)(s.Remove(t.Context(), []string{entries[i*97].Report.ID}))
		check(fmt.Sprintf("removal %d", i))
	}
}

// TestABriefOfWhatIsDrawnSaysTheSame: byte for byte what brief.Make says that
// asks the record for all it needs.
func TestABriefOfWhatIsDrawnSaysTheSame(t *testing.T) {
	s := desktest.Examples(t)
	desktest.Must[store.Added](t)(s.Add(t.Context(), storetest.Made(0, 900)))
	d := New(s, register.New(s))
	asOf := desktest.Must[store.Days](t)(s.Days(t.Context(), 0)).Last
	written := func(b *brief.Brief) string {
		var out strings.Builder
		if err := b.WriteJSON(&out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	for _, words := range [][]string{{"Germany", "France"}, {"USA"}, {"Emmanuel Macron"}, {"Japan", "Yoon Suk Yeol"}, {"EU"}, {"PersonA FRA", "USA"}} {
		about := desktest.Must[who.Pair](t)(who.Find(words))
		made := desktest.Must[*brief.Brief](t)(brief.Make(t.Context(), s, about, asOf, 0))
		if d := cmp.Diff(written(made), written(desktest.Must[*brief.Brief](t)(d.Brief(t.Context(), about, true)))); d != "" {
			t.Errorf("%v (-made +drawn):\n%s", words, d)
		}
	}
}
