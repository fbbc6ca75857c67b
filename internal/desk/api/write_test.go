package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
)

const meeting = `{"id":"n1","outlet":"The Courier","published":"2025-03-04","title":"Talks","text":"President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday."}`

func TestWhoMayWrite(t *testing.T) {
	confirm := `{"action":"confirm","by":"A. Clerk","eid":"%s"}`
	for _, c := range []struct {
		name, header string
		readOnly     bool
		add, correct int
		says         string
	}{
		{"no token", "", false, 401, 401, "Authorization: Bearer"},
		{"another scheme", "Basic " + both, false, 401, 401, "Authorization: Bearer"},
		{"no such token", "Bearer " + both + "x", false, 401, 401, "not one of this server"},
		{"the beginning of one", "Bearer " + both[:20], false, 401, 401, "not one of this server"},
		{"scope add", "Bearer " + adder, false, 201, 403, "scope"},
		{"scope correct", "Bearer " + corrector, false, 403, 201, "scope"},
		{"both scopes", "bearer " + both, false, 201, 201, ""},
		{"a server that only reads", "Bearer " + both, true, 403, 403, "--token-file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := desktest.Examples(t)
			h := served(t, s, func(o *Options) {
				if c.readOnly {
					o.Tokens = nil
				}
			})
			eid := want[answer](t, ask(t, h, "GET", "/api/v1/engagements?limit=1", ""), 200).Items[0]["eid"]
			before := want[map[string]any](t, ask(t, h, "GET", "/api/v1/stats", ""), 200)
			for path, x := range map[string]struct {
				body   string
				status int
			}{
				"/api/v1/reports":            {meeting, c.add},
				"/api/v1/reports/bulk":       {meeting, min(c.add, 999)},
				"/api/v1/corrections":        {fmt.Sprintf(confirm, eid), c.correct},
				"/api/v1/corrections/1/undo": {`{"by":"A. Clerk"}`, c.correct},
			} {
				if strings.HasSuffix(path, "undo") && c.correct == 201 || strings.HasSuffix(path, "bulk") && c.add == 201 {
					continue // other tests have these
				}
				w := ask(t, h, "POST", path, x.body, "Authorization", c.header)
				if w.Code != x.status || w.Code >= 400 && !strings.Contains(w.Body.String(), c.says) {
					t.Errorf("POST %s: status %d, want %d and %q: %s", path, w.Code, x.status, c.says, w.Body)
				}
				if w.Code == 401 && !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Bearer ") {
					t.Errorf("POST %s: WWW-Authenticate is %q", path, w.Header().Get("WWW-Authenticate"))
				}
			}
			after := want[map[string]any](t, ask(t, h, "GET", "/api/v1/stats", ""), 200)
			if c.add != 201 && before["reports"] != after["reports"] || c.correct != 201 && before["corrections"] != after["corrections"] {
				t.Errorf("refused, and yet the record went from %v to %v", before, after)
			}
		})
	}
}

