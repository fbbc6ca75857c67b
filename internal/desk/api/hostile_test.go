package api

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
)

// TestHostileTextStaysText adds a report full of what browsers, terminals and
// spreadsheets obey, and wants it back as it was, under a type that none of
// them runs.
func TestHostileTextStaysText(t *testing.T) {
	h := served(t, desktest.Empty(t))
	id := "../x\"><script>alert(1)</script>"
	text := "President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday. <script>alert(2)</script> \u202egnihton\u202c \x1b[31m {{.}} \u2028 =cmd|'/c calc'!A0"
	body, err := json.Marshal(newReport{ID: id, Outlet: "<img src=x onerror=alert(3)>", Published: "2025-03-04", Title: "</title>\x07", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	w := ask(t, h, "POST", "/api/v1/reports", string(body), "Authorization", "Bearer "+adder)
	want[outcome](t, w, http.StatusCreated)
	where := w.Header().Get("Location")
	if strings.ContainsAny(where, "<>\" ") {
		t.Errorf("Location %q", where)
	}
	got := want[whole](t, ask(t, h, "GET", where, ""), 200)
	if got.ID != id || got.Text != text || got.Title != "</title>\x07" {
		t.Errorf("came back as %+v", got)
	}
	for _, path := range []string{where, "/api/v1/reports", "/api/v1/engagements", "/api/v1/timeline", "/api/v1/brief?who=France", "/api/v1/engagements?q=%3Cscript%3E", "/api/v1/brief?who=%3Cscript%3E", "/api/%3Cscript%3E"} {
		w := ask(t, h, "GET", path, "")
		if media := w.Header().Get("Content-Type"); media != "application/json" && media != "application/problem+json" {
			t.Errorf("%s is %s", path, media)
		}
		if !json.Valid(w.Body.Bytes()) || strings.ContainsAny(strings.TrimSuffix(w.Body.String(), "\n"), "\x00\x07\x1b\n\u2028") {
			t.Errorf("%s lets control characters through: %q", path, w.Body)
		}
	}
}
