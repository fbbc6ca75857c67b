package guard

import (
	"bytes"
	"maps"
	"net/http"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/recent"
	"github.com/chancery-project/chancery/internal/desk/revision"
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
// (Cache-Control: no-store). Where the room is full, what nobody has asked for
// lately goes.
func Keep(next http.Handler, record revision.Record) http.Handler {
	kept := recent.New(keepRoom, func(question string, a *answered) int { return a.size(question) })
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.Header.Get("Cookie") != "" || r.Header.Get("Authorization") != "" || r.Header.Get("Range") != "" {
			next.ServeHTTP(w, r)
			return
		}
		at, err := revision.Of(r.Context(), record)
		if err != nil {
			next.ServeHTTP(w, r) // it will meet the same error, and say so
			return
		}
		r = r.WithContext(revision.With(r.Context(), at))
		question := r.Host + " " + r.URL.RequestURI() + " " + r.Header.Get("Accept")
		if a, ok := kept.Get(question); ok && a.revision == at.Number {
			maps.Copy(w.Header(), a.header)
			_, _ = w.Write(a.body) // the client has gone: nobody to tell
			return
		}
		c := &copied{ResponseWriter: w, before: w.Header().Clone()}
		next.ServeHTTP(c, r)
		if a := c.answer(at.Number); a != nil && r.Context().Err() == nil {
			kept.Put(question, a)
		}
	})
}

// answered is an answer that is kept. Nobody may change it.
type answered struct {
	revision int64 // of the record when it was asked for
	header   http.Header
	body     []byte
}

// size is about how many bytes an answer to a question takes.
func (a *answered) size(question string) int { return len(question) + len(a.body) + 1000 }

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

// answer gives what is to be kept of an answer at a revision, or nil.
func (c *copied) answer(revision int64) *answered {
	if c.status != http.StatusOK || c.large || c.header.Get("Set-Cookie") != "" || c.header.Get("Cache-Control") == "no-store" {
		return nil
	}
	return &answered{revision, c.header.Clone(), bytes.Clone(c.body.Bytes())}
}

// Unwrap lets http.ResponseController reach the connection.
func (c *copied) Unwrap() http.ResponseWriter { return c.ResponseWriter }
