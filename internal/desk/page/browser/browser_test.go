//go:build browser

package browser

import (
	"context"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/page"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
)

// patience is how long one step may take on a busy machine.
const patience = 60 * time.Second

// desk is the pages of the sample reports, and where they are.
func desk(t *testing.T) string {
	t.Helper()
	s := desktest.Examples(t)
	if stats, err := s.Stats(t.Context()); err != nil || stats.Reports < 40 {
		t.Fatalf("only %d sample reports, error %v", stats.Reports, err)
	}
	today := func() edtf.Day { return 20500 }
	pages, err := page.New(s, who.Name, slog.New(slog.DiscardHandler), page.Options{Write: true, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(pages)
	t.Cleanup(server.Close)
	return server.URL
}

// window is a browser with one tab, and what the pages in it did.
type window struct {
	t   *testing.T
	ctx context.Context
	url string // of the first page

	mu     sync.Mutex
	asked  []string // addresses that pages asked for
	blamed []string // errors that the browser shows in its console
}

// open opens the browser with a width and a height.
func open(t *testing.T, width, height int) *window {
	t.Helper()
	w := &window{t: t, url: desk(t)}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WindowSize(width, height))
	alloc, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	w.ctx = ctx
	if err := chromedp.Listen(ctx, w.hear); err != nil {
		t.Fatalf("starting Chromium: %v (make test installs it)", err)
	}
	w.do(chromedp.EmulateViewport(int64(width), int64(height)))
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.quiet)
	return w
}

func (w *window) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.asked = append(w.asked, e.Request.URL)
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" {
			w.blamed = append(w.blamed, e.Entry.Text+" "+e.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		w.blamed = append(w.blamed, e.ExceptionDetails.Text)
	}
}

// quiet wants that the pages asked no other host and broke nothing.
func (w *window) quiet() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.asked) == 0 {
		w.t.Error("the browser asked for nothing: it was not watched")
	}
	for _, address := range w.asked {
		if !strings.HasPrefix(address, w.url) && !strings.HasPrefix(address, "about:") && !strings.HasPrefix(address, "data:") {
			w.t.Errorf("a page asked another host: %s", address)
		}
	}
	for _, what := range w.blamed {
		w.t.Errorf("the browser complains: %s", what)
	}
}

// do takes steps, each in patience.
func (w *window) do(steps ...chromedp.Action[chromedp.Void]) {
	w.t.Helper()
	for i, step := range steps {
		limited, cancel := context.WithTimeout(w.ctx, patience)
		err := chromedp.Do(limited, step)
		cancel()
		if err != nil {
			w.t.Fatalf("step %d: %v, at %s", i+1, err, w.at())
		}
	}
}

func (w *window) at() string {
	at, err := chromedp.Run(w.ctx, chromedp.Location())
	if err != nil {
		return err.Error()
	}
	return at
}

// visit opens a page by its path.
func (w *window) visit(path string) {
	w.t.Helper()
	w.do(chromedp.Navigate(w.url + path))
}

// value evaluates an expression in the page.
func value[T any](w *window, expression string, opts ...chromedp.EvaluateOption) T {
	w.t.Helper()
	v, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](expression, opts...))
	if err != nil {
		w.t.Fatalf("%s: %v", expression[:min(len(expression), 80)], err)
	}
	return v
}

// shows wants text on the page.
func (w *window) shows(texts ...string) {
	w.t.Helper()
	body := value[string](w, `document.querySelector("main").innerText`)
	for _, text := range texts {
		if !strings.Contains(body, text) {
			w.t.Fatalf("%s does not show %q:\n%s", w.at(), text, body)
		}
	}
}

// follow clicks the first link of the page with a text, and waits for the page
// that it leads to.
func (w *window) follow(text string) {
	w.t.Helper()
	found := value[bool](w, `(() => { const a = [...document.querySelectorAll("main a, nav a")].find(a => a.textContent.includes(`+strconv.Quote(text)+`)); if (a) a.id = "next-click"; return !!a })()`)
	if !found {
		w.t.Fatalf("%s has no link %q", w.at(), text)
	}
	w.press("#next-click")
}

// press clicks what leads to another page, and waits for it.
func (w *window) press(selector string) {
	w.t.Helper()
	value[bool](w, `window.stays = true`)
	w.do(chromedp.Click(chromedp.CSS(selector)))
	w.arrive()
}

