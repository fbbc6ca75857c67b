package timex

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
)

const prose = `The foreign ministers of Norway and Sweden met in Oslo on Tuesday and agreed to build a railway over the mountains.
The talks, the third since 2019, went on for two hours and ended with a dinner in the old fortress above the harbour.
Work is to begin early next year, said the Norwegian minister, and the first trains will run in the spring of 2031.
Neither side would say what the line is to cost. The Swedish delegation goes home on Thursday.
A spokesman for the farmers of the valley called the plan a gift to people who do not live there.
`

func benchmark(b *testing.B, text string) {
	var d language.Document
	language.Segment(text, &d)
	var dst []Expression
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = Document(&d, Reference{Published: 20000}, dst[:0])
	}
}

// BenchmarkDocument is news prose with about one time expression in each
// sentence.
func BenchmarkDocument(b *testing.B) { benchmark(b, strings.Repeat(prose, 20)) }

// BenchmarkTimeless is prose without a time word: it must not allocate.
func BenchmarkTimeless(b *testing.B) {
	line := "A spokesman for the farmers of the valley called the plan a gift to people who do not live there.\n"
	benchmark(b, strings.Repeat(line, 100))
}

func TestTimelessSentencesDoNotAllocate(t *testing.T) {
	text := "A spokesman for the farmers of the valley called the plan a gift to people who live elsewhere."
	var d language.Document
	language.Segment(text, &d)
	dst := make([]Expression, 0, 4)
	if n := testing.AllocsPerRun(100, func() { dst = Find(&d, &d.Sentences[0], 0, Reference{}, dst[:0]) }); n != 0 {
		t.Errorf("%q: %v allocations, want none", text, n)
	}
}
