package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Mark is a run of a report's text with what was read in it.
type Mark struct {
	Start, End int    // byte offsets
	Class      string // how it looks: "visit", "time", "claim"
	Title      string // what was read, in words
	Href       string // where it leads, or empty
}

// Segment is a run of text under the same marks, the longest mark first; text
// under no mark has none.
type Segment struct {
	Text  string
	Marks []Mark
}

// Outer is the mark that a segment shows, the shortest one over it.
func (s Segment) Outer() Mark { return s.Marks[len(s.Marks)-1] }

// Classes says how the segment looks: after its shortest mark, on the ground of
// the longest engagement over it, or else of a claim.
func (s Segment) Classes() string {
	ground := ""
	for _, m := range s.Marks {
		if !slices.Contains(details, m.Class) && (ground == "" || ground == "claim") {
			ground = m.Class
		}
	}
	if ground == "" {
		return s.Outer().Class
	}
	return s.Outer().Class + " on-" + ground
}

// details are the classes of what stands within engagements and claims.
var details = []string{"person", "place", "time"}

// Titles joins what was read in the segment.
func (s Segment) Titles() string {
	var titles []string
	for _, m := range s.Marks {
		if m.Title != "" && !slices.Contains(titles, m.Title) {
			titles = append(titles, m.Title)
		}
	}
	return strings.Join(titles, "\n")
}

// Paragraphs cuts a text at its blank lines, and each paragraph where marks
// begin and end. The segments of all paragraphs, joined, are the text without
// the blank lines. Marks may overlap; one that lies outside of the text or in
// the middle of a character is widened or cut to fit.
func Paragraphs(text string, marks []Mark) [][]Segment {
	marks = fit(text, marks)
	var out [][]Segment
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end = start + i
			next = end + len(text[end:]) - len(strings.TrimLeft(text[end:], "\n"))
		}
		if end > start {
			out = append(out, segments(text, start, end, marks))
		}
		start = next
	}
	return out
}

func segments(text string, start, end int, marks []Mark) []Segment {
	cuts := []int{start, end}
	var here []Mark
	for _, m := range marks {
		if m.Start < end && m.End > start {
			here = append(here, m)
			cuts = append(cuts, max(m.Start, start), min(m.End, end))
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Segment
	for i := range len(cuts) - 1 {
		s := Segment{Text: text[cuts[i]:cuts[i+1]]}
		for _, m := range here {
			if m.Start <= cuts[i] && m.End >= cuts[i+1] {
				s.Marks = append(s.Marks, m)
			}
		}
		out = append(out, s)
	}
	return out
}

// fit gives the marks that hold any text, within it and at whole characters,
// longest first; marks of the same length by where they stand, then by class.
func fit(text string, marks []Mark) []Mark {
	var out []Mark
	for _, m := range marks {
		m.Start, m.End = max(0, m.Start), min(len(text), m.End)
		for m.Start > 0 && m.Start < len(text) && !utf8.RuneStart(text[m.Start]) {
			m.Start--
		}
		for m.End > 0 && m.End < len(text) && !utf8.RuneStart(text[m.End]) {
			m.End++
		}
		if m.Start < m.End {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Class, b.Class), cmp.Compare(a.Title, b.Title))
	})
	return out
}
