package api

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/reading"
)

// TestShapesAreWhatIsWritten holds that the shapes which the description of
// the API gives for JSON of other rooms have all fields of it, and no others.
func TestShapesAreWhatIsWritten(t *testing.T) {
	h := served(t, desktest.Examples(t))
	get := func(path string) []byte { return ask(t, h, "GET", path, "").Body.Bytes() }
	items := func(path string) []json.RawMessage {
		var l struct{ Items []json.RawMessage }
		if err := json.Unmarshal(get(path), &l); err != nil || len(l.Items) == 0 {
			t.Fatalf("%s: %d items, %v", path, len(l.Items), err)
		}
		return l.Items
	}
	for _, x := range items("/api/v1/engagements?limit=1000") {
		same[Engagement](t, x)
	}
	for _, x := range items("/api/v1/audit?limit=1000") {
		same[Judgement](t, x)
	}
	for _, x := range items("/api/v1/outlook") {
		if bytes.Contains(x, []byte(`"type":"arrangement"`)) {
			same[Arrangement](t, x)
		} else {
			same[OpenInvitation](t, x)
		}
	}
	var b struct {
		Next, Unconfirmed, Conflicts, Held []json.RawMessage
		Claims                             []json.RawMessage
	}
	text := get("/api/v1/brief?who=Germany")
	if err := json.Unmarshal(text, &b); err != nil || len(b.Held) == 0 {
		t.Fatalf("brief: %v in %s", err, text)
	}
	fields := func(v any) []string {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return names(t, text)
	}
	if diff := cmp.Diff(names(t, text), fields(Brief{})); diff != "" {
		t.Errorf("brief (-written +shape):\n%s", diff)
	}
	var r struct{ Reading json.RawMessage }
	if err := json.Unmarshal(get("/api/v1/reports/x001"), &r); err != nil {
		t.Fatal(err)
	}
	same[reading.Reading](t, r.Reading)
}

// same holds that JSON goes into a shape and comes out of it again.
func same[T any](t *testing.T, text json.RawMessage) {
	t.Helper()
	var v T
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&v); err != nil {
		t.Fatalf("%T: %v in %s", v, err, text)
	}
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSpace(string(text)), strings.TrimSpace(out.String())); diff != "" {
		t.Errorf("%T (-written +shape):\n%s", v, diff)
	}
}

// names gives the names of an object's fields, in their order.
func names(t *testing.T, object []byte) (out []string) {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			t.Fatal(err)
		}
		out = append(out, name.(string))
	}
	return out
}
