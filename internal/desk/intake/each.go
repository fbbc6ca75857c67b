package intake

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/chancery-project/chancery/internal/report"
)

// Work is done to one report. Each worker has one of its own, which is never
// called twice at the same time.
type Work[T any] func(*report.Report) (T, error)

// Result is what came of one report; Report is nil where the input failed
// before there was one.
type Result[T any] struct {
	Report *report.Report
	Value  T
}

// Each does work to every report and yields the results and failures in the
// order of the reports. newWork is called once for each worker, before any
// report; its error ends the sequence. Work that panics fails the report, not
// the program: one bad page must not stop a day. When ctx ends, so does the
// sequence, with ctx's error.
func Each[T any](ctx context.Context, reports iter.Seq2[*report.Report, error], workers int, newWork func() (Work[T], error)) iter.Seq2[Result[T], error] {
	return func(yield func(Result[T], error) bool) {
		works := make([]Work[T], max(1, workers))
		for i := range works {
			var err error
			if works[i], err = newWork(); err != nil {
				yield(Result[T]{}, err)
				return
			}
		}
		if len(works) == 1 {
			inline(ctx, reports, works[0], yield)
			return
		}
		parallel(ctx, reports, works, yield)
	}
}

// inline works on the caller's goroutine: with one processor, handing over
// only costs.
func inline[T any](ctx context.Context, reports iter.Seq2[*report.Report, error], work Work[T], yield func(Result[T], error) bool) {
	for rep, err := range reports {
		if ctx.Err() != nil {
			yield(Result[T]{}, ctx.Err())
			return
		}
		result := Result[T]{Report: rep}
		if err == nil {
			result.Value, err = Safely(work, rep)
		}
		if !yield(result, err) {
			return
		}
	}
}

type job[T any] struct {
	result Result[T]
	err    error
	done   chan struct{}
}

// parallel keeps two queues of the same jobs: one from which any worker takes,
// one from which results are yielded in order. The second is bounded, so the
// input is read no further ahead than the workers can keep up with.
func parallel[T any](ctx context.Context, reports iter.Seq2[*report.Report, error], works []Work[T], yield func(Result[T], error) bool) {
	ctx, stop := context.WithCancel(ctx)
	todo, ordered := make(chan *job[T]), make(chan *job[T], 4*len(works))
	var working sync.WaitGroup
	defer working.Wait()
	defer stop()

	for _, work := range works {
		working.Go(func() {
			for {
				select {
				case j, more := <-todo:
					if !more {
						return
					}
					j.result.Value, j.err = Safely(work, j.result.Report)
					close(j.done)
				case <-ctx.Done():
					return
				}
			}
		})
	}
	// Nobody waits for this one: it may hang in a read of standard input.
	go func() {
		defer close(ordered)
		defer close(todo)
		for rep, err := range reports {
			j := &job[T]{result: Result[T]{Report: rep}, err: err, done: make(chan struct{})}
			select {
			case ordered <- j:
			case <-ctx.Done():
				return
			}
			if err != nil {
				close(j.done)
				continue
			}
			select {
			case todo <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		j, more := next(ctx, ordered)
		switch {
		case ctx.Err() != nil:
			yield(Result[T]{}, ctx.Err())
			return
		case !more || !yield(j.result, j.err):
			return
		}
	}
}

// next waits for the next job in order to be done, or for ctx to end.
func next[T any](ctx context.Context, ordered <-chan *job[T]) (j *job[T], more bool) {
	select {
	case j, more = <-ordered:
	case <-ctx.Done():
	}
	if !more {
		return nil, false
	}
	select {
	case <-j.done:
	case <-ctx.Done():
	}
	return j, true
}

// Safely does work to a report. It turns a panic into an error that names the report.
func Safely[T any](work Work[T], rep *report.Report) (value T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("report %s: internal error, please send the report to the authors: %v", rep.ID, p)
		}
	}()
	return work(rep)
}
