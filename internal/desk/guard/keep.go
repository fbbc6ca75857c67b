package guard

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"sync"
)

// keepRoom is how many bytes of answers Keep holds at most, and keepMost how many
// of one answer.
const (
	keepRoom = 64 << 20
	keepMost = 512 << 10
)

// Keep gives an answer again that was given to the same question in the same
// state of the record, without asking next. It keeps answers to GET that are
// whole and in order, of those who say nothing of themselves (no cookie, no
// token), and not those of which next says that nobody shall keep them
// (Cache-Control: no-store). What is kept goes when the record changes; where
// the room is full, what nobody has asked for lately goes.
func Keep(next http.Handler, record Revisions) http.Handler {
	k := &keeper{room: keepRoom}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.Header.Get("Cookie") != "" || r.Header.Get("Authorization") != "" || r.Header.Get("Range") != "" {
			next.ServeHTTP(w, r)
			return
		}
		state, err := record.Revision(r.Context())
		if err != nil {
			next.ServeHTTP(w, r) // it will meet the same error, and say so
			return
		}
		question := r.Host + " " + r.URL.RequestURI() + " " + r.Header.Get("Accept")
		if a := k.get(state.Number, question); a != nil {
			maps.Copy(w.Header(), a.header)
			_, _ = w.Write(a.body) // the client has gone: nobody to tell
			return
		}
		c := &copied{ResponseWriter: w, before: w.Header().Clone()}
		next.ServeHTTP(c, r)
		if a := c.answer(); a != nil && r.Context().Err() == nil {
			k.put(state.Number, question, a)
		}
	})
}

// answered is an answer that is kept. Nobody may change it.
type answered struct {
	header http.Header
	body   []byte
}

// keeper keeps answers in two halves of its room: when one is full, it becomes
// the older one, from which what is asked for again is taken over.
type keeper struct {
	room int

	mu           sync.Mutex
	revision     int64
	taken        int // of the fresh half
	fresh, older map[string]*answered
}

func (k *keeper) get(revision int64, question string) *answered {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.revision != revision {
		return nil
	}
	if a := k.fresh[question]; a != nil {
		return a
	}
	a := k.older[question]
	if a != nil {
		k.keep(question, a)
	}
	return a
}

// put keeps an answer that was begun at a revision. Answers to an older one are
// of no use any more.
func (k *keeper) put(revision int64, question string, a *answered) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if revision < k.revision {
		return
	}
	if revision > k.revision {
		k.revision, k.taken, k.fresh, k.older = revision, 0, nil, nil
	}
	if k.fresh[question] == nil {
		k.keep(question, a)
	}
}

func (k *keeper) keep(question string, a *answered) {
	size := len(question) + len(a.body) + 1000
	if k.fresh == nil || k.taken+size > k.room/2 {
		k.taken, k.older, k.fresh = 0, k.fresh, map[string]*answered{}
	}
	k.fresh[question] = a
	k.taken += size
}

// copied keeps what goes through it.
type copied struct {
	http.ResponseWriter
	before http.Header // what others have set
	header http.Header // what next has set
	body   bytes.Buffer
	status int
	large  bool
}

func (c *copied) WriteHeader(status int) {
	if c.status == 0 && status >= 200 {
		c.status = status
		c.header = http.Header{}
		for name, values := range c.Header() {
			if !slices.Equal(values, c.before[name]) {
				c.header[name] = values
			}
		}
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *copied) Write(b []byte) (int, error) {
	if c.status == 0 {
		c.WriteHeader(http.StatusOK)
	}
	n, err := c.ResponseWriter.Write(b)
	if c.large = c.large || err != nil || c.status != http.StatusOK || c.body.Len()+n > keepMost; c.large {
		c.body = bytes.Buffer{}
	} else {
		c.body.Write(b[:n])
	}
	return n, err
}

// answer gives what is to be kept, or nil.
func (c *copied) answer() *answered {
	if c.status != http.StatusOK || c.large || c.header.Get("Set-Cookie") != "" || c.header.Get("Cache-Control") == "no-store" {
		return nil
	}
	return &answered{c.header.Clone(), bytes.Clone(c.body.Bytes())}
}

// Unwrap lets http.ResponseController reach the connection.
func (c *copied) Unwrap() http.ResponseWriter { return c.ResponseWriter }
