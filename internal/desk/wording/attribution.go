package wording

import "github.com/chancery-project/chancery/internal/reading"

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
