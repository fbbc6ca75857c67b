package intake

import (
	"context"
	"fmt"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// NewEntry gives a worker that reads a report into what the record keeps.
func NewEntry() (Work[store.Entry], error) { return NewWatchedEntry(nil) }

// NewWatchedEntry does the same, and tells when the reader turns to other
// rooms; see reading.Reader.Watch.
func NewWatchedEntry(turn func(room string) (back func())) (Work[store.Entry], error) {
	reader, err := reading.New()
	if err != nil {
		return nil, fmt.Errorf("loading the reader: %w", err)
	}
	reader.Watch(turn)
	return func(r *report.Report) (store.Entry, error) {
		says, err := reader.Read(r)
		if err != nil {
			return store.Entry{}, fmt.Errorf("reading report %s: %w", r.ID, err)
		}
		return store.Entry{Report: *r, Reading: *says, Reader: reading.Version}, nil
	}, nil
}

// Readers reads reports for many who ask at once, at most so many at a time.
type Readers struct{ free chan *reading.Reader }

// NewReaders makes readers for n reports at a time. Each is loaded when it is
// needed first.
func NewReaders(n int) *Readers {
	r := &Readers{make(chan *reading.Reader, max(1, n))}
	for range cap(r.free) {
		r.free <- nil
	}
	return r
}

// Use lends a reader, waiting for one that is free until ctx ends. A panic
// becomes an error.
func (rs *Readers) Use(ctx context.Context, f func(*reading.Reader) error) (err error) {
	var reader *reading.Reader
	select {
	case reader = <-rs.free:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() {
		if p := recover(); p != nil {
			reader, err = nil, fmt.Errorf("internal error, please send the text to the authors: %v", p)
		}
		rs.free <- reader
	}()
	if reader == nil {
		if reader, err = reading.New(); err != nil {
			return fmt.Errorf("loading the reader: %w", err)
		}
	}
	return f(reader)
}

// Entry reads a report into what the record keeps.
func (rs *Readers) Entry(ctx context.Context, r *report.Report) (e store.Entry, err error) {
	err = rs.Use(ctx, func(reader *reading.Reader) error {
		says, err := reader.Read(r)
		if err != nil {
			return fmt.Errorf("reading report %s: %w", r.ID, err)
		}
		e = store.Entry{Report: *r, Reading: *says, Reader: reading.Version}
		return nil
	})
	return e, err
}
