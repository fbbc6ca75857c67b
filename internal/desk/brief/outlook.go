package brief

import (
	"context"
	"fmt"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Outlook takes the record as the reports published up to a day tell it; 0
// counts all. The whole record counts, whoever is asked about: what one side
// does with others decides, too. About a pair it asks the record for what it
// needs, when it needs it: after its answers its Err must be asked. What it
// gives is without evidence, see store.Filter.Lean.
func Outlook(ctx context.Context, s store.Store, about who.Pair, until edtf.Day) (*outlook.Outlook, error) {
	names, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	if len(about) == 0 {
		all, err := s.Engagements(ctx, store.Filter{AsOf: until, Lean: true})
		if err != nil {
			return nil, fmt.Errorf("asking the record for engagements: %w", err)
		}
		return outlook.New(all, names), nil
	}
	days, err := s.Days(ctx, until)
	if err != nil {
		return nil, fmt.Errorf("asking the record for its days: %w", err)
	}
	source := func(w outlook.Want) ([]record.Engagement, error) {
		f := store.Filter{AsOf: until, Lean: true, Countries: w.Countries, Person: w.Person, Country: w.Country, Event: w.Event, Sides: w.Sides, Kinds: w.Kinds}
		es, err := s.Engagements(ctx, f)
		if err != nil {
			return nil, fmt.Errorf("asking the record for engagements: %w", err)
		}
		return es, nil
	}
	return outlook.Over(source, about.About(), days.News, days.Last, names), nil
}

// Audit judges the claims about the pair, in the order of the reports, and
// behind them those that are given besides.
func Audit(ctx context.Context, s store.Store, o *outlook.Outlook, about who.Pair, asOf edtf.Day, besides ...record.Claim) ([]outlook.Judgement, error) {
	claims, err := s.Claims(ctx, store.ClaimFilter{Countries: about.Codes(), AsOf: asOf})
	if err != nil {
		return nil, fmt.Errorf("asking the record for claims: %w", err)
	}
	all := parting(about)
	claims = slices.DeleteFunc(claims, func(c record.Claim) bool { return !all(c.Parties) })
	judged := o.Audit(append(claims, besides...), asOf)
	return judged, o.Err()
}

// WithVerdict keeps the judgements with one verdict.
func WithVerdict(judged []outlook.Judgement, v outlook.Verdict) []outlook.Judgement {
	return slices.DeleteFunc(slices.Clone(judged), func(j outlook.Judgement) bool { return j.Verdict != v })
}

// TurnsOf gives the arrangements in which all of the pair take part.
func TurnsOf(turns []outlook.Turn, about who.Pair) []outlook.Turn {
	all := parting(about)
	return having(turns, func(t *outlook.Turn) bool { return all(t.Parties) })
}

// InvitationsOf gives the open invitations in which all of the pair take part.
func InvitationsOf(open []outlook.Open, about who.Pair) []outlook.Open {
	all := parting(about)
	return having(open, func(i *outlook.Open) bool { return all(i.Invitation.Parties) })
}

// ClaimsOf gives the judgements on claims in which all of the pair take part.
func ClaimsOf(judged []outlook.Judgement, about who.Pair) []outlook.Judgement {
	all := parting(about)
	return having(judged, func(j *outlook.Judgement) bool { return all(j.Claim.Parties) })
}

// having gives what fits, in a list of its own.
func having[T any](all []T, fits func(*T) bool) []T {
	var out []T
	for i := range all {
		if fits(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}

// TakePart tells whether each of a pair is among some parties.
func TakePart(parties []reading.Party, about who.Pair) bool { return parting(about)(parties) }

// parting gives what tells whether each of the pair is among some parties. It
// compares each name once.
func parting(about who.Pair) func([]reading.Party) bool {
	known := make([]map[string]bool, len(about))
	return func(parties []reading.Party) bool {
		for i, w := range about {
			if !slices.ContainsFunc(parties, func(p reading.Party) bool {
				if w.Code != "" {
					return p.Country == w.Code
				}
				if p.Person == "" {
					return false
				}
				fits, ok := known[i][p.Person]
				if !ok {
					if known[i] == nil {
						known[i] = map[string]bool{}
					}
					fits = record.SamePerson(p.Person, w.Person)
					known[i][p.Person] = fits
				}
				return fits
			}) {
				return false
			}
		}
		return true
	}
}
