package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/chancery-project/chancery/internal/desk/intake"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/post/queue"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// bench is a queue, a record and a reader that knows a few words.
type bench struct {
	t     *testing.T
	queue *queue.Queue
	store store.Store
	log   bytes.Buffer
	reads atomic.Int32
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t}
	var err error
	if b.queue, err = queue.Open(t.Context(), queue.Options{Dir: t.TempDir(), Redeliver: 20 * time.Second}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.queue.Close() })
	if b.store, err = sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.store.Close() })
	return b
}

// read gives a meeting of every report, or does as its text says.
func (b *bench) read() (intake.Work[store.Entry], error) {
	return func(r *report.Report) (store.Entry, error) {
		b.reads.Add(1)
		switch r.Text {
		case "fail":
			return store.Entry{}, errors.New("it fails")
		case "panic":
			panic("it panics")
		}
		e := reading.Engagement{
			Kind: reading.Meeting, Status: reading.Held, When: edtf.Date(r.Published.String()), Confidence: 0.8,
			Parties:  []reading.Party{{Country: "NOR", Role: reading.RoleParty}, {Country: "CHL", Role: reading.RoleParty}},
			Evidence: []reading.Span{{Start: 0, End: len(r.Text), Quote: r.Text}},
		}
		if r.Text == "refuse" {
			e.Parties = nil // which no record takes
		}
		return store.Entry{Report: *r, Reading: reading.Reading{ID: r.ID, Published: r.Published.String(), Engagements: []reading.Engagement{e}}}, nil
	}, nil
}

func (b *bench) put(texts ...string) {
	b.t.Helper()
	p := b.queue.Publisher()
	for i, text := range texts {
		id, text, ok := strings.Cut(text, ":")
		if !ok {
			id, text = fmt.Sprintf("r%04d", i), id
		}
		if err := p.Put(b.t.Context(), &report.Report{ID: id, Published: edtf.Day(19000 + i), Text: text}); err != nil {
			b.t.Fatal(err)
		}
	}
	if err := p.Flush(b.t.Context()); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) run(ctx context.Context, opt Options) (Done, error) {
	if opt.Store == nil {
		opt.Store = b.store
	}
	opt.Queue, opt.Redeliver, opt.NewWork = b.queue, 20*time.Second, b.read
	opt.Log = slog.New(slog.NewTextHandler(&b.log, nil))
	return Run(ctx, opt)
}

