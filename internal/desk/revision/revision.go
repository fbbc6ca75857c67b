// Package revision says which state of the record a request is answered from:
// asked once, handed on with the request.
//
// In: a context, and a record. Out: its revision. What it does badly: it is
// the revision at which the answer was begun; the record may go on meanwhile.
package revision

import (
	"context"
	"fmt"

	"github.com/chancery-project/chancery/internal/store"
)

// Record tells one of its states from another.
type Record interface {
	Revision(ctx context.Context) (store.Revision, error)
}

type key struct{}

// With hands a revision on to those who are asked within a context.
func With(ctx context.Context, at store.Revision) context.Context {
	return context.WithValue(ctx, key{}, at)
}

// Of gives the revision that a context hands on, or asks the record for its own.
func Of(ctx context.Context, record Record) (store.Revision, error) {
	if at, ok := ctx.Value(key{}).(store.Revision); ok {
		return at, nil
	}
	at, err := record.Revision(ctx)
	if err != nil {
		return at, fmt.Errorf("asking the record for its revision: %w", err)
	}
	return at, nil
}
