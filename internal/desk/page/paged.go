package page

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
)

// shown is how many entries of a long list a page has.
const shown = 100

// part says which entries of a list a page shows, and where the others are.
type part struct {
	From, To, Of   int    // from the first, which is 1
	Earlier, Later string // addresses, or empty
}

// cut gives the entries that a request asks for under a name, such as "from",
// at most so many, and says where the others are. Each entry is on exactly one of the pages
// that the links lead through.
func cut[S ~[]T, T any](all S, r *http.Request, name string, most int) (S, part) {
	from, err := strconv.Atoi(r.URL.Query().Get(name))
	if err != nil || from < 0 || from >= len(all) {
		from = 0
	}
	out := first(all[from:], most)
	p := part{From: from + 1, To: from + len(out), Of: len(all)}
	if from > 0 {
		p.Earlier = with(r, name, strconv.Itoa(max(0, from-most)))
	}
	if p.To < len(all) {
		p.Later = with(r, name, strconv.Itoa(p.To))
	}
	return out, p
}

// with gives the address of a request with one value changed, or left out
// where it is empty or the beginning of a list.
func with(r *http.Request, name, value string) string {
	q := r.URL.Query()
	if q.Set(name, value); value == "" || value == "0" {
		q.Del(name)
	}
	return (&url.URL{Path: r.URL.Path, RawQuery: q.Encode()}).String()
}

// choices gives links that narrow a list to the most frequent values of
// something, with how many entries each has, and one to all of them.
func choices(r *http.Request, name string, n map[string]int, say func(string) string) []link {
	const most = 12
	chosen := r.URL.Query().Get(name)
	var values []string
	for v := range n {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	values = first(values, most)
	if chosen != "" && !slices.Contains(values, chosen) {
		values = append(values, chosen)
	}
	fresh := r.Clone(r.Context())
	fresh.URL.RawQuery = without(r.URL.Query(), "from").Encode()
	out := []link{{Href: with(fresh, name, ""), Text: "all", Here: chosen == ""}}
	for _, v := range values {
		out = append(out, link{Href: with(fresh, name, v), Text: fmt.Sprintf("%d %s", n[v], say(v)), Here: v == chosen})
	}
	return out
}

func without(q url.Values, name string) url.Values {
	q.Del(name)
	return q
}
