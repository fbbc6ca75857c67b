package page

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/post/follow"
)

var engagementLink = regexp.MustCompile(`href="(/engagement/[^"]+)"`)

// theVisit finds the address of the visit on the page of the pair.
func theVisit(t *testing.T, s *Server) string {
	t.Helper()
	m := engagementLink.FindStringSubmatch(get(t, s, "/pair/CHL/NOR", http.StatusOK).Body.String())
	if m == nil {
		t.Fatal("the page of Chile and Norway leads to no engagement")
	}
	return m[1]
}

func TestPagesLeadFromThePairToTheWords(t *testing.T) {
	s := server(t, plan, visit)
	for path, wants := range map[string][]string{
		"/":                    {`<a href="/pair/CHL/NOR">Chile – Norway</a>`, "What is next", "As of 6 June 2023", "2 reports", "Gabriel Boric (Chile) to Oslo, Norway"},
		"/pair/CHL/NOR":        {"Chile and Norway", "Last met", "5 June 2023"},
		"/who/CHL":             {"<h1>Chile</h1>"},
		"/timeline":            {"2023", "2 reports"},
		"/conflicts":           {"No reports disagree"},
		"/claims":              {"No report makes a claim"},
		"/outlook":             {"Whose turn", "Open invitations"},
		"/review":              {"Nothing waits for a person"},
		"/who/Gabriel%20Boric": {"<h1>Gabriel Boric</h1>", "5 June 2023"},
		"/report/plan":         {"Boric to come", `>will travel to Oslo on 5 June</a>`, "The Fjord Post"},
		theVisit(t, s):         {`<mark class="visit on-visit" title="visit, held">visited Oslo on Monday</mark>`, `>will travel to Oslo on 5 June</mark>`, "Ana Rojas, spokeswoman", "Its life", "planned", `<a href="/who/Gabriel%20Boric">Gabriel Boric</a>, president (<a href="/who/CHL">Chile</a>)`, "All between Chile and Norway", "/report/visit"},
		"/style.css":           {":root"},
		"/icon.svg":            {"<svg"},
	} {
		t.Run(strings.ReplaceAll(path, "/", "_"), func(t *testing.T) {
			body := get(t, s, path, http.StatusOK).Body.String()
			for _, want := range wants {
				if !strings.Contains(body, want) {
					t.Errorf("%s does not show %q:\n%s", path, want, body)
				}
			}
		})
	}
}

func TestCopiesAreNamed(t *testing.T) {
	text := "Chile's President Gabriel Boric visited Oslo on Monday, 5 June 2023, and met Prime Minister Jonas Gahr Store. The two signed a declaration on green shipping and spoke of minerals, of salmon and of the war in Ukraine, the prime minister's office said on Tuesday."
	s := server(t)
	desktest.Add(t, s.store, "wire", "North Wire", "2023-06-06", "Boric in Oslo", text)
	desktest.Add(t, s.store, "paper", "The Herald", "2023-06-07", "A visit", text)
	for path, want := range map[string]string{
		"/timeline":     "2 reports, 1 of them a copy",
		theVisit(t, s):  `The same text: The Herald, <a href="/report/paper">report paper</a>, 7 June 2023`,
		"/report/wire":  `The same text: The Herald, <a href="/report/paper">`,
		"/report/paper": `The same text: North Wire, <a href="/report/wire">`,
	} {
		if body := get(t, s, path, http.StatusOK).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s does not show %q:\n%s", path, want, body)
		}
	}
}

func TestPagesOfAnEmptyRecordSayWhatToDo(t *testing.T) {
	s := server(t)
	for _, path := range []string{"/", "/timeline", "/pair/CHL/NOR"} {
		if body := get(t, s, path, http.StatusOK).Body.String(); !strings.Contains(body, "chancery add INPUT") {
			t.Errorf("%s does not say how to fill the record:\n%s", path, body)
		}
	}
}

func TestHostileTextIsShownAsText(t *testing.T) {
	s := server(t, plan, hostile)
	paths := []string{"/", "/timeline", "/pair/CHL/NOR", "/who/NOR", "/conflicts", "/claims", "/outlook", "/review", theVisit(t, s),
		"/report/" + url.PathEscape(hostile.id),
		"/brief?who=" + url.QueryEscape("<script>alert(5)</script>"),
	}
	for _, path := range paths {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", path, nil))
		body := w.Body.String()
		for _, bad := range []string{"<script", "<svg onload", "<img", "javascript:", "onerror=alert(1)>"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s lets %q through:\n%s", path, bad, body)
			}
		}
		if w.Header().Get("Content-Type") != "text/html; charset=utf-8" && w.Code == http.StatusOK {
			t.Errorf("%s has content type %q", path, w.Header().Get("Content-Type"))
		}
	}
	if body := get(t, s, "/report/"+url.PathEscape(hostile.id), http.StatusOK).Body.String(); !strings.Contains(body, "&lt;script&gt;alert(3)&lt;/script&gt;") || !strings.Contains(body, "{{.}} &amp; after") {
		t.Errorf("the text of the report is not shown as it is:\n%s", body)
	}
}

