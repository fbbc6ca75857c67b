package page

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/store"
)

// TestOfficesOverTime: the page of a country says who held which office as
// reports tell it, the page of a person what he or she was, each with the
// reports behind it, and as the record is after a change.
func TestOfficesOverTime(t *testing.T) {
	s := server(t)
	add := func(id, published, person, office string) {
		t.Helper()
		x := plan
		x.id, x.published = id, published
		e := x.entry(t)
		e.Reading.People = append(e.Reading.People, reading.Tenure{Person: person, Office: office, Country: "CHL"})
		if _, err := s.store.Add(t.Context(), []store.Entry{e}); err != nil {
			t.Fatal(err)
		}
	}
	rows := func(path string) string {
		t.Helper()
		_, table, _ := strings.Cut(get(t, s, path, http.StatusOK).Body.String(), `<table class="offices">`)
		table, _, _ = strings.Cut(table, "</table>")
		_, table, _ = strings.Cut(table, "<tbody>")
		return strings.Join(strings.Fields(strings.ReplaceAll(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(table, " "), "\n", " ")), " ")
	}
	add("first", "2021-05-02", "Sebastián Piñera", "president")
	add("second", "2022-05-02", "Gabriel Boric", "President")
	add("third", "2022-06-02", "Antonia Urrejola", "foreign minister")
	if got, want := rows("/who/CHL"), "president Sebastián Piñera 2 May 2021 2 May 2021 1 report first President Gabriel Boric 2 May 2022 2 May 2022 1 report second foreign minister Antonia Urrejola 2 June 2022 2 June 2022 1 report third"; got != want {
		t.Errorf("Chile:\n%s\nwant\n%s", got, want)
	}
	add("fourth", "2023-05-02", "Boric", "president")
	if got, want := rows("/who/Gabriel%20Boric"), "President Chile 2 May 2022 2 May 2023 2 reports fourth second"; got != want {
		t.Errorf("Boric after another report:\n%s\nwant\n%s", got, want)
	}
	if got := rows("/who/NOR"); got != "" {
		t.Errorf("Norway: %s", got)
	}
}
