package outlook

import (
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
	claimed, others, numbered := now.numbersClaimed(kept), claimedNumbers(kept), byParties(kept)
	out := make([]Judgement, len(kept))
	for i, c := range kept {
		out[i] = now.judge(c, asOf, claimed, others)
		out[i].AsReported = o.asReported(c, numbered)
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
func (o *Outlook) judge(c record.Claim, asOf edtf.Day, claims numbers, others []claimed) Judgement {
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
