package reading

import (
	"slices"
	"strings"
	"testing"
)

// arrangementCases are sentences of our own with the practices that they
// state: "parties period status practice next-host".
var arrangementCases = []struct {
	name, day, text string
	want            []string
}{
	{"summit held every year by turns", "2024-03-10", "BRUSSELS - Leaders of the European Union and Japan opened their 29th summit on Friday. The summit is held every year, alternately in Brussels and Tokyo. Next year it is Japan's turn.",
		[]string{"EU+JPN P1Y held meet JPN"}},
	{"agreed to meet", "2024-03-10", "Kenya's William Ruto and Tanzania's Samia Suluhu Hassan met in Arusha on Friday and agreed to meet once a year.",
		[]string{"KEN+TZA P1Y planned meet "}},
	{"agreed to annual summits", "2024-03-10", "Prabowo Subianto of Indonesia and Ferdinand Marcos of the Philippines met in Manila on Friday and agreed to hold annual summits.",
		[]string{"IDN+PHL P1Y planned meet "}},
	{"by custom", "2024-03-10", "Norwegian Prime Minister Jonas Gahr Store and Danish Prime Minister Mette Frederiksen met in Oslo. By custom the leaders of the two countries meet once a year, each playing host in turn.",
		[]string{"DNK+NOR P1Y held meet "}},
	{"assembly of an organisation", "2024-03-10", "ADDIS ABABA - The African Union opened its 37th summit on Saturday. The assembly meets here every February.",
		[]string{"AU P1Y held meet ETH"}},
	{"next host by verb", "2024-06-14", "Donald Tusk and Gitanas Nauseda met in Vilnius on Friday. The leaders of Poland and Lithuania meet once a year, and Warsaw will host the next meeting.",
		[]string{"LTU+POL P1Y held meet POL"}},
	{"hosts next", "2025-01-10", "Anwar Ibrahim met Lawrence Wong in Putrajaya. Malaysia and Singapore hold a summit once a year; Singapore hosts next.",
		[]string{"MYS+SGP P1Y held meet SGP"}},
	{"chair handed on", "2025-10-28", "ASEAN leaders meet twice a year. Malaysia handed the chair of ASEAN to the Philippines on Tuesday in Kuala Lumpur.",
		[]string{"ASEAN P6M held meet PHL"}},
	{"a guest next week is no turn", "2024-10-11", "Olaf Scholz met Keir Starmer in London. The leaders of Germany and Britain meet once a year. Scholz will host Emmanuel Macron in Berlin next week.",
		[]string{"DEU+GBR P1Y held meet "}},
	{"members of an organisation", "2025-06-17", "VIENTIANE - The ten leaders of ASEAN meet twice a year.",
		[]string{"ASEAN P6M held meet "}},
	{"chair in turn", "2024-03-10", "JOHANNESBURG - Narendra Modi met Cyril Ramaphosa at the 15th BRICS summit on Thursday. The members take the chair in turn, each for a year.",
		[]string{"BRICS P1Y held chair "}},
	{"body that is set up", "2024-03-10", "LAGOS - Nigeria and Ghana will set up a joint commission that is to meet every six months, the foreign ministers of the two countries said after talks on Friday.",
		[]string{"GHA+NGA P6M planned meet "}},
	{"calls without a period", "2025-03-04", "Shigeru Ishiba and Yoon Suk Yeol met in Seoul. They speak by phone every few months.",
		[]string{"JPN+KOR  held call "}},
	{"seldom without", "2025-03-10", "Angela Merkel and Emmanuel Macron never let a week pass without a phone call.",
		[]string{"DEU+FRA P1W held call "}},
	{"shuttle diplomacy of leaders", "2024-03-10", "Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk Yeol met in Seoul, resuming the shuttle diplomacy under which the leaders of the two countries visit each other.",
		[]string{"JPN+KOR  held visit "}},
	{"shuttle diplomacy of a mediator", "2024-03-10", "Antony Blinken met Israeli Prime Minister Benjamin Netanyahu in Jerusalem on a round of shuttle diplomacy.", nil},
	{"in turn, but no turn", "2024-03-10", "Viktor Orban met Vladimir Putin in Moscow. In turn, a number of Hungarian companies expand their presence on the Russian market.", nil},
	{"what comes again at home", "2024-03-10", "Keir Starmer met Emmanuel Macron in London. The central bank meets every month, and the president sees his cabinet once a week.", nil},
	{"annual meetings resumed", "2023-11-07", "Chinese Premier Li Qiang and Australian Prime Minister Anthony Albanese met in Beijing. Li and Albanese agreed to resume the annual leaders' meeting.",
		[]string{"AUS+CHN P1Y planned meet "}},
	{"annual alone", "2024-03-10", "Keir Starmer met Emmanuel Macron in London for their annual talks.", nil},
}

func TestArrangements(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range arrangementCases {
		t.Run(c.name, func(t *testing.T) {
			out := readText(t, r, c.day, c.text)
			var got []string
			for i := range out.Engagements {
				e := &out.Engagements[i]
				if e.Kind != Arrangement {
					continue
				}
				var codes []string
				for _, q := range e.Parties {
					codes = append(codes, q.Country)
				}
				slices.Sort(codes)
				got = append(got, strings.Join(codes, "+")+" "+string(e.When)+" "+string(e.Status)+" "+e.Practice+" "+e.NextHost)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got  %q\n want %q", c.text, got, c.want)
			}
		})
	}
}
