package revision

import (
	"context"
	"errors"
	"testing"

	"github.com/chancery-project/chancery/internal/store"
)

type record struct {
	asked int
	err   error
}

func (r *record) Revision(context.Context) (store.Revision, error) {
	r.asked++
	return store.Revision{Number: int64(r.asked)}, r.err
}

func TestOfAsksOnce(t *testing.T) {
	r := &record{}
	at, err := Of(t.Context(), r)
	if err != nil || at.Number != 1 {
		t.Fatalf("got %v, %v", at, err)
	}
	ctx := With(t.Context(), at)
	if again, err := Of(ctx, r); err != nil || again != at || r.asked != 1 {
		t.Errorf("handed on: got %v, %v, asked %d times", again, err, r.asked)
	}
	r.err = errors.New("gone")
	if _, err := Of(t.Context(), r); !errors.Is(err, r.err) {
		t.Errorf("got %v", err)
	}
}
