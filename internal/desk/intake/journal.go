package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// Journal keeps in the record how far files of many reports are committed, so
// that the work goes on there when it was cut off. It is written behind each
// commit, so at worst the last batch is added again, which changes nothing. A
// file that is done has no entry, and neither has one of a single batch.
type Journal struct {
	store store.Store
	mu    sync.Mutex          // From is asked by whoever reads the files
	files map[string]*journey // by name
	ended []*journey
	now   *journey
}

// journey is the way through one file.
type journey struct {
	note  string // name of its entry
	noted bool   // the record has the entry
	begun bool   // something of the file was seen
	Mark
}

// Mark is a place in a file that is taken in up to there.
type Mark struct {
	report.Place
	Failed int `json:"failed,omitempty"` // of the entries before it, those that could not be read
}

// NewJournal gives the journal of a record.
func NewJournal(s store.Store) *Journal { return &Journal{store: s, files: map[string]*journey{}} }

// From gives the place in a file to begin at: where it was left, if it is the
// same file, unchanged, under the same path. fresh begins at its beginning.
func (j *Journal) From(ctx context.Context, path string, fresh bool) report.Place {
	note, err := fingerprint(path)
	if err != nil {
		return report.Place{} // whoever opens it says what is wrong
	}
	way := &journey{note: note}
	if body, err := j.store.Note(ctx, note); err == nil && body != nil {
		way.noted = true
		if err := json.Unmarshal(body, &way.Mark); err != nil || fresh {
			way.Mark = Mark{}
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	j.files[path] = way
	return way.Place
}

// Saw notes that everything before a place is with the caller, as a report or
// as a failure. For the first place in a file it gives the mark at which the
// reading of it began.
func (j *Journal) Saw(at report.Place, failed bool) (from Mark, first bool) {
	if j.now != nil && j.now.Input != at.Input {
		j.ended, j.now = append(j.ended, j.now), nil
	}
	if at.Input == "" {
		return Mark{}, false
	}
	if j.now == nil {
		j.mu.Lock()
		j.now = j.files[at.Input]
		j.mu.Unlock()
	}
	if j.now == nil {
		return Mark{}, false
	}
	from, first = j.now.Mark, !j.now.begun
	j.now.begun, j.now.Place = true, at
	if failed {
		j.now.Failed++
	}
	return from, first
}

// Reached is how far everything was seen at one time.
type Reached struct {
	ended []*journey // files seen to their ends since the last time
	now   *journey
	mark  Mark
}

// Reach gives how far everything is seen. It is to be committed before the
// next.
func (j *Journal) Reach() Reached {
	r := Reached{ended: j.ended, now: j.now}
	if j.now != nil {
		r.mark = j.now.Mark
	}
	j.ended = nil
	return r
}

// Commit writes that everything seen by then is in the record.
func (j *Journal) Commit(ctx context.Context, r Reached) error {
	if err := j.forget(ctx, r.ended); err != nil || r.now == nil {
		return err
	}
	body, err := json.Marshal(r.mark)
	if err != nil {
		return err
	}
	r.now.noted = true
	return j.store.SetNote(ctx, r.now.note, body)
}

// Done writes that all files were read to their ends.
func (j *Journal) Done(ctx context.Context) error {
	if j.now != nil {
		j.ended, j.now = append(j.ended, j.now), nil
	}
	r := j.Reach()
	return j.forget(ctx, r.ended)
}

func (j *Journal) forget(ctx context.Context, ended []*journey) error {
	for _, way := range ended {
		if way.noted {
			if err := j.store.SetNote(ctx, way.note, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// Behind gives the place behind a report, or behind an input that failed.
func Behind(r *report.Report, err error) report.Place {
	var f *report.Failure
	switch {
	case r != nil:
		return r.Behind
	case errors.As(err, &f):
		return f.Behind
	}
	return report.Place{}
}

// fingerprint names a file by its path, its size, when it changed and how it
// begins.
func fingerprint(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%d\x00%d\x00", path, info.Size(), info.ModTime().UnixNano())
	if _, err := io.CopyN(h, f, 64<<10); err != nil && err != io.EOF {
		return "", err
	}
	return "archive " + hex.EncodeToString(h.Sum(nil)[:16]), nil
}
