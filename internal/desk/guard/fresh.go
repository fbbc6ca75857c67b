package guard

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/chancery-project/chancery/internal/desk/revision"
)

// Fresh saves answers that the client has already: while the record does not
// change, the same address has the same answer. It sets ETag and Last-Modified
// on answers that are whole and in order, and answers 304 to If-None-Match and
// If-Modified-Since. version is that of the program: another may answer
// otherwise.
//
// An ETag holds for one address alone, so that it can only have come from an
// answer of that address.
func Fresh(next http.Handler, record revision.Record, version string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		state, err := revision.Of(r.Context(), record)
		if err != nil {
			next.ServeHTTP(w, r) // it will meet the same error, and say so
			return
		}
		r = r.WithContext(revision.With(r.Context(), state))
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%d\n%d\n%s\n%s", version, state.Number, state.Changed.UnixMilli(), r.Host, r.URL.RequestURI()))
		a := &dated{ResponseWriter: w, r: r, etag: `"` + hex.EncodeToString(sum[:12]) + `"`, changed: state.Changed}
		if match := r.Header.Get("If-None-Match"); match != "" {
			if names(match, a.etag) {
				a.mark()
				w.WriteHeader(http.StatusNotModified)
				return
			}
		} else if since, err := http.ParseTime(r.Header.Get("If-Modified-Since")); err == nil && a.settled() {
			a.unchanged = !state.Changed.Truncate(time.Second).After(since)
		}
		next.ServeHTTP(a, r)
	})
}

// names says whether a list of tags has one, compared weakly (RFC 9110, 13.1.2).
// "*" is not for us: we do not know whether the answer would be there.
func names(list, tag string) bool {
	for t := range strings.SplitSeq(list, ",") {
		if strings.TrimPrefix(strings.TrimSpace(t), "W/") == tag {
			return true
		}
	}
	return false
}

// dated is an answer that says of which state of the record it is.
type dated struct {
	http.ResponseWriter
	r         *http.Request
	etag      string
	changed   time.Time
	unchanged bool // since the day that the client named
	began     bool
	silent    bool // the client has it already: say no more
}

// settled says whether the second of the last change is over, so that no other
// change can come in it (RFC 9110, 8.8.2.2).
func (d *dated) settled() bool {
	return !d.changed.IsZero() && time.Since(d.changed) > 2*time.Second
}

func (d *dated) mark() {
	h := d.Header()
	h.Set("ETag", d.etag)
	h.Set("Cache-Control", "no-cache")
	if d.settled() {
		h.Set("Last-Modified", d.changed.UTC().Format(http.TimeFormat))
	}
}

func (d *dated) WriteHeader(status int) {
	if !d.began && status >= 200 {
		d.began = true
		if status == http.StatusOK {
			d.mark()
			if d.unchanged {
				d.silent = true
				status = http.StatusNotModified
				d.Header().Del("Content-Type")
				d.Header().Del("Content-Length")
				d.Header().Del("Content-Disposition")
			}
		}
	}
	d.ResponseWriter.WriteHeader(status)
}

func (d *dated) Write(b []byte) (int, error) {
	if !d.began {
		d.WriteHeader(http.StatusOK)
	}
	if d.silent {
		return len(b), nil
	}
	return d.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (d *dated) Unwrap() http.ResponseWriter { return d.ResponseWriter }
