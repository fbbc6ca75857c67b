package site

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/guard"
)

var links = regexp.MustCompile(`(?:href|src)="([^"]*)"`)

// TestEveryLinkLeadsSomewhere follows every link from the first page, page by
// page, as far as there are new ones.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	base, _ := up(t, desktest.Examples(t), 0, guard.DefaultTimes)
	from := map[string]string{"/": "the browser"} // address to a page that has it
	todo := []string{"/"}
	const most = 400
	for n := 0; n < len(todo) && n < most; n++ {
		path := todo[n]
		resp, body := get(t, base+path)
		if resp.StatusCode != 200 {
			t.Errorf("%s, which %s links to, answers %d", path, from[path], resp.StatusCode)
		}
		if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
			continue
		}
		for _, m := range links.FindAllStringSubmatch(body, -1) {
			to, _, _ := strings.Cut(html.UnescapeString(m[1]), "#")
			if _, seen := from[to]; !seen && strings.HasPrefix(to, "/") {
				from[to] = path
				todo = append(todo, to)
			}
		}
	}
	if len(todo) < 100 {
		t.Errorf("only %d links were found", len(todo))
	}
}
