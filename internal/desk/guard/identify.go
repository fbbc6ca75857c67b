package guard

import (
	"crypto/rand"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"
)

// sane matches a request id of a client that may be repeated and logged.
var sane = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// identify names every request, in X-Request-Id and in the log, where requests
// stand that failed and those that write. A handler that panics has failed.
func identify(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if !sane.MatchString(id) {
			id = rand.Text()
		}
		r.Header.Set("X-Request-Id", id)
		w.Header().Set("X-Request-Id", id)
		began := time.Now()
		seen := &watched{ResponseWriter: w}
		defer func() {
			p := recover()
			switch {
			case p == http.ErrAbortHandler:
				panic(p)
			case p != nil:
				log.Error("request panicked", "id", id, "method", r.Method, "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
				if seen.status != 0 {
					panic(http.ErrAbortHandler) // a part is out already: the client must see that it is cut
				}
				Problem(seen, http.StatusInternalServerError, "Something in the server failed. Its log says what, under the id of this request.")
			case seen.status >= 500:
				log.Error("request failed", "id", id, "method", r.Method, "path", r.URL.Path, "status", seen.status, "took", time.Since(began))
			case r.Method != http.MethodGet && r.Method != http.MethodHead:
				log.Info("request", "id", id, "method", r.Method, "path", r.URL.Path, "status", seen.status, "took", time.Since(began))
			}
		}()
		next.ServeHTTP(seen, r)
	})
}

// watched remembers the status of an answer.
type watched struct {
	http.ResponseWriter
	status int
}

func (w *watched) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Flush sends what is written so far.
func (w *watched) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }
