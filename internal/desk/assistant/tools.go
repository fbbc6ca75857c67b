package assistant

import (
	"context"
	"errors"
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/revision"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// listed is how much of each thing a brief has; what a tool is asked for lists
// as much as it is asked.
const listed = 6

// Briefed is what one would want to know before a meeting.
type Briefed struct {
	About         string       `json:"about"`
	AsOf          string       `json:"as_of"`
	Next          []Engagement `json:"next" jsonschema:"what is proposed, planned or put off, the nearest first"`
	LastMet       *Engagement  `json:"last_met,omitempty" jsonschema:"when they last met face to face, gatherings of many aside"`
	LastGathering *Engagement  `json:"last_gathering,omitempty" jsonschema:"a gathering of many that both took part in since: they may have met there"`
	LastCall      *Engagement  `json:"last_call,omitempty"`
	Held          []Engagement `json:"held" jsonschema:"what took place, the latest first"`
	HeldInAll     int          `json:"held_in_all"`
	Unconfirmed   []Engagement `json:"unconfirmed" jsonschema:"plans whose time has passed without a report of what became of them"`
	Conflicts     []Engagement `json:"conflicts" jsonschema:"where reports disagree"`
	Claims        []Judgement  `json:"claims" jsonschema:"what reports claim, and whether the record supports it; the latest"`
	Expected
}

func (d *desk) brief(ctx context.Context, q Asked) (Briefed, error) {
	about, asOf, until, err := d.asked(ctx, q)
	if err == nil && len(about) == 0 {
		err = errors.New("who: say whom the brief is about: a country, an organisation or a person, or two of them")
	}
	if err != nil {
		return Briefed{}, err
	}
	var b *brief.Brief
	if d.Drawer != nil && until == 0 {
		b, err = d.Drawer.Brief(ctx, about, false)
	} else {
		b, err = brief.Make(ctx, d.Store, about, asOf, until)
	}
	if err != nil {
		return Briefed{}, err
	}
	p := d.prover(ctx, until)
	out := Briefed{
		About: about.Title(""), AsOf: dated(asOf), Next: p.some(b.Ahead, listed), LastMet: p.one(b.LastMet()), LastCall: p.one(b.LastCall()),
		LastGathering: p.one(b.LastGathering()), Held: p.some(b.Held, listed), HeldInAll: len(b.Held),
		Unconfirmed: p.some(b.Passed, listed), Conflicts: p.some(b.Disputed, listed), Expected: p.expected(b.Turns, b.Invitations),
	}
	if p.err != nil {
		return Briefed{}, p.err
	}
	out.Claims, err = d.judged(ctx, b.Claims[max(0, len(b.Claims)-listed):])
	return out, err
}

// Judgement is the verdict on a claim.
type Judgement struct {
	Claim     string       `json:"claim" jsonschema:"the words that claim it"`
	Type      string       `json:"type"`
	Report    string       `json:"report,omitempty" jsonschema:"id of the report that claims it"`
	Outlet    string       `json:"outlet,omitempty"`
	Published string       `json:"published,omitempty"`
	SaidBy    string       `json:"said_by,omitempty"`
	Verdict   string       `json:"verdict" jsonschema:"supported, contradicted, or unknown: the record does not hold enough to say"`
	Reason    string       `json:"reason"`
	Because   []Engagement `json:"because" jsonschema:"the engagements that decide, with their evidence"`
}

func (d *desk) judged(ctx context.Context, js []outlook.Judgement) ([]Judgement, error) {
	out := []Judgement{}
	for _, j := range js {
		c := j.Claim
		x := Judgement{Claim: c.Quote, Type: string(c.Type), Verdict: string(j.Verdict), Reason: j.Reason, Because: []Engagement{}}
		if c.Report != "" {
			x.Report, x.Outlet, x.Published, x.SaidBy = c.Report, c.Outlet, c.Published.String(), d.Names.Chain(c.Attribution)
		}
		for _, eid := range j.Because[:min(len(j.Because), listed)] {
			e, err := d.Store.Engagement(ctx, eid)
			if errors.Is(err, store.ErrNotFound) {
				continue // as of an earlier day it had another name
			}
			if err != nil {
				return nil, err
			}
			x.Because = append(x.Because, d.engagement(&e))
		}
		out = append(out, x)
	}
	return out, nil
}

// Claimed is a claim to check.
type Claimed struct {
	Claim string `json:"claim" jsonschema:"the claim in words, with who, whom or where, and what: Putin's first visit to India since 2021"`
	AsOf  string `json:"as_of,omitempty" jsonschema:"judge by what was known on this day, YYYY-MM-DD"`
}

// Checked is what the record says to a claim.
type Checked struct {
	AsOf   string      `json:"as_of"`
	Claims []Judgement `json:"claims" jsonschema:"each claim that the words make"`
}

func (d *desk) check(ctx context.Context, q Claimed) (Checked, error) {
	_, asOf, until, err := d.asked(ctx, Asked{AsOf: q.AsOf})
	if err != nil {
		return Checked{}, err
	}
	if len(q.Claim) > 2000 {
		return Checked{}, errors.New("claim: give one sentence, at most 2000 characters")
	}
	var judged []outlook.Judgement
	err = d.Readers.Use(ctx, func(r *reading.Reader) (err error) {
		judged, err = brief.Check(ctx, d.Store, r, q.Claim, asOf, until)
		return err
	})
	if err != nil {
		return Checked{}, fmt.Errorf("claim: %w", err)
	}
	out := Checked{AsOf: dated(asOf)}
	out.Claims, err = d.judged(ctx, judged)
	return out, err
}

// Expected is what is to be expected.
type Expected struct {
	Turns       []Turn       `json:"turns" jsonschema:"standing arrangements"`
	Invitations []Invitation `json:"open_invitations"`
}

// Turn is a standing arrangement.
type Turn struct {
	Parties  string      `json:"parties"`
	Practice string      `json:"practice"`
	Period   string      `json:"period,omitempty" jsonschema:"ISO 8601 duration"`
	NextHost string      `json:"next_host,omitempty" jsonschema:"whose turn it is to host"`
	Why      string      `json:"why,omitempty" jsonschema:"how that was found"`
	Due      string      `json:"due,omitempty" jsonschema:"EDTF"`
	Overdue  bool        `json:"overdue"`
	Ground   string      `json:"ground" jsonschema:"words: a report states it; pattern: only past occasions show it"`
	Last     *Engagement `json:"last,omitempty"`
	Next     *Engagement `json:"next,omitempty"`
	Reports  []string    `json:"reports" jsonschema:"ids of the reports that it rests on"`
}

// Invitation is an invitation that no visit has followed yet.
type Invitation struct {
	Invitation Engagement `json:"invitation"`
	Made       string     `json:"made,omitempty"`
	For        string     `json:"for,omitempty" jsonschema:"when the visit is to be, EDTF"`
	Days       int        `json:"days_open"`
	Note       string     `json:"note,omitempty"`
}

func (p *prover) expected(turns []outlook.Turn, open []outlook.Open) Expected {
	x := Expected{Turns: []Turn{}, Invitations: []Invitation{}}
	for _, t := range turns {
		var parties []string
		for _, of := range t.Parties {
			parties = append(parties, p.d.Names.Party(of))
		}
		y := Turn{
			Parties: wording.And(parties), Practice: t.Practice, Period: t.Period, NextHost: t.NextHost, Why: t.Why, Due: string(t.Due),
			Overdue: t.Overdue, Ground: string(t.Ground), Reports: append([]string{}, t.Basis...),
		}
		if t.Last != nil {
			y.Last = p.one(*t.Last, true)
		}
		if t.Next != nil {
			y.Next = p.one(*t.Next, true)
		}
		x.Turns = append(x.Turns, y)
	}
	for _, o := range open {
		x.Invitations = append(x.Invitations, Invitation{*p.one(*o.Invitation, true), string(o.Made), string(o.For), o.Days, o.Note})
	}
	return x
}

// Ahead is the outlook as of a day.
type Ahead struct {
	AsOf string `json:"as_of"`
	Expected
}

func (d *desk) outlook(ctx context.Context, q Asked) (Ahead, error) {
	about, asOf, until, err := d.asked(ctx, q)
	if err != nil {
		return Ahead{}, err
	}
	var turns []outlook.Turn
	var open []outlook.Open
	if d.Drawer != nil && until == 0 {
		c, err := d.Drawer.Draw(ctx)
		if err != nil {
			return Ahead{}, err
		}
		turns, open = c.Turns, c.Open
	} else {
		o, err := brief.Outlook(ctx, d.Store, about, until)
		if err != nil {
			return Ahead{}, err
		}
		if turns, open = o.Turns(asOf), o.OpenInvitations(asOf); o.Err() != nil {
			return Ahead{}, o.Err()
		}
	}
	p := d.prover(ctx, until)
	return Ahead{dated(asOf), p.expected(brief.TurnsOf(turns, about), brief.InvitationsOf(open, about))}, p.err
}

// Span is a stretch of a timeline.
type Span struct {
	Asked
	From  string `json:"from,omitempty" jsonschema:"from this day on, YYYY-MM-DD"`
	To    string `json:"to,omitempty" jsonschema:"until this day, YYYY-MM-DD"`
	Limit int    `json:"limit,omitempty" jsonschema:"at most so many, 1 to 100; default 20; the latest of them"`
}

// Found is engagements in the order of time.
type Found struct {
	AsOf        string       `json:"as_of"`
	Engagements []Engagement `json:"engagements" jsonschema:"in the order of time"`
	InAll       int          `json:"in_all" jsonschema:"how many there are; narrow the days to see others than the latest"`
}

func (d *desk) timeline(ctx context.Context, q Span) (Found, error) {
	about, asOf, until, err := d.asked(ctx, q.Asked)
	if err != nil {
		return Found{}, err
	}
	when, err := between(q.From, q.To)
	if err != nil {
		return Found{}, err
	}
	all, err := d.engagements(ctx, about, until)
	if err != nil {
		return Found{}, err
	}
	var es []record.Engagement
	for _, e := range all {
		if when == "" || e.When.Overlaps(when) {
			es = append(es, e)
		}
	}
	most := limit(q.Limit)
	p := d.prover(ctx, until)
	return Found{dated(asOf), p.some(es[max(0, len(es)-most):], most), len(es)}, p.err
}

// engagements gives what a pair takes part in.
func (d *desk) engagements(ctx context.Context, about who.Pair, until edtf.Day) ([]record.Engagement, error) {
	if d.Register == nil || until != 0 {
		return about.Engagements(ctx, d.Store, until)
	}
	at, err := revision.Of(ctx, d.Store)
	if err != nil {
		return nil, err
	}
	if err := d.Register.Follow(ctx, at.Number); err != nil {
		return nil, err
	}
	return d.Register.Show(ctx, d.Register.Of(about))
}

func limit(n int) int {
	if n <= 0 {
		return 20
	}
	return min(n, 100)
}

// between gives the interval from one day to another, either of which may be
// empty.
func between(from, to string) (edtf.Date, error) {
	if from == "" && to == "" {
		return "", nil
	}
	for _, x := range []*string{&from, &to} {
		if *x == "" {
			*x = ".."
		} else if _, err := edtf.ParseDay(*x); err != nil {
			return "", fmt.Errorf("from and to: %w; give days as YYYY-MM-DD", err)
		}
	}
	when := edtf.Date(from + "/" + to)
	if !when.Valid() {
		return "", errors.New("from and to: to is before from")
	}
	return when, nil
}
