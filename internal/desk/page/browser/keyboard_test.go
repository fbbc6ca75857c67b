//go:build browser

package browser

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tab goes on with the keyboard until it stands on what a selector means, with
// the focus to be seen at every stop.
func (w *window) tab(selector string) {
	w.t.Helper()
	for range 150 {
		w.do(chromedp.KeyEvent(kb.Tab))
		stop := value[[]string](w, `(a => [a.matches(`+strconv.Quote(selector)+`) ? "there" : "", getComputedStyle(a).outlineStyle, a.outerHTML.slice(0, 100)])(document.activeElement)`)
		if stop[1] == "none" {
			w.t.Errorf("%s: the focus does not show on %s", w.at(), stop[2])
		}
		if stop[0] != "" {
			return
		}
	}
	w.t.Fatalf("%s: the keyboard does not reach %s", w.at(), selector)
}

// types writes into the field on which the keyboard stands.
func (w *window) types(text string) {
	w.t.Helper()
	w.do(chromedp.KeyEvent(text))
}

// enter presses the return key on what leads to another page, and waits for it.
func (w *window) enter() {
	w.t.Helper()
	value[bool](w, `window.stays = true`)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.arrive()
}

// links gives the last parts of the addresses of a page's links to some kind of
// page, each once.
func (w *window) links(to string) []string {
	w.t.Helper()
	all := value[[]string](w, `[...document.querySelectorAll("main a[href^='`+to+`']")].map(a => decodeURIComponent(a.pathname.slice(`+fmt.Sprint(len(to))+`)))`)
	slices.Sort(all)
	return slices.Compact(all)
}

// TestKeyboard goes to a search with the keyboard alone, past the link that
// skips the navigation.
func TestKeyboard(t *testing.T) {
	w := open(t, 1280, 900)
	w.visit("/search")
	w.do(chromedp.KeyEvent(kb.Tab))
	if first := value[string](w, `document.activeElement.textContent`); first != "Skip to the content" {
		t.Errorf("the first stop of the keyboard is %q", first)
	}
	w.tab("#q")
	w.types("visitor:USA")
	w.enter()
	w.shows("engagements", "United States")
	w.tab("summary") // the filters open by the keyboard, and narrow the search
	w.types(kb.Enter)
	w.tab(`select[name="status"]`)
	w.types("held")
	w.tab(`input[name="since"]`)
	w.types("2023")
	w.enter()
	if got := value[string](w, `document.querySelector("#q").value`); got != "visitor:USA status:held since:2023" {
		t.Errorf("the filters give the query %q", got)
	}
}

// adds adds a report with the keyboard alone, from any page: what is read is
// seen before it is added. It gives the engagements that the report tells of.
func (w *window) adds(outlet, text string) []string {
	w.t.Helper()
	w.visit("/")
	w.tab(`nav a[href="/add"]`)
	w.enter()
	w.tab("#text")
	w.types(text)
	w.tab("#published")
	w.types("06062023") // month, day, year
	w.tab("#outlet")
	w.types(outlet)
	w.tab(`button[value="read"]`)
	w.enter()
	w.shows("Add to the record", "6 June 2023")
	w.tab(`button[value="add"]`)
	w.enter()
	w.shows("What it says", outlet)
	return w.links("/engagement/")
}

// TestKeyboardReview adds reports and reviews what was read in them, with the
// keyboard alone: confirms, corrects, merges, splits, rejects, each with a name
// and a reason, and takes one back.
func TestKeyboardReview(t *testing.T) {
	w := open(t, 1280, 900)
	first := w.adds("The Fjord Post", "OSLO, June 6 - Chilean President Gabriel Boric visited Oslo on Monday.")
	second := w.adds("Andes Daily", "SANTIAGO, June 6 - Chilean President Gabriel Boric visited Bergen, Norway, on May 2.")
	if len(first) != 1 || len(second) != 1 || first[0] == second[0] {
		t.Fatalf("the reports tell of %v and %v, want two visits", first, second)
	}

	// The queue: the first is right, the next is no engagement.
	w.visit("/")
	w.tab(`nav a[href="/review"]`)
	w.enter()
	queue := func() []string {
		return value[[]string](w, `[...document.querySelectorAll("main form.decide")].map(f => f.getAttribute("action"))`)
	}
	waiting := queue()
	w.tab(`form.decide input[name="by"]`)
	w.types("Ana Rojas")
	w.tab(`input[name="reason"]`)
	w.types("was there")
	w.tab(`button[value="confirm"]`)
	w.enter()
	if got := queue(); !slices.Equal(got, waiting[1:]) {
		t.Fatalf("after confirming the first, %d wait of %d, first %s", len(got), len(waiting), got[0])
	}
	w.tab(`form.decide input[name="reason"]`) // the name is remembered
	w.types("another visit")
	w.tab(`button[value="reject"]`)
	w.enter()
	if got := queue(); !slices.Equal(got, waiting[2:]) {
		t.Fatalf("after rejecting the second, %d wait of %d", len(got), len(waiting))
	}
	w.tab(`form.decide a`) // Correct…
	w.enter()
	w.tab("#field")
	w.types("place")
	w.tab("#value")
	w.types("Corfu")
	w.tab(`input[name="reason"]`)
	w.types("embassy calendar")
	w.tab(`button[value="set"]`)
	w.enter()
	w.shows("Corfu", "Ana Rojas", "embassy calendar", "read as")

	// What was read stays, and comes back.
	w.tab(`button[value="undo"]`)
	w.enter()
	if heading := value[string](w, `document.querySelector("h1").innerText`); strings.Contains(heading, "Corfu") {
		t.Errorf("after undoing, the page is %q", heading)
	}

	// Two visits become one, and two again.
	w.visit("/engagement/" + first[0])
	w.tab(`input[name="other"]`)
	w.types(second[0])
	w.tab(`input[name="reason"]`)
	w.types("one journey")
	w.tab(`button[value="merge"]`)
	w.enter()
	w.shows("merge", "one journey", "The Fjord Post", "Andes Daily")
	reports := w.links("/report/")
	if len(reports) != 2 {
		t.Fatalf("merged from the reports %v", reports)
	}
	w.tab(`input[name="report"]`)
	w.types(" ")
	w.tab(`input[name="reason"]`)
	w.types("two journeys")
	w.tab(`button[value="split"]`)
	w.enter()
	w.shows("split", "two journeys")
	if got := w.links("/report/"); len(got) != 1 {
		t.Errorf("split, it still rests on %v", got)
	}
}
