package page

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// news is a report as a person pastes it, with one visit in it.
const news = "OSLO, June 6 - Chilean President Gabriel Boric arrived in Oslo on Monday for talks with Norwegian Prime Minister Jonas Gahr Støre.\n"

// post sends a form as a browser does from our own page, with what it had to
// remember.
func post(t *testing.T, s *Server, path string, form url.Values, change ...func(*http.Request)) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), "POST", path, strings.NewReader(form.Encode()))
	r.Host = "127.0.0.1:8470"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestAddShowsWhatIsReadAndThenAddsIt(t *testing.T) {
	s := server(t)
	form := url.Values{"text": {strings.ReplaceAll(news, "\n", "\r\n")}, "published": {"2023-06-06"}, "title": {"Boric in <Oslo>"}, "outlet": {"The Fjord Post"}, "do": {"read"}}
	seen := post(t, s, "/add", form)
	for _, want := range []string{"Add to the record", "Gabriel Boric (Chile) to Oslo, Norway", `class="mark`, "Boric in &lt;Oslo&gt;", "The Fjord Post"} {
		if seen.Code != http.StatusOK || !strings.Contains(strings.ReplaceAll(seen.Body.String(), `<mark class="`, `class="mark `), want) {
			t.Fatalf("the preview (%d) does not show %q:\n%s", seen.Code, want, seen.Body)
		}
	}
	if body := get(t, s, "/timeline", http.StatusOK).Body.String(); !strings.Contains(body, "The record is empty") {
		t.Fatal("the preview added something to the record")
	}
	form.Set("do", "add")
	added := post(t, s, "/add", form)
	if added.Code != http.StatusSeeOther || !strings.HasPrefix(added.Header().Get("Location"), "/report/") {
		t.Fatalf("adding answers %d, leads to %q", added.Code, added.Header().Get("Location"))
	}
	if body := get(t, s, added.Header().Get("Location"), http.StatusOK).Body.String(); !strings.Contains(body, "The Fjord Post") {
		t.Errorf("the report's page does not show it:\n%s", body)
	}
	if body := get(t, s, "/pair/CHL/NOR", http.StatusOK).Body.String(); !strings.Contains(body, "5 June 2023") {
		t.Errorf("the pair's page does not show the visit:\n%s", body)
	}
}

func TestAddTakesAFile(t *testing.T) {
	s := server(t)
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	file, err := form.CreateFormFile("file", "news.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	file.Write([]byte(`{"id":"n1","published":"2023-06-06","title":"","text":"Gabriel Boric, the Chilean president, visited Norway on Monday."}` + "\n"))
	form.WriteField("do", "add")
	form.Close()
	r := httptest.NewRequestWithContext(t.Context(), "POST", "/add", &body)
	r.Host = "localhost:8470"
	r.Header.Set("Content-Type", form.FormDataContentType())
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/report/n1" {
		t.Fatalf("adding a file answers %d, leads to %q:\n%s", w.Code, w.Header().Get("Location"), w.Body)
	}
}

func TestAddSaysWhatIsWrong(t *testing.T) {
	s := server(t)
	for want, form := range map[string]url.Values{
		"Paste a text":                   {},
		"no publication date of its own": {"text": {"Boric went to Oslo."}},
		"The publication date":           {"text": {"Boric went to Oslo."}, "published": {"2024-13-45"}},
		"must begin with http":           {"address": {"file:///etc/passwd"}},
		"127.0.0.1":                      {"address": {"http://127.0.0.1:1/x"}},
		"169.254.169.254":                {"address": {"http://169.254.169.254/latest"}},
		"&lt;b&gt;x&lt;/b&gt;":           {"text": {"<b>x</b>"}, "published": {"<b>x</b>"}},
	} {
		w := post(t, s, "/add", form)
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%v: %d, does not say %q:\n%s", form, w.Code, want, w.Body)
		}
	}
	if w := post(t, s, "/add", url.Values{"text": {strings.Repeat("x", maxForm)}}); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a form of more than 4 MB answers %d", w.Code)
	}
}

