package page

import (
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// maxForm is how many bytes a form may have: a long report, or a file of some
// hundred short ones.
const maxForm = 4 << 20

// signer is the cookie that remembers who signs.
const signer = "signer"

// form makes a handler of what a form asks for. Forms change the record, so
// they work only where the server was told to let people write, come from our
// own pages (http.CrossOriginProtection checks that before) and go to the very
// host that they name, so that no name that leads here by rebinding can write.
func (s *Server) form(do func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !s.write:
			s.fail(w, r, http.StatusForbidden, "These pages can only be read. To write, start the server with: chancery serve --write")
			return
		case !loopback(r.Host):
			s.fail(w, r, http.StatusForbidden, "Forms are taken only under the address of this machine, such as 127.0.0.1.")
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxForm)
		err := r.ParseForm() // first, since ParseMultipartForm hides its error
		if err == nil {
			if err = r.ParseMultipartForm(maxForm); errors.Is(err, http.ErrNotMultipart) {
				err = nil
			}
		}
		var large *http.MaxBytesError
		if errors.As(err, &large) {
			s.fail(w, r, http.StatusRequestEntityTooLarge, "That is more than 4 MB. Use 'chancery add FILE' for large files.")
			return
		}
		if err != nil {
			s.fail(w, r, http.StatusBadRequest, "The form could not be read.")
			return
		}
		if err := do(w, r); err != nil {
			var wrong mistake
			if errors.As(err, &wrong) {
				s.fail(w, r, http.StatusUnprocessableEntity, wrong.what)
				return
			}
			s.log.Error("form", "path", r.URL.Path, "error", err)
			s.fail(w, r, http.StatusInternalServerError, "The record could not be changed. The log of the server says why.")
		}
	}
}

// mistake is what is wrong with what a person gave, in plain words.
type mistake struct{ what string }

func (m mistake) Error() string { return m.what }

// loopback says whether the host of a request is this machine.
func loopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}

// signedBy gives who signs: as the form says, or as the cookie remembers. What
// the form says is remembered.
func signedBy(w http.ResponseWriter, r *http.Request) string {
	by := strings.TrimSpace(r.PostFormValue("by"))
	if by != "" {
		http.SetCookie(w, &http.Cookie{
			Name: signer, Value: url.QueryEscape(by), Path: "/", SameSite: http.SameSiteStrictMode, HttpOnly: true, MaxAge: int((180 * 24 * time.Hour).Seconds()),
		})
		return by
	}
	return remembered(r)
}

func remembered(r *http.Request) string {
	c, err := r.Cookie(signer)
	if err != nil {
		return ""
	}
	by, err := url.QueryUnescape(c.Value)
	if err != nil {
		return ""
	}
	return by
}
