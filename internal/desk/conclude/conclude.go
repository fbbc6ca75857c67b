package conclude

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

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
	store store.Store

	mu    sync.Mutex
	drawn bool
	last  Conclusions
	since edtf.Day                      // of the last Outlook
	names map[int64]string              // eids by key
	all   map[string]*record.Engagement // by eid
	order []*record.Engagement          // those, in the order of the record
	claim map[claimName]judged
}

// judged is a claim as it was judged last.
type judged struct {
	body      string // of the claim, to tell whether it is the same
	series    bool   // a number in a series
	judgement outlook.Judgement
}

// New makes a drawer. It reads nothing until it is asked.
func New(s store.Store) *Drawer { return &Drawer{store: s} }

// Draw gives the conclusions from the record as it is.
func (d *Drawer) Draw(ctx context.Context) (Conclusions, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	revision, err := d.store.Revision(ctx)
	if err != nil {
		return Conclusions{}, fmt.Errorf("asking the record for its revision: %w", err)
	}
	if d.drawn && d.last.Revision == revision.Number {
		return d.last, nil
	}
	names, err := gazetteer.Load()
	if err != nil {
		return Conclusions{}, err
	}
	change, at, err := d.follow(ctx)
	if err != nil {
		d.drawn = false // half of it may be taken in: begin again
		return Conclusions{}, err
	}
	days, err := d.store.Days(ctx, 0)
	if err != nil {
		return Conclusions{}, fmt.Errorf("asking the record for its latest day: %w", err)
	}
	o := outlook.Of(slices.Clone(d.order), names)
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

// follow brings the engagements to the record as it is, and says what changed
// and which revision they are of at least.
func (d *Drawer) follow(ctx context.Context) (*outlook.Change, int64, error) {
	change := &outlook.Change{}
	if !d.drawn {
		change.All = true
		d.names, d.all, d.order, d.claim = map[int64]string{}, map[string]*record.Engagement{}, nil, map[claimName]judged{}
	}
	since := int64(0)
	if d.drawn {
		since = d.last.Revision
	}
	news, err := d.store.Lines(ctx, since)
	if err != nil {
		return nil, 0, fmt.Errorf("asking the record for what changed: %w", err)
	}
	drop := func(key int64) {
		if old := d.all[d.names[key]]; old != nil {
			change.Engagements = append(change.Engagements, old)
			delete(d.all, d.names[key])
		}
		delete(d.names, key)
	}
	for _, key := range news.Gone {
		drop(key)
	}
	var keys []int64
	for _, l := range news.Lines {
		drop(l.Key)
		if !l.Rejected {
			d.names[l.Key] = l.EID
			keys = append(keys, l.Key)
		}
	}
	parts := slices.Collect(slices.Chunk(keys, store.MaxKeys))
	if since == 0 {
		parts = [][]int64{nil} // all of them, at once
	}
	for _, part := range parts {
		es, err := d.store.Engagements(ctx, store.Filter{Lean: true, Keys: part})
		if err != nil {
			return nil, 0, fmt.Errorf("asking the record for engagements: %w", err)
		}
		for i := range es {
			d.all[es[i].EID] = &es[i]
			if since > 0 {
				change.Engagements = append(change.Engagements, &es[i])
			}
		}
	}
	d.arrange()
	return change, news.Revision, nil
}

// arrange puts the engagements into order: those that were there are in it
// already.
func (d *Drawer) arrange() {
	there := make(map[*record.Engagement]bool, len(d.order))
	kept := d.order[:0]
	for _, e := range d.order {
		if d.all[e.EID] == e {
			there[e] = true
			kept = append(kept, e)
		}
	}
	var fresh []*record.Engagement
	for _, e := range d.all {
		if !there[e] {
			fresh = append(fresh, e)
		}
	}
	slices.SortFunc(fresh, record.Compare)
	out := make([]*record.Engagement, 0, len(kept)+len(fresh))
	for _, e := range kept {
		for len(fresh) > 0 && record.Compare(fresh[0], e) < 0 {
			out, fresh = append(out, fresh[0]), fresh[1:]
		}
		out = append(out, e)
	}
	d.order = append(out, fresh...)
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
