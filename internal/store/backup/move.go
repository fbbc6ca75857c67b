package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
)

// What may be wrong after a move.
var (
	ErrChanged = errors.New("the record was written to while it was copied")
	ErrDiffers = errors.New("the copy is not the record")
)

// Move copies a record into another one, in any database, and compares the two
// afterwards. Where the second holds reports it fails with ErrFull, unless
// replace is set. Where the first was written to meanwhile, it fails with
// ErrChanged: the copy is whole, but older. progress may be nil.
func Move(ctx context.Context, s, into store.Store, replace bool, progress func(bytes int)) error {
	from, ok := s.(*relational.Store)
	to, also := into.(*relational.Store)
	if !ok || !also {
		return fmt.Errorf("a record of type %T cannot be moved to one of type %T", s, into)
	}
	before, err := from.Revision(ctx)
	if err != nil {
		return err
	}
	if err := from.Copy(ctx, to, replace, progress); err != nil {
		return err
	}
	here, err := Sum(ctx, from)
	if err != nil {
		return fmt.Errorf("comparing: %w", err)
	}
	there, err := Sum(ctx, to)
	if err != nil {
		return fmt.Errorf("comparing: %w", err)
	}
	after, err := from.Revision(ctx)
	switch {
	case err != nil:
		return err
	case after.Number != before.Number:
		return ErrChanged
	case !bytes.Equal(here, there):
		return ErrDiffers
	}
	return nil
}

// Sum gives a number for what a record says: its export with all evidence, its
// claims, its people, its corrections and its counts.
func Sum(ctx context.Context, s store.Store) ([]byte, error) {
	h := sha256.New()
	es, err := s.Engagements(ctx, store.Filter{Rejected: true})
	if err == nil {
		err = record.WriteJSONL(h, es)
	}
	if err != nil {
		return nil, err
	}
	out := json.NewEncoder(h)
	for i := range es {
		if err := out.Encode(es[i].Mentions); err != nil {
			return nil, err
		}
	}
	claims, err := s.Claims(ctx, store.ClaimFilter{})
	if err != nil {
		return nil, err
	}
	people, err := s.People(ctx, store.PersonFilter{})
	if err != nil {
		return nil, err
	}
	log, err := s.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := s.Stats(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range []any{claims, people, log, counts} {
		if err := out.Encode(x); err != nil {
			return nil, err
		}
	}
	return h.Sum(nil), nil
}
