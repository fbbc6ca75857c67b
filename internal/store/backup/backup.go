package backup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/relational"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

// Kinds of error that a caller can act on; check with errors.Is.
var (
	ErrExists  = errors.New("there is such a file already")
	ErrDamaged = errors.New("not a sound copy of a record")
	ErrFull    = relational.ErrNotEmpty
)

// Write copies a record to a file that is not there yet. A file of that name
// is there only when it is whole and on the disk. progress may be nil.
func Write(ctx context.Context, s store.Store, path string, progress func(bytes int)) error {
	from, ok := s.(*relational.Store)
	if !ok {
		return fmt.Errorf("a record of type %T cannot be copied", s)
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", path, ErrExists)
	}
	part := path + ".part"
	if err := discard(part); err != nil {
		return err
	}
	defer discard(part)
	done, err := from.Snapshot(ctx, part)
	if err != nil {
		return err
	}
	if !done {
		if err := copyInto(ctx, from, part, progress); err != nil {
			return err
		}
	}
	if err := check(ctx, part); err != nil {
		return fmt.Errorf("the copy: %w", err)
	}
	return settle(part, path)
}

func copyInto(ctx context.Context, from *relational.Store, path string, progress func(int)) error {
	to, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	err = from.Copy(ctx, to, false, progress)
	return errors.Join(err, to.Close())
}

// Restore puts what a copy holds into a record. Where the record holds reports
// it fails with ErrFull, unless replace is set; then the record holds the copy
// alone. Others may go on reading and writing: they see the one or the other.
// The copy is left as it is. It is unpacked in the folder given, which must have
// room for it. progress may be nil.
func Restore(ctx context.Context, path string, s store.Store, replace bool, folder string, progress func(bytes int)) error {
	to, ok := s.(*relational.Store)
	if !ok {
		return fmt.Errorf("a record of type %T cannot be restored", s)
	}
	if err := check(ctx, path); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	// A copy of the copy, since opening it may bring it up to date.
	work, err := os.MkdirTemp(folder, ".chancery-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	own := filepath.Join(work, "record.db")
	if err := duplicate(path, own); err != nil {
		return err
	}
	from, err := sqlite.Open(ctx, own)
	if err != nil {
		return fmt.Errorf("%s: %w: %w", path, ErrDamaged, err)
	}
	return errors.Join(from.Copy(ctx, to, replace, progress), from.Close())
}

// check fails with ErrDamaged where a file is not a sound record.
func check(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err != nil {
		return err
	}
	found, err := sqlite.Examine(ctx, path, true)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	case found.Fault != "":
		return fmt.Errorf("%w: %s", ErrDamaged, found.Fault)
	}
	return nil
}

// settle brings a file to the disk and gives it its name.
func settle(part, path string) error {
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(part, path)
}

func duplicate(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// discard removes what an earlier copy that was cut off has left.
func discard(path string) error {
	for _, ending := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