func TestAddReadAndCorrect(t *testing.T) {
	h := served(t, desktest.Empty(t))
	auth := []string{"Authorization", "Bearer " + both}

	says := want[map[string]any](t, ask(t, h, "POST", "/api/v1/read", meeting), 200)
	if !strings.Contains(dump(says["engagements"]), `"meeting"`) {
		t.Errorf("read says %s", dump(says))
	}
	if st := want[map[string]any](t, ask(t, h, "GET", "/api/v1/stats", ""), 200); st["reports"] != 0.0 || st["last"] != "" {
		t.Errorf("what was only read is kept: %v", st)
	}

	w := ask(t, h, "POST", "/api/v1/reports", meeting, auth...)
	if o := want[outcome](t, w, http.StatusCreated); o.Outcome != "new" || len(o.Engagements) == 0 || w.Header().Get("Location") != "/api/v1/reports/n1" {
		t.Errorf("added: %+v, Location %q", o, w.Header().Get("Location"))
	}
	if o := want[outcome](t, ask(t, h, "POST", "/api/v1/reports", meeting, auth...), 200); o.Outcome != "same" {
		t.Errorf("added again: %+v", o)
	}
	if o := want[outcome](t, ask(t, h, "POST", "/api/v1/reports", strings.ReplaceAll(meeting, "Berlin", "Bonn"), auth...), 200); o.Outcome != "changed" {
		t.Errorf("added changed: %+v", o)
	}
	if o := want[outcome](t, ask(t, h, "POST", "/api/v1/reports", `{"published":"2025-03-04","text":"Nothing."}`, auth...), 201); len(o.ID) != 16 {
		t.Errorf("a report without an id has %q", o.ID)
	}

	eid := want[answer](t, ask(t, h, "GET", "/api/v1/engagements?kind=meeting", ""), 200).Items[0]["eid"].(string)
	set := want[map[string]any](t, ask(t, h, "POST", "/api/v1/corrections", `{"action":"set","by":"A. Clerk","reason":"the embassy says so","eid":"`+eid+`","field":"place","value":"Potsdam"}`, auth...), 201)
	if set["id"] != 1.0 || set["date"] != "2025-01-02" {
		t.Errorf("correction saved as %v", set)
	}
	e := want[map[string]any](t, ask(t, h, "GET", "/api/v1/engagements/"+eid, ""), 200)
	if e["place"] != "Potsdam" || !strings.Contains(dump(e["marks"]), `"was":"Bonn"`) || !strings.Contains(dump(e["sources"]), `"quote":`) || !strings.Contains(dump(e["fields"]), `"values":`) || !strings.Contains(dump(e["steps"]), `"held"`) {
		t.Errorf("engagement: %s", dump(e))
	}
	want[map[string]any](t, ask(t, h, "POST", "/api/v1/corrections/1/undo", `{"by":"A. Clerk"}`, auth...), 201)
	if e := want[map[string]any](t, ask(t, h, "GET", "/api/v1/engagements/"+eid, ""), 200); e["place"] != "Bonn" {
		t.Errorf("after undo: place %v", e["place"])
	}
	if w := ask(t, h, "GET", "/api/v1/engagements/"+eid+"?as_of=2025-01-01", ""); w.Code != 404 {
		t.Errorf("before any report: status %d: %s", w.Code, w.Body)
	}
}

func TestAddManySaysWhatCameOfEach(t *testing.T) {
	s := desktest.Empty(t)
	h := served(t, s, func(o *Options) { o.Limits = Limits{Report: 4000, Bulk: 20_000} })
	auth := []string{"Authorization", "Bearer " + adder}
	body := meeting + "\n" +
		`{"id":"n2","text":"no date"}` + "\n\n" +
		"not json\r\n" +
		`{"id":"long","published":"2025-03-04","text":"` + strings.Repeat("long ", 1000) + `"}` + "\n" +
		meeting + "\n" +
		"\xff\xfe{}\n" +
		`{"id":"n3","published":"2025-03-05","text":"Nothing."}`
	w := ask(t, h, "POST", "/api/v1/reports/bulk", body, auth...)
	var got []string
	for line := range strings.Lines(w.Body.String()) {
		var l bulkLine
		var end bulkEnd
		if err := errors.Join(json.Unmarshal([]byte(line), &l), json.Unmarshal([]byte(line), &end)); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if l.Line == 0 {
			got = append(got, fmt.Sprintf("%+v", end))
			continue
		}
		got = append(got, fmt.Sprintf("%d %s %s", l.Line, l.ID, l.Outcome))
		if (l.Outcome == "failed") != (l.Error != "") {
			t.Errorf("line says %s", line)
		}
	}
	want := []string{"1 n1 new", "2  failed", "4  failed", "5  failed", "6 n1 same", "7  failed", "8 n3 new", "{New:2 Changed:0 Same:1 Failed:4 Complete:true Error:}"}
	if w.Code != 200 || w.Header().Get("Content-Type") != jsonLines || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("status %d, %s\n%s\nwant\n%s", w.Code, w.Header().Get("Content-Type"), strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if st, err := s.Stats(t.Context()); err != nil || st.Reports != 2 {
		t.Errorf("the record has %+v, %v", st, err)
	}

	large := strings.Repeat(meeting+"\n", 200)
	lines := strings.Split(strings.TrimSpace(ask(t, h, "POST", "/api/v1/reports/bulk", large, auth...).Body.String()), "\n")
	if last := lines[len(lines)-1]; !strings.Contains(last, `"complete":false,"error":"the request is larger`) || len(lines) < 50 {
		t.Errorf("a request over the limit: %d lines, the last %s", len(lines), last)
	}
}