func TestCorrectAndUndo(t *testing.T) {
	s := server(t, plan, visit)
	at := theVisit(t, s)
	set := post(t, s, at, url.Values{"action": {"set"}, "field": {"place"}, "value": {"Bergen"}, "by": {"Ana <Rojas>"}, "reason": {"embassy calendar"}})
	if set.Code != http.StatusSeeOther {
		t.Fatalf("setting a field answers %d:\n%s", set.Code, set.Body)
	}
	at = set.Header().Get("Location")
	body := get(t, s, at, http.StatusOK).Body.String()
	for _, want := range []string{"Bergen, Norway", "read as Oslo", "Ana &lt;Rojas&gt;", "embassy calendar", `name="undoes" value="1"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the corrected engagement does not show %q:\n%s", want, body)
		}
	}
	cookie := set.Result().Cookies()[0]
	if cookie.SameSite != http.SameSiteStrictMode || !cookie.HttpOnly {
		t.Errorf("the cookie is %v", cookie)
	}
	undone := post(t, s, at, url.Values{"action": {"undo"}, "undoes": {"1"}}, func(r *http.Request) { r.AddCookie(cookie) })
	if undone.Code != http.StatusSeeOther {
		t.Fatalf("undoing answers %d:\n%s", undone.Code, undone.Body)
	}
	if body := get(t, s, undone.Header().Get("Location"), http.StatusOK).Body.String(); !strings.Contains(body, "Oslo, Norway") || strings.Contains(body, "Bergen, Norway") {
		t.Errorf("the undone correction still holds:\n%s", body)
	}
	back := post(t, s, at, url.Values{"action": {"confirm"}, "by": {"Ana"}, "reason": {"was there"}, "back": {"review"}})
	if back.Header().Get("Location") != "/review" {
		t.Errorf("from the review, a correction leads to %q", back.Header().Get("Location"))
	}
}

func TestCorrectSaysWhatIsWrong(t *testing.T) {
	s := server(t, plan, visit)
	at := theVisit(t, s)
	for want, form := range map[string]url.Values{
		"is signed":          {"action": {"confirm"}},
		"says why":           {"action": {"confirm"}, "by": {"Ana"}, "reason": {" "}},
		"is no EDTF date":    {"action": {"set"}, "field": {"when"}, "value": {"soon"}, "by": {"Ana"}, "reason": {"so"}},
		"no action":          {"action": {"burn"}, "by": {"Ana"}, "reason": {"so"}},
		"no such engagement": {"action": {"merge"}, "other": {"v-none"}, "by": {"Ana"}, "reason": {"so"}},
		"no correction with": {"action": {"undo"}, "undoes": {"x"}, "by": {"Ana"}},
	} {
		if w := post(t, s, at, form); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%v: %d, does not say %q:\n%s", form, w.Code, want, w.Body)
		}
	}
}

func TestFormsComeFromOurPagesAlone(t *testing.T) {
	s := server(t, plan, visit)
	at := theVisit(t, s)
	form := url.Values{"action": {"reject"}, "by": {"Eve"}}
	for name, change := range map[string]func(*http.Request){
		"another site":         func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"another origin":       func(r *http.Request) { r.Header.Del("Sec-Fetch-Site"); r.Header.Set("Origin", "https://evil.example") },
		"a name bound anew":    func(r *http.Request) { r.Host = "evil.example:8470" },
		"pages that only read": func(*http.Request) { s.write = false },
	} {
		w := post(t, s, at, form, change)
		s.write = true
		if w.Code != http.StatusForbidden {
			t.Errorf("%s: the form answers %d", name, w.Code)
		}
	}
	if body := get(t, s, at, http.StatusOK).Body.String(); strings.Contains(body, "Rejected:") {
		t.Error("a form from elsewhere changed the record")
	}
}
