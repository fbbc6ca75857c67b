package conclude

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/revision"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Conclusions are what is drawn from the record as of its latest day. They are
// shared: nobody may change them.
type Conclusions struct {
	Revision int64 // of the record: what changed later is not in them, or only in part
	AsOf     edtf.Day
	Turns    []outlook.Turn
	Open     []outlook.Open
	Judged   []outlook.Judgement // in the order of the reports
}

// Drawer draws conclusions. It may be asked by several goroutines; one draws
// and the others wait for it.
type Drawer struct {
	store    store.Store
	register *register.Register

	mu    sync.Mutex
	drawn bool
	last  Conclusions
	since edtf.Day // of the last Outlook
	of    map[*store.Line]*record.Engagement
	claim map[claimName]judged
}

// judged is a claim as it was judged last.
type judged struct {
	body      string // of the claim, to tell whether it is the same
	series    bool   // a number in a series
	judgement outlook.Judgement
}

// New makes a drawer of a record and its register. It reads nothing until it is
// asked.
func New(s store.Store, r *register.Register) *Drawer { return &Drawer{store: s, register: r} }

// Draw gives the conclusions from the record as it is.
func (d *Drawer) Draw(ctx context.Context) (Conclusions, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	asked, err := revision.Of(ctx, d.store)
	if err != nil {
		return Conclusions{}, err
	}
	if d.drawn && d.last.Revision >= asked.Number {
		return d.last, nil
	}
	names, err := gazetteer.Load()
	if err != nil {
		return Conclusions{}, err
	}
	all, change, at, err := d.follow(ctx, asked.Number)
	if err != nil {
		d.drawn = false // half of it may be taken in: begin again
		return Conclusions{}, err
	}
	days, err := d.store.Days(ctx, 0)
	if err != nil {
		return Conclusions{}, fmt.Errorf("asking the record for its latest day: %w", err)
	}
	o := outlook.Of(all, names)
	change.Day = days.Last != d.last.AsOf
	change.All = change.All || o.Since() != d.since
	claims, err := d.store.Claims(ctx, store.ClaimFilter{AsOf: days.Last})
	if err != nil {
		return Conclusions{}, fmt.Errorf("asking the record for claims: %w", err)
	}
	now := Conclusions{Revision: at, AsOf: days.Last}
	if now.Judged, err = d.judge(ctx, o, claims, days.Last, change); err != nil {
		d.drawn = false
		return Conclusions{}, err
	}
	now.Turns, now.Open = o.Turns(days.Last), o.OpenInvitations(days.Last)
	d.last, d.since, d.drawn = now, o.Since(), true
	return now, nil
}

// follow gives the engagements of the record at a revision or later, in their
// order, and says what changed since the last drawing.
func (d *Drawer) follow(ctx context.Context, revision int64) ([]*record.Engagement, *outlook.Change, int64, error) {
	if err := d.register.Follow(ctx, revision); err != nil {
		return nil, nil, 0, err
	}
	lines, at := d.register.At()
	es, err := d.register.Lean(ctx, lines)
	if err != nil {
		return nil, nil, 0, err
	}
	if !d.drawn {
		d.of, d.claim = nil, map[claimName]judged{}
	}
	change := &outlook.Change{All: !d.drawn}
	now := make(map[*store.Line]*record.Engagement, len(lines))
	all := make([]*record.Engagement, 0, len(lines))
	for i, l := range lines {
		e := es[i]
		if e == nil {
			continue // it has changed since, and is drawn from next time
		}
		now[l] = e
		all = append(all, e)
		if d.drawn && d.of[l] != e {
			change.Engagements = append(change.Engagements, e)
		}
	}
	for l, e := range d.of {
		if now[l] != e {
			change.Engagements = append(change.Engagements, e)
		}
	}
	d.of = now
	return all, change, at, nil
}

// judge judges claims, those that the change cannot touch as before.
func (d *Drawer) judge(ctx context.Context, o *outlook.Outlook, claims []record.Claim, asOf edtf.Day, change *outlook.Change) ([]outlook.Judgement, error) {
	now := make(map[claimName]judged, len(claims))
	list := make([]judged, len(claims))
	series := 0
	for i := range claims {
		c := &claims[i]
		body, err := json.Marshal(c)
		if err != nil {
			return nil, fmt.Errorf("claim %d of %s: %w", c.Index, c.Report, err)
		}
		x := judged{body: string(body), series: c.Type == reading.SeriesNumber}
		if was, ok := d.claim[name(c)]; x.series && (!ok || was.body != x.body) {
			change.Series = true
		}
		if x.series {
			series++
		}
		list[i] = x
	}
	for _, was := range d.claim {
		if was.series {
			series--
		}
	}
	change.Series = change.Series || series != 0
	at := 0
	out := o.AuditAgain(ctx, claims, asOf, func(c *record.Claim) (outlook.Judgement, bool) {
		was, ok := d.claim[name(c)]
		same := ok && was.body == list[at].body
		at++
		return was.judgement, same && !change.Touches(c)
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range out {
		list[i].judgement = out[i]
		now[name(&out[i].Claim)] = list[i]
	}
	d.claim = now
	return out, nil
}

// claimName tells a claim from the others.
type claimName struct {
	report string
	index  int
}

func name(c *record.Claim) claimName { return claimName{c.Report, c.Index} }