func TestErrorsAreSaidInPlainWords(t *testing.T) {
	s := server(t, visit)
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"/nothing", http.StatusNotFound, "There is no such page."},
		{"/engagement/v-none", http.StatusNotFound, "The record has no engagement with this name."},
		{"/report/none", http.StatusNotFound, "The record has no report with this id."},
		{"/report/..%2f..%2fetc%2fpasswd", http.StatusNotFound, "The record has no report with this id."},
		{"/who/12345", http.StatusNotFound, "does not know whom you mean"},
		{"/brief?who=%00", http.StatusBadRequest, "does not know whom you mean"},
		{"/pair/NOR/Norway", http.StatusNotFound, "are the same"},
	} {
		if body := get(t, s, c.path, c.status).Body.String(); !strings.Contains(body, c.want) {
			t.Errorf("%s does not say %q:\n%s", c.path, c.want, body)
		}
	}
}

func TestSearchLeadsToTheBrief(t *testing.T) {
	s := server(t, visit)
	for query, want := range map[string]string{
		"who=Norway":                       "/who/NOR",
		"who=Norwegian&with=Chile":         "/pair/NOR/CHL",
		"who=Gabriel+Boric&with=Norway":    "/pair/Gabriel%20Boric/NOR",
		"who=&with=":                       "/",
		"who=" + url.QueryEscape(" oslo "): "/who/NOR",
	} {
		if got := get(t, s, "/brief?"+query, http.StatusSeeOther).Header().Get("Location"); got != want {
			t.Errorf("/brief?%s leads to %s, want %s", query, got, want)
		}
	}
}

func TestEveryAnswerHasItsSecurityHeaders(t *testing.T) {
	s := server(t, visit)
	for _, path := range []string{"/", "/nothing", "/style.css", "/brief?who=Norway"} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", path, nil))
		policy := w.Header().Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy %q lacks %s", path, policy, want)
			}
		}
		if strings.Contains(policy, "unsafe") || w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", path, w.Header())
		}
	}
}

func TestPagesCanOnlyBeRead(t *testing.T) {
	s := server(t, visit)
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH"} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), method, "/timeline", strings.NewReader("x")))
		if w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s /timeline: got status %d, want %d", method, w.Code, http.StatusMethodNotAllowed)
		}
	}
}

// TestPagesNeedNothingFromElsewhere holds that no page names another host
// except in links for people.
func TestPagesNeedNothingFromElsewhere(t *testing.T) {
	s := server(t, plan, visit)
	loads := regexp.MustCompile(`(?:src|action)="[^"]*//|<link[^>]+href="[^"]*//|url\(|@import`)
	for _, path := range []string{"/", "/pair/CHL/NOR", "/report/plan", "/style.css"} {
		if m := loads.FindString(get(t, s, path, http.StatusOK).Body.String()); m != "" {
			t.Errorf("%s loads %q from elsewhere", path, m)
		}
	}
}

func TestSourcesSayHowTheyAnswered(t *testing.T) {
	s := server(t, plan)
	if body := get(t, s, "/sources", http.StatusOK).Body.String(); !strings.Contains(body, "No source is followed") {
		t.Errorf("without sources the page says:\n%s", body)
	}
	noon := time.Date(2024, 7, 8, 12, 0, 0, 0, time.UTC)
	s.followed = func() (*follow.State, error) {
		return &follow.State{Sources: map[string]*follow.Source{
			"https://example.org/feed": {Title: "The Fjord Post", Asked: noon, Answered: noon, Next: noon.Add(15 * time.Minute), Reports: 12},
			"https://example.org/gone": {Asked: noon, Answered: noon.AddDate(0, 0, -3), Next: noon.Add(time.Hour), Failures: 9, Error: "the server answers 410 Gone <script>"},
			"javascript:alert(1)":      {Asked: noon, Failures: 1, Error: "not a web address"},
			"inbox":                    {Asked: noon, Answered: noon},
		}}, nil
	}
	body := get(t, s, "/sources", http.StatusOK).Body.String()
	for _, want := range []string{
		`The Fjord Post <a href="https://example.org/feed" rel="noreferrer noopener">`, "<td>12</td><td>2024-07-08 12:00 UTC</td><td>2024-07-08 12:15 UTC</td>",
		`<span class="status contradicted">dead</span> the server answers 410 Gone &lt;script&gt;`, "9 times in a row", "2024-07-05 12:00 UTC", "<th scope=\"row\">javascript:alert(1)</th>", "<td>never</td>",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not show %q:\n%s", want, body)
		}
	}
	s.followed = func() (*follow.State, error) { return nil, errors.New("broken") }
	get(t, s, "/sources", http.StatusInternalServerError)
}

// TestTheHeaderAsksNothing: where a page is about nobody, the fields for a brief
// are empty.
func TestTheHeaderAsksNothing(t *testing.T) {
	s := server(t, plan, visit)
	for _, path := range []string{"/", "/search", "/timeline", "/map", "/outlook", "/claims", "/conflicts", "/review", "/add", "/sources", "/report/plan", "/conflicts?who=CHL", "/claims?who=CHL"} {
		body := get(t, s, path, http.StatusOK).Body.String()
		if !strings.Contains(body, `placeholder="Country or person" value="" required`) || !strings.Contains(body, `placeholder="with …" value=""`) {
			t.Errorf("%s: the header of the page is not empty:\n%s", path, body[:min(len(body), 2500)])
		}
	}
}
