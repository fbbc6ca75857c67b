// Package examples_test holds the sample reports to their own gold.
package examples_test

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/source"
)

type gold struct {
	ID          string               `json:"id"`
	Published   string               `json:"published"`
	Engagements []reading.Engagement `json:"engagements"`
}

func readGold(t *testing.T) map[string]gold {
	t.Helper()
	f, err := os.Open("gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]gold{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var g gold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatalf("gold.jsonl: %v in %s", err, lines.Text())
		}
		out[g.ID] = g
	}
	return out
}

// readReports reads the folder as a user would.
func readReports(t *testing.T) []*report.Report {
	t.Helper()
	var out []*report.Report
	for r, err := range source.Open(t.Context(), []string{"."}, source.Options{}) {
		if err != nil {
			t.Error(err)
			continue
		}
		out = append(out, r)
	}
	return out
}

func TestEveryReportHasItsGold(t *testing.T) {
	golds := readGold(t)
	seen := map[string]bool{}
	for _, r := range readReports(t) {
		g, ok := golds[r.ID]
		if !ok || g.Published != r.Published.String() {
			t.Errorf("%s of %s: gold is %s of %q", r.ID, r.Published, g.ID, g.Published)
		}
		if r.Title == "" || r.Outlet == "" {
			t.Errorf("%s: title %q, outlet %q; want both", r.ID, r.Title, r.Outlet)
		}
		if n := len(strings.Fields(r.Text)); n < 80 || n > 280 {
			t.Errorf("%s: %d words; want 80 to 280", r.ID, n)
		}
		if seen[r.ID] {
			t.Errorf("%s: read twice", r.ID)
		}
		seen[r.ID] = true
	}
	if len(seen) != len(golds) || len(seen) < 44 {
		t.Errorf("%d reports, %d gold lines; want as many of both, 44 at least", len(seen), len(golds))
	}
}

var (
	code  = regexp.MustCompile(`^[A-Z0-9]{2,7}$`)
	roles = map[reading.Kind][]reading.Role{
		reading.Visit: {reading.RoleVisitor, reading.RoleHost}, reading.Invitation: {reading.RoleInviter, reading.RoleInvitee},
		reading.Award: {reading.RoleGiver, reading.RoleRecipient}, reading.Meeting: {reading.RoleParty}, reading.Call: {reading.RoleParty},
		reading.Summit: {reading.RoleParty}, reading.Agreement: {reading.RoleParty}, reading.Arrangement: {reading.RoleParty},
	}
	statuses = map[reading.Status]bool{reading.Proposed: true, reading.Planned: true, reading.Held: true, reading.Postponed: true, reading.Cancelled: true}
)

// TestGoldIsWellFormed holds the gold to the coding rules: known kinds, roles,
// statuses and dates, and names and places that stand in the report.
func TestGoldIsWellFormed(t *testing.T) {
	golds := readGold(t)
	for _, r := range readReports(t) {
		for i, e := range golds[r.ID].Engagements {
			want := roles[e.Kind]
			if want == nil || !statuses[e.Status] || len(e.Parties) < 2 {
				t.Errorf("%s, engagement %d: kind %q, status %q, %d parties", r.ID, i, e.Kind, e.Status, len(e.Parties))
				continue
			}
			if e.When != "" {
				if _, err := edtf.Parse(string(e.When)); err != nil {
					t.Errorf("%s, engagement %d: %v", r.ID, i, err)
				}
			}
			has := map[reading.Role]bool{}
			for _, p := range e.Parties {
				has[p.Role] = true
				if !code.MatchString(p.Country) {
					t.Errorf("%s, engagement %d: country %q", r.ID, i, p.Country)
				}
				inText(t, r, i, p.Person)
			}
			for _, role := range want {
				if !has[role] || len(has) != len(want) {
					t.Errorf("%s, engagement %d: a %s with roles %v; want %v", r.ID, i, e.Kind, has, want)
				}
			}
			inText(t, r, i, e.Place)
			inText(t, r, i, e.Event)
		}
	}
}

// inText wants every word of a value in the report, in either case.
func inText(t *testing.T, r *report.Report, i int, value string) {
	t.Helper()
	text := strings.ToLower(r.Title + "\n" + r.Text)
	for _, word := range strings.Fields(strings.ToLower(value)) {
		if !strings.Contains(text, word) {
			t.Errorf("%s, engagement %d: %q of %q does not stand in the report", r.ID, i, word, value)
		}
	}
}