// arrive waits until the page that was left is gone and the next is there.
func (w *window) arrive() {
	w.t.Helper()
	limited, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	for {
		here, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`!window.stays && document.readyState === "complete"`))
		if err == nil && here {
			return
		}
		if limited.Err() != nil {
			w.t.Fatalf("no other page came after %s: %v", w.at(), err)
		}
		w.do(chromedp.Sleep(20 * time.Millisecond))
	}
}

// aPair is two states with enough on record that each part of a page shows.
const aPair = "/pair/IND/JPN"

// paths are every kind of page.
func paths(w *window) []string {
	w.visit(aPair)
	engagement := value[string](w, `new URL(document.querySelector("a[href^='/engagement/']").href).pathname`)
	w.visit(engagement)
	report := value[string](w, `new URL(document.querySelector("a[href^='/report/']").href).pathname`)
	return []string{
		"/", "/search", "/search?q=kind:visit", "/search?q=colour:red", "/timeline", "/map?from=2020&to=2025", "/outlook", "/claims", "/conflicts", "/review", "/add",
		aPair, "/who/India", "/who/Narendra%20Modi", "/series?of=IND&of=JPN", engagement, report, "/nothing/here",
	}
}

// TestEveryPage opens every kind of page at desk and phone width: nothing
// overflows, nothing moves once it is there, and axe-core finds nothing serious.
func TestEveryPage(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("..", "..", "..", "..", ".cache", "axe.min.js"))
	if err != nil {
		t.Fatalf("axe-core is missing: %v (scripts/axe fetches it)", err)
	}
	w := open(t, 1280, 900)
	seen := 0
	for _, path := range paths(w) {
		for _, width := range []int64{1280, 360} {
			w.do(chromedp.EmulateViewport(width, 900))
			w.visit(path)
			seen++
			if over := value[int](w, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
				t.Errorf("%s at a width of %d is %d too wide", path, width, over)
			}
			if moved := w.moved(); moved > 0.01 {
				t.Errorf("%s at a width of %d: its layout shifts by %.3f", path, width, moved)
			}
			for _, scheme := range []string{"light", "dark"} {
				w.scheme(scheme)
				value[bool](w, string(axe)+`; true`)
				for _, v := range value[[]string](w, violations, chromedp.EvalAwaitPromise) {
					t.Errorf("%s at a width of %d, %s: %s", path, width, scheme, v)
				}
			}
		}
	}
	if seen < 30 {
		t.Errorf("only %d pages were opened", seen)
	}
	w.forgive("/nothing/here") // the page that is missing on purpose
	w.visit("/")
	for n := 0; w.moved() == 0; n++ { // what moves before the first paint is no shift
		if n == 100 {
			t.Fatal("a heading that moves is not noticed")
		}
		value[bool](w, fmt.Sprintf(`document.querySelector("h1").style.marginTop = "%drem"; true`, 10+n%2*10))
	}
}

// moved gives how far the layout has shifted since the page began: its
// cumulative layout shift, of which up to 0.1 is called good.
func (w *window) moved() float64 {
	w.t.Helper()
	return value[float64](w, `new Promise(done => {
		let sum = 0
		new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value)).observe({type: "layout-shift", buffered: true})
		requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)))
	})`, chromedp.EvalAwaitPromise)
}

// violations runs axe-core and gives what is serious or critical.
const violations = `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations
	.filter(v => v.impact === "serious" || v.impact === "critical")
	.map(v => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + n.any.map(a => a.message).join(" ")).join(" | ")))`

