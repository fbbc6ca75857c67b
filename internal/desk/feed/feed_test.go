package feed

import (
	"bytes"
	"encoding/xml"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/emersion/go-ical"
	"github.com/mmcdole/gofeed"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

func served(t *testing.T, s store.Store) http.Handler {
	t.Helper()
	hosts, err := guard.NewHosts(&net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}, "https://desk.example.org")
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(Options{Store: s, Register: register.New(s), Names: who.Name, Log: slog.New(slog.DiscardHandler), Hosts: hosts, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func get(t *testing.T, h http.Handler, path string, status int, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), "GET", path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != status {
		t.Fatalf("GET %s: status %d, want %d: %s", path, w.Code, status, w.Body)
	}
	return w
}

// events reads a calendar with another library.
func events(t *testing.T, body []byte) []ics.Event {
	t.Helper()
	cal, err := ics.NewDecoder(bytes.NewReader(body)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	var out []ics.Event
	for _, e := range cal.Events() {
		if _, err := e.DateTimeStart(time.UTC); err != nil {
			t.Errorf("an event starts badly: %v", err)
		}
		out = append(out, e)
	}
	return out
}

func text(t *testing.T, e ics.Event, name string) string {
	t.Helper()
	v, err := e.Props.Text(name)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestCalendars(t *testing.T) {
	h := served(t, desktest.Examples(t))
	n := map[string]int{}
	for _, path := range []string{"/calendar.ics", "/calendar/FRA.ics", "/calendar/France.ics", "/calendar/Emmanuel%20Macron.ics", "/calendar/FRA/Germany.ics", "/calendar/Macron/DEU.ics"} {
		w := get(t, h, path, 200)
		if got := w.Header().Get("Content-Type"); got != "text/calendar; charset=utf-8" {
			t.Errorf("%s is %s", path, got)
		}
		uids := map[string]bool{}
		for _, e := range events(t, w.Body.Bytes()) {
			uid := text(t, e, "UID")
			if uids[uid] || !strings.HasSuffix(uid, "@chancery") {
				t.Errorf("%s: UID %q", path, uid)
			}
			uids[uid] = true
			if url := e.Props.Get("URL").Value; url != "https://desk.example.org/engagement/"+strings.TrimSuffix(uid, "@chancery") {
				t.Errorf("%s: URL %q", path, url)
			}
			if status := text(t, e, "STATUS"); !slices.Contains([]string{"CONFIRMED", "TENTATIVE", "CANCELLED"}, status) {
				t.Errorf("%s: STATUS %q", path, status)
			}
		}
		n[path] = len(uids)
		get(t, h, path, 304, "If-None-Match", w.Header().Get("ETag"))
	}
	if n["/calendar.ics"] <= n["/calendar/FRA.ics"] || n["/calendar/FRA.ics"] != n["/calendar/France.ics"] || n["/calendar/FRA.ics"] <= n["/calendar/FRA/Germany.ics"] || n["/calendar/Macron/DEU.ics"] == 0 {
		t.Errorf("events: %v", n)
	}
}

// TestACalendarMovesItsEvent holds that a plan that moved keeps its UID and
// grows in SEQUENCE.
func TestACalendarMovesItsEvent(t *testing.T) {
	s := desktest.Empty(t)
	h := served(t, s)
	desktest.Add(t, s, "r1", "Courier", "2025-03-01", "", "President Gabriel Boric will visit Norway on 5 June 2025, his office said.")
	before := events(t, get(t, h, "/calendar.ics", 200).Body.Bytes())
	desktest.Add(t, s, "r2", "Courier", "2025-05-20", "", "President Gabriel Boric has postponed his visit to Norway to 9 June 2025, his office said.")
	after := events(t, get(t, h, "/calendar.ics", 200).Body.Bytes())
	if len(before) != 1 || len(after) != 1 {
		t.Fatalf("%d events, then %d", len(before), len(after))
	}
	if text(t, before[0], "UID") != text(t, after[0], "UID") || before[0].Props.Get("SEQUENCE").Value != "0" || after[0].Props.Get("SEQUENCE").Value != "1" {
		t.Errorf("before %v, after %v", before[0].Props, after[0].Props)
	}
	if from, to := before[0].Props.Get("DTSTART").Value, after[0].Props.Get("DTSTART").Value; from != "20250605" || to != "20250609" {
		t.Errorf("moved from %s to %s", from, to)
	}
}

func TestFeeds(t *testing.T) {
	s := desktest.Examples(t)
	h := served(t, s)
	for path, page := range map[string]string{
		"/feed.atom": "/", "/feed/FRA.atom": "/who/FRA", "/feed/Macron.atom": "/who/Macron", "/feed/FRA/DEU.atom": "/pair/FRA/DEU",
	} {
		w := get(t, h, path, 200)
		if got := w.Header().Get("Content-Type"); got != "application/atom+xml; charset=utf-8" {
			t.Errorf("%s is %s", path, got)
		}
		f, err := gofeed.NewParser().Parse(bytes.NewReader(w.Body.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if f.FeedType != "atom" || f.FeedVersion != "1.0" || f.FeedLink != "https://desk.example.org"+path || f.Link != "https://desk.example.org"+page || len(f.Items) == 0 || len(f.Items) > latest {
			t.Errorf("%s: %s %s, self %s, link %s, %d items", path, f.FeedType, f.FeedVersion, f.FeedLink, f.Link, len(f.Items))
		}
		if !f.UpdatedParsed.Equal(*f.Items[0].UpdatedParsed) {
			t.Errorf("%s: updated %s, its latest change %s", path, f.Updated, f.Items[0].Updated)
		}
		ids := map[string]bool{}
		for i, e := range f.Items {
			if ids[e.GUID] || !strings.HasPrefix(e.GUID, "urn:chancery:change:") || e.Title == "" || !strings.HasPrefix(e.Link, "https://desk.example.org/engagement/") || !strings.Contains(e.Description, "“") {
				t.Errorf("%s: entry %+v", path, e)
			}
			ids[e.GUID] = true
			if i > 0 && e.UpdatedParsed.After(*f.Items[i-1].UpdatedParsed) {
				t.Errorf("%s: %s comes behind an older change", path, e.GUID)
			}
		}
		if again := get(t, h, path, 200); !bytes.Equal(again.Body.Bytes(), w.Body.Bytes()) {
			t.Errorf("%s: the same record gave other bytes", path)
		}
		get(t, h, path, 304, "If-None-Match", w.Header().Get("ETag"))
	}

	last := get(t, h, "/feed.atom", 200).Body.String()
	desktest.Add(t, s, "late", "Courier", "2031-03-01", "", "President Gabriel Boric will visit Norway on 5 June 2031, his office said.")
	f, err := gofeed.NewParser().ParseString(get(t, h, "/feed.atom", 200).Body.String())
	if err != nil {
		t.Fatal(err)
	}
	if f.Updated != "2031-03-01T00:00:00Z" || !strings.Contains(f.Items[0].Title, "(new, planned)") || !strings.Contains(last, ">"+f.Items[1].GUID+"<") {
		t.Errorf("after a new report: updated %s, first %+v", f.Updated, f.Items[0])
	}
}

func TestAnEmptyRecordHasEmptyFeeds(t *testing.T) {
	h := served(t, desktest.Empty(t))
	if f, err := gofeed.NewParser().ParseString(get(t, h, "/feed.atom", 200).Body.String()); err != nil || len(f.Items) != 0 || f.Updated == "" {
		t.Errorf("%+v, %v", f, err)
	}
	if body := get(t, h, "/calendar.ics", 200).Body.String(); !strings.HasPrefix(body, "BEGIN:VCALENDAR\r\n") || strings.Contains(body, "VEVENT") {
		t.Errorf("%s", body)
	}
}

func TestWhatIsNotThere(t *testing.T) {
	h := served(t, desktest.Examples(t))
	for _, path := range []string{"/calendar/FRA", "/calendar/FRA.atom", "/feed/FRA.ics", "/calendar/12345.ics", "/feed/FRA/FRA.atom", "/feed/FRA/France.atom", "/calendar/", "/calendar/a/b/c.ics", "/calendar/..%2f..%2fetc%2fpasswd.ics", "/feed/%00.atom"} {
		if w := get(t, h, path, 404); w.Header().Get("Content-Type") != "application/problem+json" || w.Header().Get("ETag") != "" {
			t.Errorf("%s: headers %v", path, w.Header())
		}
	}
	w := httptest.NewRecorder()
	if h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "POST", "/feed.atom", nil)); w.Code != 405 {
		t.Errorf("POST: status %d", w.Code)
	}
}

func TestHostileTextStaysText(t *testing.T) {
	s := desktest.Empty(t)
	desktest.Add(t, s, "x/\"><script>alert(1)</script>\r\nBEGIN:VEVENT", "</summary><script>alert(2)</script>]]>\x07\r\nATTENDEE:x", "2025-03-01", "",
		"President Gabriel Boric will visit Oslo on 5 June 2025, said <script>alert(3)</script> \u202egnihton\u202c \x1b[31m his office & others.")
	h := served(t, s)

	body := get(t, h, "/feed.atom", 200).Body.Bytes()
	if bytes.Contains(body, []byte("<script")) {
		t.Errorf("the feed lets mark-up through:\n%s", body)
	}
	for dec := xml.NewDecoder(bytes.NewReader(body)); ; {
		if _, err := dec.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, body)
		}
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil || len(f.Items) != 1 || !strings.Contains(f.Items[0].Description, "</summary><script>alert(2)</script>]]>") {
		t.Errorf("feed %+v, %v", f, err)
	}

	body = get(t, h, "/calendar.ics", 200).Body.Bytes()
	es := events(t, body)
	if len(es) != 1 || bytes.Contains(body, []byte("\nATTENDEE")) || bytes.Count(body, []byte("\nBEGIN:VEVENT")) != 1 || bytes.ContainsAny(body, "\x07\x1b") {
		t.Errorf("%d events in\n%s", len(es), body)
	}
}

// TestCorrectionsAreInTheFeed: with who signed them and why, where the one that
// they are of is asked for.
func TestCorrectionsAreInTheFeed(t *testing.T) {
	s := desktest.Empty(t)
	desktest.Add(t, s, "r1", "Courier", "2025-03-01", "", "President Gabriel Boric will visit Norway on 5 June 2025, his office said.")
	es := desktest.Must[[]record.Engagement](t)(s.Engagements(t.Context(), store.Filter{}))
	for _, c := range []record.Correction{
		{Action: record.Set, EID: es[0].EID, Field: "place", Value: "Bergen", Reason: "embassy <b>calendar</b>", By: "Ana Rojas", Date: "2025-03-02"},
		{Action: record.Undo, Undoes: 1, By: "Per Lie", Date: "2025-03-03"},
		{Action: record.Reject, EID: es[0].EID, By: "Per Lie", Date: "2025-03-04"},
	} {
		desktest.Must[record.Correction](t)(s.Correct(t.Context(), c))
	}
	h := served(t, s)
	for path, want := range map[string][]string{
		"/feed.atom":            {"rejected: there is no such engagement", "undone: place set to Bergen", "corrected: place set to Bergen"},
		"/feed/CHL/NOR.atom":    {"rejected: there is no such engagement", "undone: place set to Bergen", "corrected: place set to Bergen"},
		"/feed/Boric.atom":      {"rejected: there is no such engagement", "undone: place set to Bergen", "corrected: place set to Bergen"},
		"/feed/SWE.atom":        nil,
		"/feed/Boric/SWE.atom":  nil,
		"/feed/Nobody%20X.atom": nil,
	} {
		f, err := gofeed.NewParser().ParseString(get(t, h, path, 200).Body.String())
		if err != nil || len(f.Items) != len(want) {
			t.Fatalf("%s: %d entries, want %d; %v", path, len(f.Items), len(want), err)
		}
		for i, e := range f.Items {
			if !strings.Contains(e.Title, want[i]) || e.Categories[0] != "correction" || e.Link != "https://desk.example.org/engagement/"+es[0].EID {
				t.Errorf("%s: entry %+v, want %q", path, e, want[i])
			}
		}
		if len(want) > 0 && (f.Updated != "2025-03-04T00:00:00Z" || !strings.Contains(f.Items[2].Description, "Corrected by Ana Rojas: place set to Bergen, for “embassy <b>calendar</b>”.")) {
			t.Errorf("%s: updated %s, %q", path, f.Updated, f.Items[2].Description)
		}
	}
}
