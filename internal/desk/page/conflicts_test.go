package page

import (
	"net/http"
	"strings"
	"testing"
)

// TestConflictsSayWhoSaysWhat: beside each value stands the outlet.
func TestConflictsSayWhoSaysWhat(t *testing.T) {
	one, other := visit, visit
	one.id, one.outlet = "one", "The Fjord Post"
	other.id, other.outlet = "other", "Andes Daily"
	other.place, other.text = "Bergen", "Gabriel Boric visited Oslo on Monday, they say."
	s := server(t, one, other)
	for _, path := range []string{"/conflicts", "/pair/CHL/NOR"} {
		body := get(t, s, path, http.StatusOK).Body.String()
		for _, want := range []string{`The Fjord Post, <a href="/report/one">`, `Andes Daily, <a href="/report/other">`} {
			if !strings.Contains(body, want) {
				t.Errorf("%s does not show %s", path, want)
			}
		}
	}
}