// scheme sets the colours that the reader prefers, without motion: a colour
// half way to another has no contrast to speak of.
func (w *window) scheme(name string) {
	w.t.Helper()
	_, err := chromedp.Call(w.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	if err != nil {
		w.t.Fatal(err)
	}
}

// forgive drops complaints about an address.
func (w *window) forgive(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.blamed = slices.DeleteFunc(w.blamed, func(s string) bool { return strings.HasSuffix(s, path) })
}

// TestMainPath adds a report, finds it on the page of the pair, opens its
// evidence, corrects a field and undoes that.
func TestMainPath(t *testing.T) {
	w := open(t, 1280, 900)
	w.visit("/")
	w.follow("Add")
	w.do(
		chromedp.SendKeys(chromedp.CSS("#text"), "OSLO, June 6 - Chilean President Gabriel Boric arrived in Oslo on Monday for talks with Norwegian Prime Minister Jonas Gahr Store."),
		chromedp.SetValue(chromedp.CSS("#published"), "2023-06-06"),
		chromedp.SendKeys(chromedp.CSS("#outlet"), "The Fjord Post"),
	)
	w.press(`button[value="read"]`)
	w.shows("Add to the record", "Gabriel Boric (Chile) to Oslo, Norway")
	w.press(`button[value="add"]`)
	w.shows("What it says", "The Fjord Post")
	w.visit("/pair/CHL/NOR")
	w.follow("Gabriel Boric (Chile) to Oslo, Norway")
	w.shows("In the words of the reports", "arrived in Oslo", "The Fjord Post")
	w.do(
		chromedp.SetValue(chromedp.CSS("#field"), "place"),
		chromedp.SendKeys(chromedp.CSS("#value"), "Bergen"),
		chromedp.SendKeys(chromedp.CSS(`form:has(#value) input[name="by"]`), "Ana Rojas"),
		chromedp.SendKeys(chromedp.CSS(`form:has(#value) input[name="reason"]`), "embassy calendar"),
	)
	w.press(`button[value="set"]`)
	w.shows("Bergen, Norway", "read as Oslo", "Ana Rojas", "embassy calendar")
	w.press(`button[value="undo"]`) // the name is remembered
	w.shows("Oslo, Norway")
	if body := value[string](w, `document.querySelector("h1").innerText`); strings.Contains(body, "Bergen") {
		t.Errorf("after undoing, the page is %q", body)
	}
}

// TestThreeClicks finds from the first page what a newcomer asks for.
func TestThreeClicks(t *testing.T) {
	w := open(t, 1280, 900)
	w.visit("/") // when two leaders last met, and who says so
	w.press(`.pairs a`)
	w.shows("Last met")
	w.press(`.tiles li:nth-child(2) a`)
	w.shows("In the words of the reports", "report")

	w.visit("/") // whose turn it is
	w.follow("Outlook")
	w.shows("Whose turn", "next host")

	w.visit("/") // what is wrong with a given claim
	w.follow("Claims")
	w.follow("contradicted")
	w.shows("contradicted", "the record holds")
	w.press(`.judgements .because a`)
	w.shows("In the words of the reports")
}

// TestChartOnAPhone shows the latest years first, with the names of the lanes
// in sight.
func TestChartOnAPhone(t *testing.T) {
	w := open(t, 360, 800)
	w.visit(aPair)
	edges := value[[]float64](w, `(box => [box.left, box.right,
		document.querySelector("figure .lanes").getBoundingClientRect().left,
		document.querySelector("figure .chart").getBoundingClientRect().right])(document.querySelector("figure.scroll").getBoundingClientRect())`)
	if edges[2] != edges[0] || edges[3] > edges[1]+1 {
		t.Errorf("the chart is %.0f to %.0f wide; the names of its lanes begin at %.0f, it ends at %.0f", edges[0], edges[1], edges[2], edges[3])
	}
}

// pictures are what TestPictures takes: name, path, width, height.
var pictures = []struct {
	name, path    string
	width, height int64
	scheme        string
}{
	{"today", "/", 1280, 900, "light"},
	{"pair", aPair, 1280, 900, "light"},
	{"pair-phone", aPair, 390, 844, "light"},
	{"map", "/map?from=2020&to=2025", 1280, 900, "light"},
	{"search", "/search?q=kind:visit+status:planned", 1280, 900, "light"},
	{"engagement", "", 1280, 900, "light"},
	{"claims-dark", "/claims?verdict=contradicted", 1280, 900, "dark"},
}

// TestPictures writes the pictures for docs/ where CHANCERY_PICTURES says.
func TestPictures(t *testing.T) {
	folder := os.Getenv("CHANCERY_PICTURES")
	w := open(t, 1280, 900)
	w.visit(aPair)
	engagement := value[string](w, `new URL(document.querySelector(".tiles li:nth-child(2) a").href).pathname`)
	for _, p := range pictures {
		if p.path == "" {
			p.path = engagement
		}
		w.scheme(p.scheme)
		w.do(chromedp.EmulateViewport(p.width, p.height))
		w.visit(p.path)
		image, err := chromedp.Run(w.ctx, chromedp.CaptureScreenshot())
		if err != nil || len(image) < 10_000 {
			t.Fatalf("picture of %s: %d bytes, error %v", p.path, len(image), err)
		}
		if folder != "" {
			if err := os.WriteFile(filepath.Join(folder, p.name+".png"), image, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
