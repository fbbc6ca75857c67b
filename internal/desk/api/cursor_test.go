package api

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
)

// TestPartsMakeTheWhole goes through each list in parts of three, and wants
// everything once, in the order of the whole.
func TestPartsMakeTheWhole(t *testing.T) {
	h := served(t, disputed(t))
	for i := range 5 {
		eid := want[answer](t, ask(t, h, "GET", "/api/v1/engagements?limit=5", ""), 200).Items[i]["eid"]
		w := ask(t, h, "POST", "/api/v1/corrections", `{"action":"confirm","by":"A. Clerk","eid":"`+eid.(string)+`"}`, "Authorization", "Bearer "+corrector)
		want[map[string]any](t, w, 201)
	}
	for _, path := range []string{
		"/api/v1/engagements?", "/api/v1/engagements?confidence=0.7&", "/api/v1/engagements?person=Macron&", "/api/v1/engagements?as_of=2024-12-01&", "/api/v1/timeline?who=France&",
		"/api/v1/upcoming?", "/api/v1/conflicts?", "/api/v1/audit?", "/api/v1/review?", "/api/v1/reports?", "/api/v1/corrections?",
	} {
		var whole, parts []string
		for _, x := range want[answer](t, ask(t, h, "GET", path+"limit=1000", ""), 200).Items {
			whole = append(whole, dump(x))
		}
		cursor := ""
		for range len(whole) + 1 {
			a := want[answer](t, ask(t, h, "GET", path+"limit=3&cursor="+cursor, ""), 200)
			for _, x := range a.Items {
				parts = append(parts, dump(x))
			}
			if cursor = a.Next; cursor == "" {
				break
			}
		}
		if len(whole) == 0 || strings.Join(whole, "\n") != strings.Join(parts, "\n") {
			t.Errorf("%s: %d in parts, %d as a whole", path, len(parts), len(whole))
		}
	}
}

// TestACursorKeepsItsPlace holds that what comes in between two parts, before
// the place of the cursor, repeats and hides nothing.
func TestACursorKeepsItsPlace(t *testing.T) {
	s := desktest.Examples(t)
	h := served(t, s)
	for _, path := range []string{"/api/v1/engagements?", "/api/v1/reports?", "/api/v1/timeline?"} {
		before := want[answer](t, ask(t, h, "GET", path+"limit=1000", ""), 200).Items
		first := want[answer](t, ask(t, h, "GET", path+"limit=10", ""), 200)
		desktest.Add(t, s, "early"+path[8:12], "Courier", "2031-05-06", "", "President Gabriel Boric visited Oslo in May 1931.")
		rest := want[answer](t, ask(t, h, "GET", path+"limit=1000&cursor="+first.Next, ""), 200).Items
		want, got := dump(before[10:]), dump(rest)
		if path != "/api/v1/reports?" { // what was undated or later stays; the new one may come behind, too
			got = got[:min(len(got), len(want)-1)]
			want = want[:len(got)]
		}
		if got != want {
			t.Errorf("%s: after the first part\n%.400s\nwant\n%.400s", path, got, want)
		}
	}
}
