package queue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"go.uber.org/goleak"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func open(t *testing.T, opt Options) *Queue {
	t.Helper()
	if opt.Dir == "" && opt.URL == "" {
		opt.Dir = t.TempDir()
	}
	opt.Log = func(event string, err error) { t.Log(event, err) }
	q, err := Open(t.Context(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { q.Close() })
	return q
}

func news(id, text string) *report.Report {
	day, err := edtf.ParseDay("2024-05-14")
	if err != nil {
		panic(err)
	}
	return &report.Report{ID: id, Outlet: "The Courier", URL: "https://example.org/" + id, Published: day, Title: "Of " + id, Text: text}
}

func put(t *testing.T, q *Queue, reports ...*report.Report) Published {
	t.Helper()
	p := q.Publisher()
	for _, r := range reports {
		if err := p.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	return p.Done()
}

func taker(t *testing.T, q *Queue) *Taker {
	t.Helper()
	tk, err := q.Taker(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return tk
}

// take takes until there are n, and fails where they do not come.
func take(t *testing.T, tk *Taker, n int) []*Delivery {
	t.Helper()
	var out []*Delivery
	for end := time.Now().Add(20 * time.Second); len(out) < n; {
		more, err := tk.Take(t.Context(), n-len(out), time.Second, func(err error) { t.Log("refused:", err) })
		if err != nil {
			t.Fatal(err)
		}
		if out = append(out, more...); time.Now().After(end) {
			t.Fatalf("%d reports came, want %d", len(out), n)
		}
	}
	return out
}

func counts(t *testing.T, q *Queue) string {
	t.Helper()
	c, err := q.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d waiting, %d in hand, %d dead", c.Waiting, c.InHand, c.Dead)
}

// eventually waits until the queue counts so: acknowledgements take a moment.
func eventually(t *testing.T, q *Queue, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if got = counts(t, q); got == want {
			return
		}
	}
	t.Errorf("the queue counts %s, want %s", got, want)
}

func done(t *testing.T, ds ...*Delivery) {
	t.Helper()
	for _, d := range ds {
		if err := d.Done(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReportsComeAsTheyWent(t *testing.T) {
	q := open(t, Options{})
	odd := news("ü/ \n\"#* >.", "Zero\u2028width \u200b<b>&amp; \u0001")
	odd.Original = []byte{0xff, 0x00, 0x80}
	want := []*report.Report{news("a", "Short."), odd, news("long", strings.Repeat("Boric came to Oslo. ", 200_000))}
	if got := put(t, q, want...); got != (Published{New: 3}) {
		t.Errorf("published: %+v, want 3 new", got)
	}
	var got []*report.Report
	for _, d := range take(t, taker(t, q), 3) {
		got = append(got, d.Report)
		done(t, d)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("reports (-sent +came):\n%s", d)
	}
	eventually(t, q, "0 waiting, 0 in hand, 0 dead")
	bad := news("bad", "\xff")
	if err := q.Publisher().Put(t.Context(), bad); err == nil || !strings.Contains(err.Error(), `"bad"`) {
		t.Errorf("a report that is not UTF-8: %v, want an error that names it", err)
	}
}

func TestTheSameTwiceIsOneAndANewerVersionStands(t *testing.T) {
	q := open(t, Options{})
	if got := put(t, q, news("a", "One."), news("a", "One."), news("b", "Other.")); got != (Published{New: 2, Same: 1}) {
		t.Errorf("published: %+v, want 2 new and 1 same", got)
	}
	put(t, q, news("a", "Two."))
	ds := take(t, taker(t, q), 2)
	got := []string{ds[0].Report.Text, ds[1].Report.Text}
	if d := cmp.Diff([]string{"Other.", "Two."}, got); d != "" {
		t.Errorf("what waits (-want +got):\n%s", d)
	}
}

// TestAReportGoesBackToAnEarlierText: the server takes for a duplicate what it
// has seen within two minutes, whatever came or was done since.
func TestAReportGoesBackToAnEarlierText(t *testing.T) {
	q := open(t, Options{})
	one, two := news("a", "One."), news("a", "Two.")
	tk := taker(t, q)
	waiting := func(want string) {
		t.Helper()
		ds := take(t, tk, 1)
		if got := ds[0].Report.Text; got != want {
			t.Errorf("what waits is %q, want %q", got, want)
		}
		done(t, ds...)
		eventually(t, q, "0 waiting, 0 in hand, 0 dead")
	}
	for range 2 { // the second time, both are known
		if got := put(t, q, one, two, one, two, one, one); got != (Published{New: 5, Same: 1}) {
			t.Errorf("published: %+v, want 5 new and 1 same", got)
		}
		waiting("One.")
		put(t, q, two)
		waiting("Two.")
	}
}

func TestWhatNobodyFinishesComesAgain(t *testing.T) {
	q := open(t, Options{Redeliver: 300 * time.Millisecond})
	put(t, q, news("a", "A."), news("b", "B."))
	tk := taker(t, q)
	ds := take(t, tk, 2)
	done(t, ds[0])
	if again := take(t, tk, 1); again[0].Report.ID != "b" || again[0].Tries != 0 {
		t.Errorf("came again: %s after %d tries, want b after none", again[0].Report.ID, again[0].Tries)
	} else if err := again[0].Return(); err != nil {
		t.Error(err)
	}
	done(t, take(t, tk, 1)...)
	eventually(t, q, "0 waiting, 0 in hand, 0 dead")
}

func TestWhatFailsThriceIsPutAside(t *testing.T) {
	q := open(t, Options{})
	put(t, q, news("poison", strings.Repeat("P", 5000)), news("b", "B."))
	tk := taker(t, q)
	for try := 1; try <= Tries; try++ {
		for _, d := range take(t, tk, 1) {
			if d.Report.ID == "b" {
				done(t, d, take(t, tk, 1)[0])
				t.Fatal("b came before the poison")
			}
			if d.Tries != try-1 {
				t.Errorf("delivery %d has %d tries, want %d", try, d.Tries, try-1)
			}
			dead, err := q.Fail(t.Context(), d, fmt.Errorf("no sense\nin try %d", try))
			if err != nil || dead != (try == Tries) {
				t.Errorf("try %d: dead %v, error %v", try, dead, err)
			}
			if try == 1 { // it goes behind what waits
				done(t, take(t, tk, 1)...)
			}
		}
	}
	eventually(t, q, "0 waiting, 0 in hand, 1 dead")
	letters, err := q.Dead(t.Context())
	if err != nil || len(letters) != 1 {
		t.Fatalf("dead letters: %v, %v; want one", letters, err)
	}
	l := letters[0]
	if l.ID != "poison" || l.Tries != 3 || l.Reason != `no sense\nin try 3` || l.Failed.IsZero() || l.Report == nil || len(l.Report.Text) != 5000 {
		t.Errorf("dead letter: %+v", l)
	}
	if back, err := q.Replay(t.Context(), l); err != nil || !back {
		t.Errorf("Replay: %v, %v", back, err)
	}
	eventually(t, q, "1 waiting, 0 in hand, 0 dead")
	ds := take(t, tk, 1)
	if ds[0].Report.ID != "poison" || ds[0].Tries != 0 {
		t.Errorf("replayed: %s after %d tries", ds[0].Report.ID, ds[0].Tries)
	}
	done(t, ds...)
}

func TestANewerVersionOutlivesAFailure(t *testing.T) {
	q := open(t, Options{})
	put(t, q, news("a", "Old."))
	tk := taker(t, q)
	old := take(t, tk, 1)[0]
	put(t, q, news("a", "New."))
	if dead, err := q.Fail(t.Context(), old, errors.New("no sense")); dead || err != nil {
		t.Errorf("Fail of the old version: dead %v, error %v", dead, err)
	}
	if d := take(t, tk, 1)[0]; d.Report.Text != "New." || d.Tries != 0 {
		t.Errorf("then came %q after %d tries, want the new version after none", d.Report.Text, d.Tries)
	} else {
		done(t, d)
	}
	eventually(t, q, "0 waiting, 0 in hand, 0 dead")
}

func TestWhatIsNoReportIsPutAsideAtOnce(t *testing.T) {
	q := open(t, Options{})
	m := nats.NewMsg("chancery.reports.junk")
	m.Data = []byte("junk")
	if _, err := q.js.PublishMsg(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	var refused []error
	ds, err := taker(t, q).Take(t.Context(), 1, time.Second, func(err error) { refused = append(refused, err) })
	if err != nil || len(ds) != 0 || len(refused) != 1 || !strings.Contains(refused[0].Error(), "not a report") {
		t.Errorf("took %v, %v; refused %v", ds, err, refused)
	}
	eventually(t, q, "0 waiting, 0 in hand, 1 dead")
}

// TestWhatEndsItsWorkerIsPutAside: a report that nobody finishes is counted
// before each try in the end, and its innocent neighbour is not.
func TestWhatEndsItsWorkerIsPutAside(t *testing.T) {
	q := open(t, Options{Redeliver: 100 * time.Millisecond})
	put(t, q, news("bomb", "B."), news("neighbour", "N."))
	tk := taker(t, q)
	for range shy {
		for _, d := range take(t, tk, 2) {
			if d.Shy {
				t.Errorf("%s is shy too early", d.Report.ID)
			}
		}
	}
	finished := false
	for deaths := 0; ; deaths++ {
		d := take(t, tk, 1)[0]
		if d.Report.ID == "neighbour" {
			if dead, err := q.Suspect(t.Context(), d); dead || err != nil || !d.Shy {
				t.Errorf("neighbour: shy %v, dead %v, %v", d.Shy, dead, err)
			}
			done(t, d)
			finished = true
			deaths--
			continue
		}
		if !d.Shy {
			continue
		}
		dead, err := q.Suspect(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if dead {
			if deaths < Tries {
				t.Errorf("put aside after %d tries alone, want %d", deaths, Tries)
			}
			break
		}
	}
	if !finished {
		done(t, take(t, tk, 1)...)
	}
	eventually(t, q, "0 waiting, 0 in hand, 1 dead")
}

func TestAFullQueueMakesWait(t *testing.T) {
	q := open(t, Options{Most: 3})
	put(t, q, news("a", "A."), news("b", "B."), news("c", "C."))
	p := q.Publisher()
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	err := p.Put(ctx, news("d", "D."))
	if err == nil {
		err = p.Flush(ctx)
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a fourth report of three: %v, want to wait", err)
	}
	tk := taker(t, q)
	got := make(chan error, 1)
	go func() { got <- p.Flush(t.Context()) }()
	done(t, take(t, tk, 3)...)
	if err := <-got; err != nil {
		t.Error(err)
	}
	if d := take(t, tk, 1)[0]; d.Report.ID != "d" {
		t.Errorf("then came %s, want d", d.Report.ID)
	}
}

// TestAnotherProcessTakesOver: two that open a folder share its queue, and when
// the one that runs the server goes, the other does, with all that is in it.
func TestAnotherProcessTakesOver(t *testing.T) {
	dir := t.TempDir()
	first := open(t, Options{Dir: dir})
	second := open(t, Options{Dir: dir})
	cluster := open(t, Options{URL: first.Running()})
	if first.Running() == "" || second.Running() != "" {
		t.Fatalf("running: %q and %q, want the first alone", first.Running(), second.Running())
	}
	if s := cluster.String(); strings.Contains(s, first.host.token) {
		t.Errorf("String shows the token: %s", s)
	}
	put(t, second, news("a", "A."))
	put(t, cluster, news("b", "B."))
	tk := taker(t, second)
	ds := take(t, tk, 2)
	done(t, ds[0])
	eventually(t, first, "1 waiting, 1 in hand, 0 dead")
	cluster.Close()
	first.Close()
	put(t, second, news("c", "C."))
	if second.Running() == "" {
		t.Error("the second does not run the queue after the first ended")
	}
	done(t, ds[1]) // taken before
	done(t, take(t, tk, 1)...)
	eventually(t, second, "0 waiting, 0 in hand, 0 dead")
}

// TestWhatIsLeftOverComesAgain: a server that is killed may remember as done
// what it still holds, as a stream does that keeps what is done.
func TestWhatIsLeftOverComesAgain(t *testing.T) {
	q := open(t, Options{})
	if err := q.js.DeleteStream(t.Context(), q.waiting()); err != nil {
		t.Fatal(err)
	}
	_, err := q.js.CreateStream(t.Context(), jetstream.StreamConfig{Name: q.waiting(), Subjects: []string{q.prefix + ".reports.>"}, Retention: jetstream.LimitsPolicy})
	if err != nil {
		t.Fatal(err)
	}
	put(t, q, news("a", "A."), news("b", "B."))
	tk := taker(t, q)
	for range 2 {
		for n := 0; n < 2; {
			ds, err := tk.Take(t.Context(), 2, 100*time.Millisecond, nil)
			if err != nil {
				t.Fatal(err)
			}
			done(t, ds...)
			n += len(ds)
		}
		eventually(t, q, "2 waiting, 0 in hand, 0 dead")
	}
}

func TestAQueueIsThereAfterARestart(t *testing.T) {
	dir := t.TempDir()
	q := open(t, Options{Dir: dir})
	put(t, q, news("a", "A."), news("b", "B."))
	done(t, take(t, taker(t, q), 1)...)
	eventually(t, q, "1 waiting, 0 in hand, 0 dead")
	q.Close()
	q.Close()
	q = open(t, Options{Dir: dir})
	if d := take(t, taker(t, q), 1)[0]; d.Report.ID != "b" {
		t.Errorf("after a restart came %s, want b", d.Report.ID)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		opt  Options
		want string
	}{
		"name":   {Options{Dir: t.TempDir(), Name: "a.b"}, `queue "a.b"`},
		"folder": {Options{Dir: "/dev/null/queue"}, "queue /dev/null/queue"},
	} {
		if _, err := Open(t.Context(), c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q in it", name, err, c.want)
		}
	}
}
