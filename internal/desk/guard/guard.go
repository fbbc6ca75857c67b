package guard

import (
	"log/slog"
	"net/http"
	"time"

	"golang.org/x/time/rate"
)

// Options say what the guard lets through.
type Options struct {
	Log   *slog.Logger
	Hosts Hosts
	Rate  float64 // requests a second for each client; 0 for any number
	Burst int     // requests at once
}

// Wrap puts a handler behind the guard.
func Wrap(h http.Handler, o Options) http.Handler {
	h = sameOrigin(h, o.Hosts)
	if o.Rate > 0 {
		h = newTurnstile(rate.Limit(o.Rate), o.Burst, o.Hosts.Proxied(), time.Now).wrap(h)
	}
	h = o.Hosts.wrap(h)
	h = headers(h)
	return identify(h, o.Log)
}

// Limit ends a request's body behind so many bytes; who reads on gets an
// *http.MaxBytesError.
func Limit(next http.Handler, most int64) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > most {
			w.Header().Set("Connection", "close")
			Problem(w, http.StatusRequestEntityTooLarge, "The request is larger than this server takes.")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, most)
		next.ServeHTTP(w, r)
	})
}
