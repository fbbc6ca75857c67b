package page

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/who"
)

// find takes what stands in the search fields to the brief it asks for.
func (s *Server) find(w http.ResponseWriter, r *http.Request) {
	var words []string
	for _, field := range []string{"who", "with"} {
		if text := strings.TrimSpace(r.URL.Query().Get(field)); text != "" {
			words = append(words, text)
		}
	}
	if len(words) == 0 {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	pair, err := who.Find(words)
	if err != nil {
		s.fail(w, r, http.StatusBadRequest, "Chancery does not know whom you mean: "+err.Error()+".")
		return
	}
	http.Redirect(w, r, address(pair), http.StatusSeeOther)
}

// address gives the page of a brief.
func address(pair who.Pair) string {
	if len(pair) == 1 {
		return "/who/" + url.PathEscape(pair[0].Path())
	}
	return "/pair/" + url.PathEscape(pair[0].Path()) + "/" + url.PathEscape(pair[1].Path())
}
