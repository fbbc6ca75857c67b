package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// Rereading says how reports of a record are read anew.
type Rereading struct {
	Version string // of the reader; empty is this program's
	All     bool   // also reports that this version has read
	Dry     bool   // only say what would change
	Workers int    // how many at the same time; at least one
}

// Reread is what came of one report.
type Reread struct {
	ID        string
	Published edtf.Day
	Bytes     int // of its text
	Lost      []reading.Engagement
	Gained    []reading.Engagement
}

// cursor is the note that remembers how far a reading of all reports is.
const cursor = "reread"

type rereadMark struct {
	Version   string   `json:"version"`
	Published edtf.Day `json:"published"`
	ID        string   `json:"id"`
}

// few is how many reports are read anew between two commits: others that write
// wait no longer than these take.
const few = 64

// Reread reads reports of the record anew, the newest first, and puts what
// they say now in the place of what they said. What people corrected stays
// corrected. A report that somebody replaces or takes out meanwhile is left to
// them. It goes on where it was cut off: reports that this version has
// read are passed over, or with All those before a note. Each error names a
// report that stays as it was, or ends the work.
func (r Rereading) Reread(ctx context.Context, s store.Store, newWork func() (Work[store.Entry], error)) iter.Seq2[Reread, error] {
	return func(yield func(Reread, error) bool) {
		if err := r.run(ctx, s, newWork, yield); err != nil && err != errStopped {
			yield(Reread{}, err)
		}
	}
}

var errStopped = fmt.Errorf("the caller has enough")

func (r Rereading) run(ctx context.Context, s store.Store, newWork func() (Work[store.Entry], error), yield func(Reread, error) bool) error {
	if r.Version == "" {
		r.Version = reading.Version
	}
	f := store.ReportFilter{Kind: store.News, Limit: few}
	if !r.All {
		f.NotReader = r.Version
	} else if !r.Dry {
		after, err := r.left(ctx, s)
		if err != nil {
			return err
		}
		f.After = after
	}
	works := make([]Work[store.Entry], max(1, r.Workers)) // loaded once for all batches
	for i := range works {
		var err error
		if works[i], err = newWork(); err != nil {
			return err
		}
	}
	for {
		list, err := s.Reports(ctx, f)
		if err != nil {
			return fmt.Errorf("listing the reports: %w", err)
		}
		if len(list) == 0 {
			break
		}
		last := list[len(list)-1]
		f.After = &store.ReportPlace{Published: last.Published, ID: last.ID}
		if err := r.batch(ctx, s, list, works, yield); err != nil {
			return err
		}
		if r.All && !r.Dry {
			body, err := json.Marshal(rereadMark{r.Version, last.Published, last.ID})
			if err != nil {
				return err
			}
			if err := s.SetNote(ctx, cursor, body); err != nil {
				return err
			}
		}
	}
	if r.Dry {
		return nil
	}
	return s.SetNote(ctx, cursor, nil)
}

// left gives the place where a reading of all reports by this version was cut
// off, or nil.
func (r Rereading) left(ctx context.Context, s store.Store) (*store.ReportPlace, error) {
	body, err := s.Note(ctx, cursor)
	if err != nil || body == nil {
		return nil, err
	}
	var m rereadMark
	if err := json.Unmarshal(body, &m); err != nil || m.Version != r.Version {
		return nil, nil
	}
	return &store.ReportPlace{Published: m.Published, ID: m.ID}, nil
}

// batch reads some reports anew and commits them.
func (r Rereading) batch(ctx context.Context, s store.Store, list []store.Listed, works []Work[store.Entry], yield func(Reread, error) bool) error {
	reports := func(yield func(*report.Report, error) bool) {
		for _, l := range list {
			rep, err := s.Report(ctx, l.ID)
			if err != nil {
				err = fmt.Errorf("report %s: %w", l.ID, err)
			}
			if !yield(&rep, err) {
				return
			}
		}
	}
	var done []Reread
	var entries []store.Entry
	next := 0
	lend := func() (Work[store.Entry], error) { next++; return works[next-1], nil }
	for result, err := range Each(ctx, reports, len(works), lend) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			result.Value.Again = true
			var x Reread
			if x, err = compare(ctx, s, result.Value); err == nil {
				done, entries = append(done, x), append(entries, result.Value)
			}
		}
		if err != nil && !yield(Reread{}, err) {
			return errStopped
		}
	}
	if !r.Dry {
		added, err := s.Add(ctx, entries)
		if err != nil {
			return err
		}
		done = slices.DeleteFunc(done, func(x Reread) bool { return slices.Contains(added.Passed, x.ID) })
	}
	for _, x := range done {
		if !yield(x, nil) {
			return errStopped
		}
	}
	return nil
}

// compare says what a new reading of a report has and lacks beside that in the
// record.
func compare(ctx context.Context, s store.Store, now store.Entry) (Reread, error) {
	old, err := s.Reading(ctx, now.Report.ID)
	if err != nil {
		return Reread{}, err
	}
	return Reread{
		ID: now.Report.ID, Published: now.Report.Published, Bytes: len(now.Report.Text),
		Lost:   without(old.Engagements, now.Reading.Engagements),
		Gained: without(now.Reading.Engagements, old.Engagements),
	}, nil
}

// without gives the engagements that others lack, by all that is said of them
// but words, speakers and confidence.
func without(es, others []reading.Engagement) []reading.Engagement {
	var rest []string
	for i := range others {
		rest = append(rest, face(&others[i]))
	}
	var out []reading.Engagement
	for i := range es {
		if at := slices.Index(rest, face(&es[i])); at >= 0 {
			rest = slices.Delete(rest, at, at+1)
			continue
		}
		out = append(out, es[i])
	}
	return out
}

func face(e *reading.Engagement) string {
	f := *e
	f.Evidence, f.Attribution, f.Confidence = nil, nil, 0
	return fmt.Sprintf("%+v", f)
}
