package follow

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// State is what must survive a restart: how each source answered last, and
// which reports it gave. Its zero value has asked nobody.
type State struct {
	Sources map[string]*Source `json:"sources"` // by address or path
}

// Source is how one source answered.
type Source struct {
	Title        string            `json:"title,omitempty"`
	ETag         string            `json:"etag,omitempty"`
	LastModified string            `json:"last_modified,omitempty"`
	Asked        time.Time         `json:"asked,omitzero"`     // when last
	Answered     time.Time         `json:"answered,omitzero"`  // when it last did as it should
	Next         time.Time         `json:"next,omitzero"`      // not before then
	Failures     int               `json:"failures,omitempty"` // since it last answered
	Error        string            `json:"error,omitempty"`    // of the last failure
	Reports      int               `json:"reports"`            // given so far
	Seen         map[string]uint64 `json:"seen,omitempty"`     // id of a report to the hash of what it said
	Order        []string          `json:"order,omitempty"`    // the ids in Seen, the oldest first
}

// remembered is how many reports of a source are remembered: more than any
// feed holds at once.
const remembered = 5000

// source gives the state of a source, a new one where it has none.
func (s *State) source(name string) *Source {
	if s.Sources == nil {
		s.Sources = map[string]*Source{}
	}
	if s.Sources[name] == nil {
		s.Sources[name] = &Source{}
	}
	return s.Sources[name]
}

// fresh says whether a report is new or says something else than before, and
// remembers it.
func (s *Source) fresh(id string, content ...string) bool {
	h := fnv.New64a()
	for _, c := range content {
		h.Write([]byte(c))
		h.Write([]byte{0})
	}
	sum := h.Sum64()
	old, known := s.Seen[id]
	if known && old == sum {
		return false
	}
	if s.Seen == nil {
		s.Seen = map[string]uint64{}
	}
	s.Seen[id] = sum
	if !known {
		s.Order = append(s.Order, id)
	}
	for len(s.Order) > remembered {
		delete(s.Seen, s.Order[0])
		s.Order = s.Order[1:]
	}
	return true
}

// LoadState reads a state; a file that is not there is the zero state. A broken
// one is an error that names it: to forget the state, remove the file.
func LoadState(path string) (*State, error) {
	s := &State{}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err == nil {
		err = json.Unmarshal(b, s)
	}
	if err != nil {
		return nil, fmt.Errorf("state of the sources %s: %w; remove the file to begin anew", path, err)
	}
	for name, x := range s.Sources {
		if x == nil {
			delete(s.Sources, name)
		}
	}
	return s, nil
}

// Save writes the state, so that at any moment the file holds either the old
// or the new one.
func (s *State) Save(path string) error {
	b, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return fmt.Errorf("state of the sources: %w", err)
	}
	temp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("state of the sources %s: %w", path, err)
	}
	defer os.Remove(temp.Name()) // gone already if all went well
	_, err = temp.Write(b)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("state of the sources %s: %w", path, err)
	}
	return nil
}
