package reading_test

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

type sample struct{ name, text string }

// pathological are texts that would take minutes or gigabytes where some step
// were quadratic in the length of a sentence or report.
func pathological() []sample {
	story := "French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Tuesday. "
	return []sample{
		{"no full stop", strings.Repeat("and the farmers of the valley sold their apples ", 11_000) + story},
		{"no full stop in a story", strings.Repeat("and President Macron of France met Chancellor Scholz in Paris ", 500)},
		{"no white space", strings.Repeat("apples,pears;plums:(figs)", 10_000) + " " + story},
		{"no white space in a story", strings.Repeat("Macron,met,Scholz;in:Paris(France)", 500)},
		{"punctuation only", strings.Repeat(",", 100_000)},
		{"a line of a megabyte", strings.Repeat("x", 1<<20)},
		{"names", story + names(5_000)},
		{"the same name", strings.Repeat("President Emmanuel Macron ", 10_000)},
		{"visits", strings.Repeat(story, 1_000)},
		{"pronouns", story + strings.Repeat("He met him in Berlin and they told their hosts that they would visit both. ", 1_500)},
		{"dates", story + strings.Repeat("They will meet on 3 May 2024 and every year since. ", 1_000)},
		{"quotes in quotes", strings.Repeat(`"He said, “`, 5_000) + story + strings.Repeat(`”"`, 5_000)},
		{"brackets", strings.Repeat("(", 5_000) + story + strings.Repeat(")", 5_000)},
		{"capitals", strings.Repeat("PRESIDENT MACRON MET CHANCELLOR SCHOLZ IN PARIS ON TUESDAY ", 300)},
		{"commas", "Leaders of " + strings.Repeat("France, Germany, Italy, ", 5_000) + "and Spain met in Paris."},
		{"possessives", strings.Repeat("France's president's minister's ", 5_000) + "visit to Berlin"},
		{"Chinese", strings.Repeat("法国总统马克龙星期二在巴黎会见德国总理朔尔茨。", 3_000)},
		{"right to left", strings.Repeat("\u202eالرئيس ماكرون\u202c met \u2067שולץ\u2069 in Paris. ", 2_000)},
		{"combining marks", "Macro" + strings.Repeat("n\u0301", 50_000) + " met Scholz in Paris."},
		{"joiners", strings.Repeat("France\u200d\u200bGermany\ufeff ", 5_000)},
		{"newlines", strings.Repeat("\n", 100_000) + story},
		{"paragraphs", strings.Repeat(story+"\n\n", 1_000)},
		{"hyphens", strings.Repeat("France-Germany-", 10_000) + " summit in Paris"},
		{"full stops", strings.Repeat("U.S.", 20_000) + strings.Repeat(".", 20_000)},
		{"nothing", ""},
		{"white space", strings.Repeat(" \t\u00a0", 10_000)},
	}
}

// names gives n different people who met.
func names(n int) string {
	var b strings.Builder
	for i := range n {
		a, c := string(rune('a'+i%26)), string(rune('a'+i/26%26))
		b.WriteString("Foreign Minister B" + a + c + "or V" + c + a + string(rune('a'+i/676)) + "ik met him in Berlin. ")
	}
	return b.String()
}

// TestPathologicalTexts ends only where every step is bounded.
func TestPathologicalTexts(t *testing.T) {
	r, err := reading.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range pathological() {
		t.Run(x.name, func(t *testing.T) {
			rep := &report.Report{ID: x.name, Published: 20000, Text: x.text}
			obeys(t, rep, mustRead(t, r, rep))
		})
	}
}
