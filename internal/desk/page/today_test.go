package page

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/outlook"
)

// TestTheFirstPageSaysWhatNeedsAPerson: where reports disagree, and how much
// waits for review.
func TestTheFirstPageSaysWhatNeedsAPerson(t *testing.T) {
	s := server(t)
	desktest.Add(t, s.store, "one", "Fjord Post", "2023-06-06", "", "President Gabriel Boric visited Oslo on Monday and met Prime Minister Jonas Gahr Store.")
	if body := get(t, s, "/", http.StatusOK).Body.String(); strings.Contains(body, "Where reports disagree") || !strings.Contains(body, "Nothing waits for a person") {
		t.Errorf("one report disagrees with itself:\n%s", body)
	}
	desktest.Add(t, s.store, "two", "El Faro", "2023-06-06", "", "President Gabriel Boric visited Oslo on Sunday and met Prime Minister Jonas Gahr Store.")
	body := get(t, s, "/", http.StatusOK).Body.String()
	for _, want := range []string{"Where reports disagree", "reports disagree on when", `<a href="/review">Look at them</a>`} {
		if !strings.Contains(body, want) {
			t.Errorf("the first page does not show %q:\n%s", want, body)
		}
	}
}

func TestOverdueTurnsComeFirst(t *testing.T) {
	turns := []outlook.Turn{{Practice: "a"}, {Practice: "b", Overdue: true}, {Practice: "c"}, {Practice: "d", Overdue: true}}
	got := ""
	for _, x := range overdue(turns) {
		got += x.Practice
	}
	if got != "bdac" || turns[0].Practice != "a" {
		t.Errorf("got %s", got)
	}
}
