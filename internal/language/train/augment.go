package main

import (
	"math/rand/v2"
	"strings"
)

// augment changes some sentences so that the model also reads headlines,
// typewriter news and typeset quotation marks: all in capitals, all small,
// without the final stop, with curly marks for straight ones and back. The
// shares were chosen by sense, not by trial.
func augment(r *rand.Rand, e *example, tags *tagset, names *namePool) {
	if r.Float64() < 0.4 {
		names.rename(r, e)
	}
	if r.Float64() < 0.25 {
		addTitle(r, e, tags)
	}
	switch x := r.Float64(); {
	case x < 0.03:
		each(e, strings.ToUpper)
	case x < 0.045:
		each(e, strings.ToLower)
	case x < 0.06:
		each(e, title)
	}
	switch x := r.Float64(); {
	case x < 0.2:
		each(e, curly)
	case x < 0.25:
		each(e, straight.Replace)
	}
	n := len(e.forms)
	if n > 3 && e.forms[n-1] == "." && r.Float64() < 0.04 {
		for _, h := range e.heads {
			if h == n {
				return
			}
		}
		e.forms, e.upos, e.tags, e.heads, e.rels = e.forms[:n-1], e.upos[:n-1], e.tags[:n-1], e.heads[:n-1], e.rels[:n-1]
	}
}

func each(e *example, f func(string) string) {
	open := true
	for i, w := range e.forms {
		if w == `"` && f("'") == "’" { // curly marks open and close in turn
			e.forms[i] = map[bool]string{true: "“", false: "”"}[open]
			open = !open
			continue
		}
		e.forms[i] = f(w)
	}
}

// title capitalises a word as headlines do.
func title(w string) string {
	if len(w) > 3 && w[0] >= 'a' && w[0] <= 'z' {
		return strings.ToUpper(w[:1]) + w[1:]
	}
	return w
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "—", "--", "–", "-")

func curly(w string) string {
	switch w {
	case "--":
		return "—"
	case "``":
		return "“"
	case "''":
		return "”"
	}
	return strings.ReplaceAll(w, "'", "’")
}
