package queue

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// persist brings to the disk what the server of this folder has taken so far,
// whichever process runs it. Before it says that it has a message, the server
// has handed it to the operating system (a stream of one replica is never
// written later), where it survives the end of the process, but not that of the
// machine. To have the server write each message and each acknowledgement to
// the disk by itself costs more than reading the reports does.
func (h *host) persist() error {
	store := filepath.Join(h.dir, storeFolder)
	err := filepath.WalkDir(store, func(path string, d fs.DirEntry, err error) error {
		if err == nil {
			err = syncEntry(path, d)
		}
		if errors.Is(err, fs.ErrNotExist) && path != store {
			return nil // the server took it away meanwhile
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("queue %s: writing to the disk: %w", h.dir, err)
	}
	return nil
}

// syncEntry brings a file, or the names in a folder, to the disk.
func syncEntry(path string, d fs.DirEntry) error {
	how := os.O_RDWR
	switch {
	case d.IsDir() && runtime.GOOS == "windows":
		return nil // keeps its names by itself
	case d.IsDir():
		how = os.O_RDONLY
	case !d.Type().IsRegular():
		return nil
	}
	f, err := os.OpenFile(path, how, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// persist is that of the folder; a cluster looks after its own disks.
func (q *Queue) persist() error {
	if q.host == nil {
		return nil
	}
	return q.host.persist()
}
