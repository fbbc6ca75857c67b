package page

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/chancery-project/chancery/internal/store"
)

// TestLatestShowsTheStateBeforeUntilTheNextIsKnown: readers do not wait, what
// is new is found out once, and what fails is tried again.
func TestLatestShowsTheStateBeforeUntilTheNextIsKnown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var k kept[int]
		asked, failed := 0, 0
		release := make(chan error)
		ask := func(revision int64) int {
			v, there := k.latest(state{revision: revision}, func(do func()) { go do() }, func() (int, error) {
				asked++
				return int(revision), <-release
			}, func(error) { failed++ })
			if !there {
				return -1
			}
			return v
		}
		for _, step := range []struct {
			revision   int64
			want       int
			end        bool // what is under way ends
			err        error
			then, asks int
		}{
			{1, -1, false, nil, 0, 1}, // nothing is known yet
			{1, -1, true, nil, 1, 1},
			{2, 1, false, nil, 1, 2},
			{2, 1, true, errors.New("no"), 1, 2},
			{2, 1, false, nil, 1, 3},
			{3, 1, true, nil, 2, 3}, // what it found out is of state 2
			{3, 2, true, nil, 3, 4},
			{3, 3, false, nil, 3, 4},
		} {
			got := ask(step.revision)
			synctest.Wait()
			if step.end {
				release <- step.err
				synctest.Wait()
			}
			k.mu.Lock()
			then := k.value
			k.mu.Unlock()
			if got != step.want || then != step.then || asked != step.asks {
				t.Fatalf("%+v: got %d, then %d, asked %d times", step, got, then, asked)
			}
		}
		if failed != 1 {
			t.Errorf("told of %d failures, want 1", failed)
		}
	})
}

// TestAnOlderStateIsNotFoundOutAgain: who began before a change and comes later
// is given what was found out since.
func TestAnOlderStateIsNotFoundOutAgain(t *testing.T) {
	var k kept[int64]
	for _, step := range []struct{ asks, want int64 }{{1, 1}, {3, 3}, {2, 3}, {3, 3}, {4, 4}} {
		if got, err := k.get(state{revision: step.asks}, func() (int64, error) { return step.asks, nil }); got != step.want || err != nil {
			t.Errorf("asked for state %d: got that of %d, error %v", step.asks, got, err)
		}
	}
}

// TestLatestRests: what takes long is not found out all the time.
func TestLatestRests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var k kept[int]
		var asked []time.Duration
		began := time.Now()
		for i := range int64(40) {
			k.latest(state{revision: i}, func(do func()) { go do() }, func() (int, error) {
				asked = append(asked, time.Since(began))
				time.Sleep(10 * time.Second)
				return 0, nil
			}, func(error) {})
			time.Sleep(5 * time.Second)
		}
		synctest.Wait()
		if want := []time.Duration{0, 40 * time.Second, 80 * time.Second, 120 * time.Second, 160 * time.Second}; !slices.Equal(want, asked) {
			t.Errorf("found out at %v, want %v", asked, want)
		}
	})
}

// TestALargeRecordIsShownAsItWasWhileConclusionsAreDrawn adds a report while
// the pages hold conclusions: what they draw from the whole record may be of
// before it and says so, everything else is as the record is.
func TestALargeRecordIsShownAsItWasWhileConclusionsAreDrawn(t *testing.T) {
	const before = "Conclusions are being drawn anew; these are of before the change, as of 5 May 2023."
	const none = "are being drawn from the whole record for the first time"
	early := plan
	early.published = "2023-05-05"
	for _, large := range []bool{false, true} {
		s := server(t, early)
		if large {
			s.promptly = 0
		}
		until := func(fits func(string) bool) {
			t.Helper()
			for n := 0; !fits(get(t, s, "/outlook", http.StatusOK).Body.String()); n++ {
				if n > 100_000 {
					t.Fatal("the conclusions are never drawn")
				}
			}
		}
		body := get(t, s, "/outlook", http.StatusOK).Body.String()
		if strings.Contains(body, none) != large || strings.Contains(body, "None that the record knows of") == large {
			t.Fatalf("large: %v; the first page after the start shows:\n%s", large, body)
		}
		until(func(body string) bool { return strings.Contains(body, "None that the record knows of") })
		if _, err := s.store.Add(t.Context(), []store.Entry{visit.entry(t)}); err != nil {
			t.Fatal(err)
		}
		body = get(t, s, "/", http.StatusOK).Body.String()
		if strings.Contains(body, before) != large || !strings.Contains(body, "/report/visit") {
			t.Fatalf("large: %v; after the change the first page shows:\n%s", large, body)
		}
		until(func(body string) bool { return !strings.Contains(body, before) })
	}
}
