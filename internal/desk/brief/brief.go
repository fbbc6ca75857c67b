package brief

import (
	"context"
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Brief is what a person would want to know before a meeting.
type Brief struct {
	About       who.Pair
	AsOf        edtf.Day
	All         []record.Engagement // in the order of the record
	Ahead       []record.Engagement // see Ahead
	Held        []record.Engagement // see Held
	Passed      []record.Engagement // see Passed
	Disputed    []record.Engagement // see Disputed
	Turns       []outlook.Turn
	Invitations []outlook.Open
	Claims      []outlook.Judgement // in the order of the reports
}

// Make answers the question about whom and as of when. Reports count up to the
// day until; 0 counts all.
func Make(ctx context.Context, s store.Store, about who.Pair, asOf, until edtf.Day) (*Brief, error) {
	o, err := Outlook(ctx, s, about, until)
	if err != nil {
		return nil, err
	}
	all, err := about.Engagements(ctx, s, until)
	if err != nil {
		return nil, fmt.Errorf("asking the record for engagements: %w", err)
	}
	b, err := makeOf(ctx, s, o, all, about, asOf)
	if err != nil {
		return nil, err
	}
	b.Invitations, err = ProvenOpen(ctx, s, b.Invitations, until)
	return b, err
}

// makeOf makes a brief of engagements with an outlook at hand.
func makeOf(ctx context.Context, s store.Store, o *outlook.Outlook, all []record.Engagement, about who.Pair, asOf edtf.Day) (*Brief, error) {
	claims, err := Audit(ctx, s, o, about, asOf)
	if err != nil {
		return nil, err
	}
	return Of(about, asOf, all, o.Turns(asOf), o.OpenInvitations(asOf), claims), o.Err()
}

// Of makes a brief of the engagements of a pair, in the order of the record, and
// of turns, open invitations and claims, of which it takes those of the pair.
func Of(about who.Pair, asOf edtf.Day, all []record.Engagement, turns []outlook.Turn, open []outlook.Open, judged []outlook.Judgement) *Brief {
	return &Brief{
		About: about, AsOf: asOf, All: all,
		Ahead: Ahead(all, asOf), Held: Held(all, asOf), Passed: Passed(all, asOf), Disputed: Disputed(all),
		Turns: TurnsOf(turns, about), Invitations: InvitationsOf(open, about), Claims: ClaimsOf(judged, about),
	}
}

// Next gives what comes next: the first engagement ahead, or none.
func (b *Brief) Next() (record.Engagement, bool) { return first(b.Ahead, everything) }

// LastMet gives the last time that they met face to face, gatherings of many
// aside.
func (b *Brief) LastMet() (record.Engagement, bool) {
	return first(b.Held, func(e record.Engagement) bool { return InPerson(e.Kind) && !crowd(e) })
}

// LastGathering gives the last gathering of many that they took part in, if it
// is later than their last meeting: they may have met there.
func (b *Brief) LastGathering() (record.Engagement, bool) {
	if len(b.About) < 2 {
		return record.Engagement{}, false
	}
	e, ok := first(b.Held, func(e record.Engagement) bool { return InPerson(e.Kind) })
	return e, ok && crowd(e)
}

// crowd tells a gathering of more than two sides.
func crowd(e record.Engagement) bool { return len(e.Countries()) > 2 }

// LastCall gives the last call.
func (b *Brief) LastCall() (record.Engagement, bool) {
	return first(b.Held, func(e record.Engagement) bool { return e.Kind == reading.Call })
}

func everything(record.Engagement) bool { return true }

func first(es []record.Engagement, fits func(record.Engagement) bool) (record.Engagement, bool) {
	for _, e := range es {
		if fits(e) {
			return e, true
		}
	}
	return record.Engagement{}, false
}
