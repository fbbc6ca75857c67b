package queue

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/nats-io/nats.go"
)

// What Flush has brought in lies in the files of the folder, whatever becomes
// of the server: a copy of them that it never closed holds all of it.
func TestFlushLeavesNothingWithTheServer(t *testing.T) {
	q := open(t, Options{})
	const n = 300
	p := q.Publisher()
	for i := range n {
		if err := p.Put(t.Context(), news(fmt.Sprint(i), "The ministers met in Accra on Tuesday.")); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, storeFolder), os.DirFS(filepath.Join(q.opt.Dir, storeFolder))); err != nil {
		t.Fatal(err)
	}
	c, err := open(t, Options{Dir: dir}).Count(t.Context())
	if err != nil || c.Waiting != n {
		t.Errorf("the copy holds %+v, %v; want %d waiting", c, err, n)
	}
}

func TestPersistNamesWhatItCannotWrite(t *testing.T) {
	h := &host{dir: filepath.Join(t.TempDir(), "gone")}
	if err := h.persist(); err == nil {
		t.Error("no error for a folder that is not there")
	}
}

// A worker does not end because its last word on a report was lost with the
// connection.
func TestALostWordIsNoError(t *testing.T) {
	for _, c := range []struct{ err, want error }{
		{nil, nil}, {nats.ErrReconnectBufExceeded, nil}, {nats.ErrTimeout, nil}, {nats.ErrAuthorization, nats.ErrAuthorization},
	} {
		if got := lost(c.err); !errors.Is(got, c.want) || (got == nil) != (c.want == nil) {
			t.Errorf("lost(%v) = %v, want %v", c.err, got, c.want)
		}
	}
}
