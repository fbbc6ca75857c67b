package site

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/storetest"
)

// TestNothingIsStale: after each write every page, feed, calendar and answer is
// what a server gives that has kept nothing.
func TestNothingIsStale(t *testing.T) {
	s := desktest.Examples(t)
	es, err := s.Engagements(t.Context(), store.Filter{Countries: []string{"DEU", "FRA"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(es) == 0 {
		t.Fatal("the samples have no engagement of Germany and France")
	}
	eid := es[0].EID
	paths := []string{
		"/", "/who/DEU", "/pair/DEU/FRA", "/who/Emmanuel%20Macron", "/engagement/" + url.PathEscape(eid), "/report/" + url.PathEscape(es[0].Reports[0]),
		"/search?q=Germany", "/search?q=who:DEU", "/timeline", "/map?from=2000&to=2030", "/outlook", "/claims", "/conflicts", "/review",
		"/feed.atom", "/feed/DEU/FRA.atom", "/calendar.ics", "/calendar/DEU/FRA.ics", "/api/v1/engagements?country=DEU", "/api/v1/engagements/" + url.PathEscape(eid),
		"/api/v1/stats", "/api/v1/brief?who=DEU&who=FRA", "/api/v1/outlook", "/api/v1/audit", "/api/v1/review", "/api/v1/export/jsonl",
	}
	base, _ := up(t, s, 0, guard.DefaultTimes)
	answers := func(base string) map[string]string {
		out := map[string]string{}
		for _, path := range paths {
			resp, body := get(t, base+path)
			if resp.StatusCode >= 500 {
				t.Errorf("%s: status %d", path, resp.StatusCode)
			}
			out[path] = strings.ReplaceAll(body, base, "http://desk")
		}
		return out
	}
	before := answers(base)
	for path, body := range before {
		if strings.Contains(body, `"status":404`) {
			t.Errorf("there is no %s", path)
		}
	}
	correct := func(c record.Correction) func() error {
		return func() error {
			c.By, c.Date = "An Editor", "2025-01-01"
			_, err := s.Correct(t.Context(), c)
			return err
		}
	}
	for _, write := range []struct {
		name    string
		do      func() error
		changes []string
	}{
		{"a place corrected", correct(record.Correction{Action: record.Set, EID: eid, Field: "place", Value: "Elsewhere"}), []string{"/pair/DEU/FRA", "/engagement/" + eid, "/timeline", "/api/v1/export/jsonl"}},
		{"that undone", correct(record.Correction{Action: record.Undo, Undoes: 1}), []string{"/pair/DEU/FRA", "/engagement/" + eid}},
		{"rejected", correct(record.Correction{Action: record.Reject, EID: eid}), []string{"/", "/who/DEU", "/pair/DEU/FRA", "/calendar.ics", "/search?q=who:DEU"}},
		{"reports added", func() error { _, err := s.Add(t.Context(), storetest.Made(0, 60)); return err }, []string{"/", "/api/v1/stats", "/timeline"}},
		{"a report gone", func() error { _, err := s.Remove(t.Context(), []string{es[0].Reports[0]}); return err }, []string{"/report/" + es[0].Reports[0], "/api/v1/stats"}},
	} {
		if err := write.do(); err != nil {
			t.Fatalf("%s: %v", write.name, err)
		}
		other, end := up(t, s, 0, guard.DefaultTimes)
		got, want := answers(base), answers(other)
		for _, path := range paths {
			if got[path] != want[path] {
				t.Errorf("%s: %s is stale:\n%s\nwant\n%s", write.name, path, got[path], want[path])
			}
		}
		for _, path := range write.changes {
			if got[path] == before[path] {
				t.Errorf("%s: %s is as before", write.name, path)
			}
		}
		before = got
		again := answers(base)
		for _, path := range paths {
			if again[path] != got[path] {
				t.Errorf("%s: %s asked again is another", write.name, path)
			}
		}
		_ = end() // it has answered all: how it ends is tested elsewhere
	}
}
