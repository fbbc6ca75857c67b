package wording

import (
	"strings"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// longest is how many characters of a quote are shown beside other things.
const longest = 260

// Quoted puts the words of a report into quotation marks, on one line, without
// the marks that they begin or end with, and cuts what is long at a word.
func Quoted(words string) string {
	text := strings.Trim(strings.Join(strings.Fields(words), " "), `“”"`)
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest])
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i]
		}
		text += " …"
	}
	return "“" + text + "”"
}

// Speaker says one link of who says so: "Yuri Ushakov, Kremlin adviser, at a
// press briefing, via the Russian embassy".
func (n Names) Speaker(s reading.Speaker) string {
	who := join(", ", s.Name, s.Office)
	switch {
	case who == "" && s.Country != "":
		who = n(s.Country)
	case who != "" && s.Country != "" && s.Office == "":
		who += " (" + n(s.Country) + ")"
	}
	return join(", ", who, lead("at ", s.Venue), lead("via ", s.Via))
}

// Chain says who says so, outermost first: "A, quoting B".
func (n Names) Chain(chain []reading.Speaker) string {
	var links []string
	for _, s := range chain {
		links = append(links, n.Speaker(s))
	}
	return join(", quoting ", links...)
}

// Carrier names a report that carries the text of another: "The Herald, report
// r12, 2 December 2024".
func (Names) Carrier(m record.Mention) string {
	text := "report " + m.Report + ", " + Day(m.Published)
	if m.Outlet != "" {
		text = m.Outlet + ", " + text
	}
	return text
}
