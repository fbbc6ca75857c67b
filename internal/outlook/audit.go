package outlook

import (
	"context"
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Verdict is what the record says to a claim.
type Verdict string

// The verdicts.
const (
	Supported    Verdict = "supported"    // the record holds what the claim names, and nothing against it
	Contradicted Verdict = "contradicted" // the record holds an engagement that makes it false
	Unknown      Verdict = "unknown"      // the record does not hold enough to say
)

// Judgement is a verdict on a claim with what decides it.
type Judgement struct {
	Claim      record.Claim
	Verdict    Verdict
	Because    []string // eids that decide
	Reason     string   // a sentence for people
	AsReported Verdict  // the verdict from the reports published until the claim's
}

// Audit judges claims against the record as of a day and as of their own
// reports. Claims published after the day are left out.
func (o *Outlook) Audit(claims []record.Claim, asOf edtf.Day) []Judgement {
	return o.AuditAgain(context.Background(), claims, asOf, func(*record.Claim) (Judgement, bool) { return Judgement{}, false })
}

// AuditAgain judges claims as Audit does, but takes the judgement that before
// gives of a claim where it gives one: see Change. When ctx ends, it stops, and
// what it gives is worthless.
func (o *Outlook) AuditAgain(ctx context.Context, claims []record.Claim, asOf edtf.Day, before func(*record.Claim) (Judgement, bool)) []Judgement {
	var kept []record.Claim
	for _, c := range claims {
		if c.Published <= asOf {
			kept = append(kept, c)
		}
	}
	now := o
	if asOf < o.last {
		now = o.known(asOf)
	}
	out := make([]Judgement, len(kept))
	var open []int // indexes of what is to be judged
	counts := false
	for i := range kept {
		j, ok := before(&kept[i])
		if !ok {
			open = append(open, i)
			counts = counts || kept[i].Type == reading.SeriesNumber
			continue
		}
		out[i] = j
	}
	var claimed numbers
	var others []claimedNumber
	var numbered map[string][]record.Claim
	if counts {
		claimed, others, numbered = now.numbersClaimed(kept), claimedNumbers(kept), byParties(kept)
	}
	for _, i := range open {
		if ctx.Err() != nil {
			break
		}
		out[i] = now.judge(kept[i], asOf, claimed, others)
		out[i].AsReported = o.asReported(kept[i], numbered)
	}
	return out
}

// byParties gives the claims of a number in a series, by the countries of
// their parties.
func byParties(claims []record.Claim) map[string][]record.Claim {
	out := map[string][]record.Claim{}
	for _, c := range claims {
		if c.Type == reading.SeriesNumber {
			key := strings.Join(codes(c.Parties), " ")
			out[key] = append(out[key], c)
		}
	}
	return out
}

// asReported judges a claim by the reports published until its own. numbered
// are the claims of a number in a series, see byParties.
func (o *Outlook) asReported(c record.Claim, numbered map[string][]record.Claim) Verdict {
	parties := codes(c.Parties)
	then := over(toldBy(o.candidates(c, parties), c.Published), o.g)
	then.first = o.first
	var until []record.Claim
	if c.Type == reading.SeriesNumber {
		for _, x := range numbered[strings.Join(parties, " ")] {
			if x.Published <= c.Published {
				until = append(until, x)
			}
		}
	}
	return then.judge(c, c.Published, then.numbersClaimed(until), claimedNumbers(until)).Verdict
}

// judge gives the verdict on one claim.
func (o *Outlook) judge(c record.Claim, asOf edtf.Day, claims numbers, others []claimedNumber) Judgement {
	q := o.ask(c, asOf)
	var v Verdict
	var because []*record.Engagement
	var reason string
	switch c.Type {
	case reading.FirstSince:
		v, because, reason = q.firstSince()
	case reading.FirstEver:
		v, because, reason = q.firstEver()
	case reading.Nth, reading.CountInPeriod:
		v, because, reason = q.count()
	case reading.Last:
		v, because, reason = q.last()
	case reading.Frequency:
		v, because, reason = q.frequency()
	case reading.SeriesNumber:
		v, because, reason = q.seriesNumber(claims, others)
	default:
		v, reason = Unknown, fmt.Sprintf("no way to check a claim of type %q", c.Type)
	}
	return Judgement{Claim: c, Verdict: v, Because: eids(because...), Reason: reason}
}

// coverage gives the day from which the record can be trusted to hold what
// reports tell of these parties: the beginning of the year of the first news
// report, or of the first row coded by hand that is about them.
func (o *Outlook) coverage(parties []string) edtf.Day {
	from := o.first
	for _, e := range o.with(parties...) {
		for _, m := range e.Mentions {
			from = min(from, m.Published)
		}
	}
	return from.YearStart()
}
