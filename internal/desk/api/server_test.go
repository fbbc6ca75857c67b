package api

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/store"
)

const (
	adder     = "adder-token-of-24-letters"
	corrector = "corrector-token-of-28-chars"
	both      = "both-token-of-some-24-letters"
)

// served is the API of a record.
func served(t *testing.T, s store.Store, change ...func(*Options)) http.Handler {
	t.Helper()
	tokens, err := guard.ParseTokens(adder+" add\n"+corrector+" correct\n"+both+" add,correct", "test")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{
		Store: s, Names: who.Name, Log: slog.New(slog.DiscardHandler), Tokens: tokens, Readers: desktest.Readers, Version: "test",
		Now: func() time.Time { return time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC) },
	}
	for _, c := range change {
		c(&o)
	}
	h, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// ask sends a request; headers come in pairs.
func ask(t *testing.T, h http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	var in io.Reader
	if body != "" {
		in = strings.NewReader(body)
	}
	r := httptest.NewRequestWithContext(t.Context(), method, path, in)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// want is an answer in order, as the type given.
func want[T any](t *testing.T, w *httptest.ResponseRecorder, status int) T {
	t.Helper()
	var out T
	if w.Code != status {
		t.Fatalf("status %d, want %d: %s", w.Code, status, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	return out
}

// disputed is a record of examples/ and of two reports that disagree.
func disputed(t *testing.T) store.Store {
	t.Helper()
	s := desktest.Examples(t)
	desktest.Add(t, s, "d1", "Courier", "2023-06-09", "", "President Gabriel Boric met Prime Minister Jonas Gahr Store in Oslo on 5 June 2023.")
	desktest.Add(t, s, "d2", "Fjord Post", "2023-06-09", "", "President Gabriel Boric met Prime Minister Jonas Gahr Store in Oslo on 6 June 2023.")
	return s
}

type answer struct {
	Items []map[string]any `json:"items"`
	Next  string           `json:"next"`
}

func TestEveryQuestionHasAnAnswer(t *testing.T) {
	h := served(t, disputed(t))
	for path, has := range map[string]string{
		"/api/v1/engagements": `"eid":`,
		"/api/v1/engagements?kind=visit&kind=meeting&status=held": `"status":"held"`,
		"/api/v1/reports":                                         `"snippet":`,
		"/api/v1/reports/x001":                                    `"reading":{"id":"x001"`,
		"/api/v1/brief?who=India&who=Russia":                      `"about":["IND","RUS"]`,
		"/api/v1/timeline?who=India":                              `"IND"`,
		"/api/v1/timeline?who=Emmanuel+Macron&who=Friedrich+Merz": `"FRA"`,
		"/api/v1/upcoming":                                        `"items":[`,
		"/api/v1/conflicts":                                       `"conflicts":[{`,
		"/api/v1/audit":                                           `"verdict":`,
		"/api/v1/audit?verdict=contradicted":                      `"verdict":"contradicted"`,
		"/api/v1/outlook":                                         `"type":"arrangement"`,
		"/api/v1/review":                                          `"why":[`,
		"/api/v1/check?claim=Putin%27s+first+visit+to+India+since+2021": `"type":"first-since"`,
		"/api/v1/search?query=kind:meeting+who:France+Toulon":           `"facets":[{"name":"kind","values":[{"value":"meeting"`,
		"/api/v1/corrections": `"items":[]`,
		"/api/v1/stats":       `"reports":`,
		"/api/v1/export/csv":  "eid,kind,status",
		"/api/":               "<h1>Chancery API</h1>",
		"/api/docs.css":       "color-scheme",
		"/api/openapi.json":   `"openapi":"3.1.0"`,
	} {
		w := ask(t, h, "GET", path, "")
		if w.Code != 200 || !strings.Contains(w.Body.String(), has) {
			t.Errorf("GET %s: status %d, want %q in\n%.800s", path, w.Code, has, w.Body)
		}
	}
}

func TestFilters(t *testing.T) {
	h := served(t, disputed(t))
	all := len(want[answer](t, ask(t, h, "GET", "/api/v1/engagements?limit=1000", ""), 200).Items)
	for query, holds := range map[string]func(e map[string]any) bool{
		"kind=visit&kind=call": func(e map[string]any) bool { return e["kind"] == "visit" || e["kind"] == "call" },
		"status=planned":       func(e map[string]any) bool { return e["status"] == "planned" },
		"country=Germany":      func(e map[string]any) bool { return strings.Contains(dump(e), `"country":"DEU"`) },
		"country=Germany&country=French": func(e map[string]any) bool {
			return strings.Contains(dump(e), `"country":"DEU"`) && strings.Contains(dump(e), `"country":"FRA"`)
		},
		"person=Macron":          func(e map[string]any) bool { return strings.Contains(dump(e), "Macron") },
		"from=2024-01-01":        func(e map[string]any) bool { return e["when"] != "" },
		"to=2023-12-31":          func(e map[string]any) bool { return e["when"].(string) < "2024" },
		"report=x056":            func(e map[string]any) bool { return strings.Contains(dump(e["reports"]), `"x056"`) },
		"outlet=Rhine+Observer":  func(map[string]any) bool { return true },
		"confidence=0.8":         func(e map[string]any) bool { return e["confidence"].(float64) >= 0.8 },
		"conflicted=true":        func(e map[string]any) bool { return len(e["conflicts"].([]any)) > 0 },
		"q=Toulon":               func(e map[string]any) bool { return strings.Contains(dump(e), "Toulon") },
		"as_of=2023-06-01":       func(map[string]any) bool { return true },
		"kind=visit&country=&q=": func(e map[string]any) bool { return e["kind"] == "visit" },
	} {
		got := want[answer](t, ask(t, h, "GET", "/api/v1/engagements?limit=1000&"+query, ""), 200).Items
		if len(got) == 0 || len(got) >= all {
			t.Errorf("%s gives %d of %d engagements", query, len(got), all)
		}
		for _, e := range got {
			if !holds(e) {
				t.Errorf("%s lets through %s", query, dump(e))
			}
		}
	}
}

func dump(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}
