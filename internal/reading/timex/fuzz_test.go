package timex

import (
	"slices"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
)

// FuzzDocument: expressions lie in the text in order and without overlaps,
// touch their tokens, carry a value and a valid date, and are read the same
// twice.
func FuzzDocument(f *testing.F) {
	for _, s := range []string{
		"NEW DELHI, Dec 6 - He came on Monday, July 8 and 9, 2024, at 10:35 a.m. EST Friday.",
		"SUNDAY 5 - MONDAY 6 FEBRUARY. Early next year, mid-1996, the first half of the '80s.",
		"12.40 the 7. and 8. July 2026, 1987/88, P1Y, 2024-13-45, 99/99/9999, 31 February 2023",
		"two and a half hours, a year or two ago, the next 12 to 18 months, every other Tuesday night",
		"the past 30000 centuries ago; in nineteen ninety-six’s third quarter – 1400 GMT",
		"\xff\xfe last \x00week \xe2\x80", "0000 years, year 0000, 2999-12-31 later that day the following year",
	} {
		f.Add(s, int32(19000))
	}
	f.Add("a thousand years later", int32(edtf.MaxDay))
	f.Add("a century earlier, last year", int32(edtf.MinDay))
	f.Fuzz(func(t *testing.T, text string, day int32) {
		published := min(max(edtf.Day(day), edtf.MinDay), edtf.MaxDay)
		checkLinks(t, text)
		var d language.Document
		language.Segment(text, &d)
		es := Document(&d, Reference{Published: published}, nil)
		end := int32(0)
		for i := range es {
			e := &es[i]
			if e.Start < end || e.End <= e.Start || int(e.End) > len(text) {
				t.Fatalf("%q: expression at %d to %d behind %d", text, e.Start, e.End, end)
			}
			end = e.End
			tokens := d.Sentences[e.Sentence].Tokens
			if e.First > e.Last || e.Last >= len(tokens) || tokens[e.First].End <= e.Start || tokens[e.Last].Start >= e.End {
				t.Fatalf("%q: %q is tokens %d to %d", text, text[e.Start:e.End], e.First, e.Last)
			}
			if e.EDTF != "" && !e.EDTF.Valid() {
				t.Fatalf("%q: %q is %q", text, text[e.Start:e.End], e.EDTF)
			}
			for _, dir := range []Direction{Unknown, Past, Future, LikelyPast, LikelyFuture} {
				if date := e.Resolve(published, dir); date != "" && !date.Valid() {
					t.Fatalf("%q: %q resolves to %q", text, text[e.Start:e.End], date)
				}
			}
		}
		for _, r := range Ranges(text, es, nil) {
			if !r.EDTF.Valid() || r.Start < 0 || int(r.End) > len(text) || r.First >= r.Last {
				t.Fatalf("%q: range %+v", text, r)
			}
		}
		if again := Document(&d, Reference{Published: published}, nil); !slices.Equal(again, es) {
			t.Fatalf("%q: %v, then %v", text, es, again)
		}
	})
}
