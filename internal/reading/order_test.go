package reading_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// TestOrderDoesNotMatter reads the samples each with a new Reader, then with
// one Reader in several orders, pathological texts between them: a page that
// keeps anything of an earlier report would show.
func TestOrderDoesNotMatter(t *testing.T) {
	reports := ours(t)
	var odd []*report.Report
	for _, x := range pathological() {
		odd = append(odd, &report.Report{ID: x.name, Published: 20000, Text: x.text[:min(len(x.text), 3000)/4*4]})
	}
	want := make([]*reading.Reading, len(reports))
	for i, r := range reports {
		want[i] = mustRead(t, newReader(t), r)
	}
	used := newReader(t)
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 3 {
		for n, i := range random.Perm(len(reports)) {
			mustRead(t, used, odd[(n+round)%len(odd)])
			if diff := cmp.Diff(want[i], mustRead(t, used, reports[i])); diff != "" {
				t.Fatalf("round %d: %s differs from its reading by a new Reader (-want +got):\n%s", round, reports[i].ID, diff)
			}
		}
	}
}

// TestTheDayOfTheNewsIsForgotten: what an opening told of its day is nothing to
// the next report.
func TestTheDayOfTheNewsIsForgotten(t *testing.T) {
	day := func(s string) edtf.Day {
		d, err := edtf.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	before := &report.Report{ID: "before", Published: day("2023-04-04"), Text: "President Emmanuel Macron of France met Chancellor Olaf Scholz of Germany in Paris on Monday."}
	next := &report.Report{ID: "next", Published: day("2023-04-05"), Text: "Viktor Orbán and Narendra Modi spoke by telephone on March 31 about trade between Hungary and India.\n\n" +
		"It was the first visit of Luiz Inácio Lula da Silva to Hungary since 2019, and the third meeting with Viktor Orbán this year."}
	used := newReader(t)
	mustRead(t, used, before)
	if diff := cmp.Diff(mustRead(t, newReader(t), next), mustRead(t, used, next)); diff != "" {
		t.Errorf("behind another report it is read otherwise (-want +got):\n%s", diff)
	}
}

// TestWorkersDoNotMatter reads the samples with several Readers at once.
func TestWorkersDoNotMatter(t *testing.T) {
	reports := ours(t)
	one := newReader(t)
	want := make([]*reading.Reading, len(reports))
	for i, r := range reports {
		want[i] = mustRead(t, one, r)
	}
	const workers = 4
	got := make([]*reading.Reading, len(reports))
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			r, err := reading.New()
			for i := w; i < len(reports) && err == nil; i += workers {
				got[i], err = r.Read(reports[i])
			}
			errs[w] = err
		})
	}
	wait.Wait()
	for w, err := range errs {
		if err != nil {
			t.Fatalf("worker %d: %v", w, err)
		}
	}
	for i := range reports {
		if diff := cmp.Diff(want[i], got[i]); diff != "" {
			t.Errorf("%s: differs from the reading by one Reader (-want +got):\n%s", reports[i].ID, diff)
		}
	}
}

func newReader(t testing.TB) *reading.Reader {
	t.Helper()
	r, err := reading.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}
