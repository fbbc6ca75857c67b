package api

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
)

func TestBadInputIsSaidByField(t *testing.T) {
	h := served(t, desktest.Examples(t))
	next := want[answer](t, ask(t, h, "GET", "/api/v1/engagements?limit=1", ""), 200).Next
	for _, c := range []struct {
		method, path, body string
		status             int
		location, why      string
	}{
		{"GET", "/api/v1/engagements?kind=trip", "", 422, "query.kind[0]", "visit"},
		{"GET", "/api/v1/engagements?from=2024-13-45", "", 422, "query.from", "date"},
		{"GET", "/api/v1/engagements?from=2024-02-30", "", 422, "query.from", "date"},
		{"GET", "/api/v1/engagements?from=2024-02-03&to=2024-01-01", "", 422, "query.to", "before from"},
		{"GET", "/api/v1/engagements?country=Atlantis1", "", 422, "query.country", "no country"},
		{"GET", "/api/v1/engagements?country=Narendra+Modi", "", 422, "query.country", "no country"},
		{"GET", "/api/v1/engagements?kinds=visit", "", 422, "query.kinds", "unknown"},
		{"GET", "/api/v1/engagements?confidence=2", "", 422, "query.confidence", "<= 1"},
		{"GET", "/api/v1/engagements?limit=0", "", 422, "query.limit", ">= 1"},
		{"GET", "/api/v1/engagements?limit=1001", "", 422, "query.limit", "<= 1000"},
		{"GET", "/api/v1/engagements?cursor=xx", "", 400, "query.cursor", "no cursor"},
		{"GET", "/api/v1/engagements?cursor=" + next[:len(next)-3], "", 400, "query.cursor", "no cursor"},
		{"GET", "/api/v1/engagements?status=held&cursor=" + next, "", 400, "query.cursor", "another question"},
		{"GET", "/api/v1/reports?cursor=" + next, "", 400, "query.cursor", "another question"},
		{"GET", "/api/v1/brief", "", 422, "query.who", "whom"},
		{"GET", "/api/v1/brief?who=12345", "", 422, "query.who", "neither a country"},
		{"GET", "/api/v1/brief?who=India&who=IND", "", 422, "query.who", "the same"},
		{"GET", "/api/v1/brief?who=a&who=b&who=c", "", 422, "query.who", "<= 2"},
		{"GET", "/api/v1/outlook?as_of=tomorrow", "", 422, "query.as_of", "date"},
		{"GET", "/api/v1/search?query=kind:trip", "", 422, "query.query", "trip"},
		{"GET", "/api/v1/check", "", 422, "query.claim", "required"},
		{"GET", "/api/v1/check?claim=hello", "", 422, "query.claim", "no claim"},
		{"GET", "/api/v1/engagements/v-none", "", 404, "", "no such engagement"},
		{"GET", "/api/v1/reports/none", "", 404, "", "no such report"},
		{"GET", "/api/v1/reports/..%2f..%2fetc%2fpasswd", "", 404, "", "no such report"},
		{"GET", "/api/v1/export/xlsx", "", 404, "", "jsonl, csv"},
		{"GET", "/api/v2/engagements", "", 404, "", "no such address"},
		{"PUT", "/api/v1/engagements", "", 405, "", "GET"},
		{"POST", "/api/v1/read", `{"published":"2024-01-01"`, 400, "body", "JSON"},
		{"POST", "/api/v1/read", `{"text":"x"}`, 422, "body", "published"},
		{"POST", "/api/v1/read", `{"text":"x","published":"soon"}`, 422, "body.published", "publication"},
		{"POST", "/api/v1/read", `{"text":"x","published":"2024-01-01","txt":"y"}`, 422, "body.txt", "unexpected property"},
		{"POST", "/api/v1/read", `{"published":"2024-01-01"}`, 422, "body", "neither text nor title"},
		{"POST", "/api/v1/read", `{"text":"a\u0000b","published":"2024-01-01"}`, 422, "body", "NUL"},
		{"POST", "/api/v1/read", `{"text":"` + strings.Repeat("long ", 300_000) + `","published":"2024-01-01"}`, 413, "", "large"},
		{"POST", "/api/v1/corrections", `{"action":"set","by":"A. Clerk","eid":"v-none","field":"when","value":"2024"}`, 404, "", "no such engagement"},
		{"POST", "/api/v1/corrections", `{"action":"set","by":"A. Clerk","eid":"v-none","field":"when","value":"soon"}`, 422, "body", "EDTF"},
		{"POST", "/api/v1/corrections", `{"action":"confirm","by":"","eid":"v-none"}`, 422, "body.by", "length"},
		{"POST", "/api/v1/corrections", `{"action":"burn","by":"A. Clerk","eid":"v-none"}`, 422, "body.action", "confirm"},
		{"POST", "/api/v1/corrections/7/undo", `{"by":"A. Clerk"}`, 422, "body", "no correction 7"},
	} {
		w := ask(t, h, c.method, c.path, c.body, "Authorization", "Bearer "+both)
		var p struct {
			Title, Detail string
			Status        int
			Errors        []struct{ Message, Location string }
		}
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Errorf("%s %s: %v in %.300s", c.method, c.path, err, w.Body)
			continue
		}
		found := c.location == ""
		for _, e := range p.Errors {
			found = found || e.Location == c.location
		}
		said := strings.Contains(strings.ToLower(w.Body.String()), strings.ToLower(c.why)) || strings.Contains(w.Body.String(), strings.ReplaceAll(strings.ReplaceAll(c.why, "<", `\u003c`), ">", `\u003e`))
		if w.Code != c.status || p.Status != c.status || p.Title == "" || !found || !said || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s: want status %d, %s, %q; got %d, %s: %.500s", c.method, c.path, c.status, c.location, c.why, w.Code, w.Header().Get("Content-Type"), w.Body)
		}
		if w.Header().Get("ETag") != "" {
			t.Errorf("%s %s: an error has an ETag", c.method, c.path)
		}
	}
}