func (b *bench) reports() int {
	b.t.Helper()
	s, err := b.store.Stats(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	return s.Reports
}

func TestWorkersEmptyTheQueue(t *testing.T) {
	var exports []string
	for _, workers := range []int{1, 2, 5} {
		b := newBench(t)
		b.put(strings.Split(strings.Repeat("They met,", 499)+"They met", ",")...)
		done, err := b.run(t.Context(), Options{Workers: workers, UntilEmpty: true})
		if err != nil || done != (Done{New: 500}) || b.reports() != 500 {
			t.Errorf("%d workers: %+v, %v, %d reports in the record; want 500 new", workers, done, err, b.reports())
		}
		es, err := b.store.Engagements(t.Context(), store.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := record.WriteJSONL(&out, es); err != nil {
			t.Fatal(err)
		}
		exports = append(exports, out.String())
	}
	if exports[0] != exports[1] || exports[0] != exports[2] {
		t.Error("exports differ with the number of workers")
	}
}

func TestWhatCannotBeReadIsPutAside(t *testing.T) {
	b := newBench(t)
	b.put("They met.", "fail", "panic", "They met again.", "refuse")
	done, err := b.run(t.Context(), Options{Workers: 2, UntilEmpty: true})
	if err != nil || done != (Done{New: 2, Dead: 3, Failed: 9}) {
		t.Errorf("got %+v, %v; want 2 new and 3 dead after 9 tries", done, err)
	}
	letters, err := b.queue.Dead(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for _, l := range letters {
		reasons[l.ID] = l.Reason
	}
	for id, want := range map[string]string{"r0001": "it fails", "r0002": "it panics", "r0004": "without parties"} {
		if !strings.Contains(reasons[id], want) {
			t.Errorf("%s was put aside for %q, want %q", id, reasons[id], want)
		}
	}
}

func TestTheLastVersionStands(t *testing.T) {
	b := newBench(t)
	done, err := Done{}, error(nil)
	for range 20 { // of which some are in hand at the same time
		b.put("a:one", "b:They met.", "a:two", "c:They met.", "a:three")
	}
	done, err = b.run(t.Context(), Options{Workers: 4, UntilEmpty: true})
	if err != nil {
		t.Fatal(err)
	}
	if r, err := b.store.Report(t.Context(), "a"); err != nil || r.Text != "three" {
		t.Errorf("the record has %q (%v) after %+v, want the last version", r.Text, err, done)
	}
}

// moody is a record that answers with errors before it works.
type moody struct {
	store.Store
	errs  []error
	calls atomic.Int32
	added func()
}

func (m *moody) Add(ctx context.Context, entries []store.Entry) (store.Added, error) {
	if n := int(m.calls.Add(1)); n <= len(m.errs) {
		return store.Added{}, m.errs[n-1]
	}
	if m.added != nil {
		defer m.added()
	}
	return m.Store.Add(ctx, entries)
}

func TestWorkersWaitForARecordThatDoesNotAnswer(t *testing.T) {
	b := newBench(t)
	b.put("They met.", "They met again.")
	away := fmt.Errorf("add: %w", store.ErrAway)
	done, err := b.run(t.Context(), Options{UntilEmpty: true, Store: &moody{Store: b.store, errs: []error{away, away}}})
	if err != nil || done.New != 2 || b.reads.Load() != 2 {
		t.Errorf("got %+v, %v after %d readings; want 2 new, each read once", done, err, b.reads.Load())
	}
	if !strings.Contains(b.log.String(), "does not answer") {
		t.Errorf("the log says nothing of it: %s", b.log.String())
	}
}

func TestWorkersEndWhereTheRecordIsBroken(t *testing.T) {
	b := newBench(t)
	b.put("They met.", "They met again.")
	full := fmt.Errorf("add: %w: disk full", store.ErrBroken)
	done, err := b.run(t.Context(), Options{UntilEmpty: true, Store: &moody{Store: b.store, errs: []error{full}}})
	if !errors.Is(err, store.ErrBroken) || done != (Done{}) {
		t.Errorf("got %+v, %v; want nothing done and the error", done, err)
	}
	if done, err := b.run(t.Context(), Options{UntilEmpty: true}); err != nil || done.New != 2 {
		t.Errorf("afterwards: %+v, %v; want both", done, err)
	}
}

// TestWorkersGiveBackWhatTheyHaveNotRead ends workers in the middle, again and
// again, until nothing is left: every report is in the record once.
func TestWorkersGiveBackWhatTheyHaveNotRead(t *testing.T) {
	b := newBench(t)
	b.put(strings.Split(strings.Repeat("They met,", 999)+"They met", ",")...)
	total := 0
	for rounds := 1; total < 1000; rounds++ {
		ctx, stop := context.WithCancel(t.Context())
		done, err := b.run(ctx, Options{Workers: 2, Store: &moody{Store: b.store, added: stop}})
		stop()
		if err != nil || done.Dead > 0 || done.Same > 0 {
			t.Fatalf("round %d: %+v, %v", rounds, done, err)
		}
		if total += done.New; rounds > 100 {
			t.Fatalf("only %d of 1000 after %d rounds", total, rounds)
		}
	}
	if b.reports() != 1000 || total != 1000 {
		t.Errorf("the record has %d reports after %d, want 1000", b.reports(), total)
	}
}

func TestAnInterruptedWorkerEndsInOrder(t *testing.T) {
	b := newBench(t)
	b.put("one")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	done, err := b.run(ctx, Options{Workers: 2})
	if err != nil || done.New != 0 {
		t.Errorf("interrupted at once, it did %+v: %v", done, err)
	}
}
