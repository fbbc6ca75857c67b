package queue

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
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
