package page

import (
	"net/http"
	"net/url"
	"testing"
)

// TestFiltersAreTerms: what is chosen in the fields of the search is the same
// as the query that says it, at one address.
func TestFiltersAreTerms(t *testing.T) {
	s := server(t, visit)
	for _, c := range []struct{ asked, query string }{
		{"q=&kind=visit&status=&who=&who=", "kind:visit"},
		{"q=Oslo&kind=visit&status=held&who=CHL&who=Norway", "Oslo kind:visit status:held who:CHL who:Norway"},
		{`country=Norway&since=2023&until=2023-06&outlet=The+"Fjord"+Post&confidence=0.5`, `country:Norway since:2023 until:2023-06 outlet:"The Fjord Post" confidence:0.5`},
		{"q=&kind=", ""},
	} {
		w := get(t, s, "/search?"+c.asked, http.StatusSeeOther)
		if got, want := w.Header().Get("Location"), "/search?q="+url.QueryEscape(c.query); got != want {
			t.Errorf("%s leads to %s, want %s", c.asked, got, want)
		}
		get(t, s, w.Header().Get("Location"), http.StatusOK)
	}
}
