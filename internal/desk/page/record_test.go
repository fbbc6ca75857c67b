package page

import (
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// told is a report for the tests, with the visit of Chile's president to Norway
// that it tells of.
type told struct {
	id, outlet, published, title, text string
	words                              string // in the text
	when                               edtf.Date
	status                             reading.Status
	place                              string
}

func (x told) entry(t *testing.T) store.Entry {
	t.Helper()
	day, err := edtf.ParseDay(x.published)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(x.text, x.words)
	if at < 0 {
		t.Fatalf("%q is not in the text of %s", x.words, x.id)
	}
	says := reading.Reading{
		ID: x.id, Published: x.published, Outlet: x.outlet, Title: x.title,
		Engagements: []reading.Engagement{{
			Kind: reading.Visit, Status: x.status, When: x.when, Country: "NOR", Place: x.place, Confidence: 0.9,
			Parties: []reading.Party{
				{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor, Office: "president"},
				{Country: "NOR", Person: "Jonas Gahr Støre", Role: reading.RoleHost},
			},
			Evidence:    []reading.Span{{Start: at, End: at + len(x.words), Quote: x.words}},
			Attribution: []reading.Speaker{{Name: "Ana Rojas", Office: "spokeswoman", Country: "CHL"}},
		}},
	}
	return store.Entry{
		Report:  report.Report{ID: x.id, Outlet: x.outlet, Published: day, Title: x.title, Text: x.text, URL: "javascript:alert(1)"},
		Reading: says, Reader: "test",
	}
}

var plan = told{
	id: "plan", outlet: "The Fjord Post", published: "2023-05-02", title: "Boric to come",
	text:  "Gabriel Boric will travel to Oslo on 5 June, his spokeswoman Ana Rojas said.\n\nHe will meet Jonas Gahr Støre.",
	words: "will travel to Oslo on 5 June", when: "2023-06-05", status: reading.Planned, place: "Oslo",
}

var visit = told{
	id: "visit", outlet: "El Faro", published: "2023-06-06", title: "Boric in Norway",
	text:  "Gabriel Boric visited Oslo on Monday.",
	words: "visited Oslo on Monday", when: "2023-06-05", status: reading.Held, place: "Oslo",
}

// hostile has all that a page must not obey, in every field that a report has.
var hostile = told{
	id: `x/"><script>alert(1)</script>`, outlet: `<img src=x onerror=alert(1)>`, published: "2023-06-07", title: `</title><script>alert(2)</script>{{.Title}}`,
	text:  "Before <script>alert(3)</script> he left \u202egnihton\u202c and {{.}} & after.",
	words: "<script>alert(3)</script>", when: "2023-06-05/2023-06-07", status: reading.Held, place: `"><svg onload=alert(4)>`,
}

func server(t *testing.T, reports ...told) *Server {
	t.Helper()
	s := desktest.Empty(t)
	var entries []store.Entry
	for _, r := range reports {
		entries = append(entries, r.entry(t))
	}
	if len(entries) > 0 {
		if _, err := s.Add(t.Context(), entries); err != nil {
			t.Fatal(err)
		}
	}
	srv, err := New(s, who.Name, slog.New(slog.DiscardHandler), Options{Write: true, Today: func() edtf.Day { return 19515 }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(srv.Close)
	return srv
}

// get asks for a page and wants a status.
func get(t *testing.T, s *Server, path string, status int) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", path, nil))
	if w.Code != status {
		t.Fatalf("GET %s: got status %d, want %d\n%s", path, w.Code, status, w.Body)
	}
	return w
}
