package intake

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
)

// numbered gives n reports with ids 0 to n-1, of which every fifth is a failure.
func numbered(n int) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		for i := range n {
			var ok bool
			if i%5 == 4 {
				ok = yield(nil, fmt.Errorf("input %d is broken", i))
			} else {
				ok = yield(&report.Report{ID: fmt.Sprint(i)}, nil)
			}
			if !ok {
				return
			}
		}
	}
}

func upper() (Work[string], error) {
	return func(r *report.Report) (string, error) {
		if r.ID == "13" {
			panic("thirteen")
		}
		return "<" + r.ID + ">", nil
	}, nil
}

func TestEachKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7} {
		t.Run(fmt.Sprint(workers), func(t *testing.T) {
			i := 0
			for result, err := range Each(t.Context(), numbered(100), workers, upper) {
				switch {
				case i%5 == 4:
					if err == nil || err.Error() != fmt.Sprintf("input %d is broken", i) {
						t.Errorf("result %d: got error %v, want that of input %d", i, err, i)
					}
				case i == 13:
					if err == nil || !strings.Contains(err.Error(), "report 13: internal error") || !strings.Contains(err.Error(), "thirteen") {
						t.Errorf("result 13: got error %v, want the panic, named", err)
					}
				case err != nil || result.Value != fmt.Sprintf("<%d>", i) || result.Report.ID != fmt.Sprint(i):
					t.Errorf("result %d: got %q of report %v, error %v", i, result.Value, result.Report, err)
				}
				i++
			}
			if i != 100 {
				t.Errorf("got %d results, want 100", i)
			}
		})
	}
}

func TestEachStopsEarly(t *testing.T) {
	for _, workers := range []int{1, 3} {
		n := 0
		for range Each(t.Context(), numbered(1000), workers, upper) {
			if n++; n == 3 {
				break
			}
		}
		if n != 3 {
			t.Errorf("%d workers: got %d results after a break at 3", workers, n)
		}
	}
}

func TestEachEndsWithItsContext(t *testing.T) {
	for _, workers := range []int{1, 3} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var last error
		n := 0
		for _, err := range Each(ctx, numbered(100000), workers, upper) {
			last = err
			if n++; n == 10 {
				cancel()
			}
		}
		if !errors.Is(last, context.Canceled) || n > 10000 {
			t.Errorf("%d workers: ended after %d results with %v, want soon after 10 with %v", workers, n, last, context.Canceled)
		}
	}
}

func TestEachNeedsItsWorkers(t *testing.T) {
	broken := errors.New("no model")
	n := 0
	for _, err := range Each(t.Context(), numbered(3), 2, func() (Work[string], error) { return nil, broken }) {
		if n++; !errors.Is(err, broken) {
			t.Errorf("got %v, want %v", err, broken)
		}
	}
	if n != 1 {
		t.Errorf("got %d results, want one", n)
	}
}
