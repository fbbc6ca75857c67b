package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

func open(t testing.TB) store.Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "a record? with #odd name%.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t) })
}

func BenchmarkAddOne(b *testing.B) { storetest.Bench(b, open, 1000, 10000, 100000) }

func BenchmarkAddBatch(b *testing.B) { storetest.BenchBatch(b, open) }
