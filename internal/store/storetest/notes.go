package storetest

import (
	"context"
	"testing"

	"github.com/chancery-project/chancery/internal/store"
)

// notes: each stands under its name until it is taken out, and none changes the
// record.
func notes(t *testing.T, ctx context.Context, s store.Store) {
	before := must[store.Revision](t)(s.Revision(ctx))
	for _, step := range []struct{ name, body string }{{"a", "one"}, {"b", "two"}, {"a", "three"}, {"a", ""}, {"a", ""}} {
		var body []byte
		if step.body != "" {
			body = []byte(step.body)
		}
		if err := s.SetNote(ctx, step.name, body); err != nil {
			t.Fatal(err)
		}
		if got := must[[]byte](t)(s.Note(ctx, step.name)); string(got) != step.body {
			t.Errorf("note %s is %q, want %q", step.name, got, step.body)
		}
	}
	if got := must[[]byte](t)(s.Note(ctx, "b")); string(got) != "two" {
		t.Errorf("note b is %q, want the one that stood there", got)
	}
	if got := must[[]byte](t)(s.Note(ctx, "a")); got != nil {
		t.Errorf("a note that was taken out is %q, want nil", got)
	}
	if after := must[store.Revision](t)(s.Revision(ctx)); after != before {
		t.Errorf("notes changed the revision from %+v to %+v", before, after)
	}
}
