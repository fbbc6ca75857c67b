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
	{"the next venue", "2023-11-14", "Mongolian Prime Minister Oyun-Erdene met South Korea's Han Duck-soo in Seoul. The two governments agreed to meet every year, with Ulaanbaatar as the next venue.",
		[]string{"KOR+MNG P1Y planned meet MNG"}},
	{"who is next", "2024-09-12", "Switzerland and Austria's foreign ministers, Ignazio Cassis and Alexander Schallenberg, met in Bern on Thursday. They meet each September; the place changes from year to year, and Vienna is next.",
		[]string{"AUT+CHE P1Y held meet AUT"}},
	{"next comes", "2023-04-19", "The heads of government of Spain and Portugal meet every year for the Iberian summit. It was in Lanzarote in March that Pedro Sanchez was host to Antonio Costa. Next comes Portugal.",
		[]string{"ESP+PRT P1Y held meet PRT"}},
	{"there first", "2024-06-20", "The leaders of Iceland and Norway, Bjarni Benediktsson and Jonas Gahr Store, met in Bergen on Thursday and agreed to come together every autumn, in Iceland first.",
		[]string{"ISL+NOR P1Y planned meet ISL"}},
	{"for them to invite", "2023-09-07", "Japan's Fumio Kishida and Indonesia's Joko Widodo met in Jakarta. The two leaders meet every year; it is now for Tokyo to send out the invitation.",
		[]string{"IDN+JPN P1Y held meet JPN"}},
	{"takes its turn", "2022-10-28", "The leaders of Kazakhstan and Tajikistan, Kassym-Jomart Tokayev and Emomali Rahmon, met in Astana on Friday. The two meet annually; Dushanbe takes its turn in 2023.",
		[]string{"KAZ+TJK P1Y held meet TJK"}},
	{"it takes place", "2025-02-05", "Foreign ministers Wang Yi and Penny Wong held the Foreign and Strategic Dialogue in Canberra on Wednesday. It takes place every year; next year it will be China's turn to host.",
		[]string{"AUS+CHN P1Y held meet CHN"}},
	{"next week is no turn", "2023-11-14", "Keir Starmer met Emmanuel Macron in London. The leaders of Britain and France meet every year. The next step is to be taken in Paris next week.",
		[]string{"FRA+GBR P1Y held meet "}},
	{"the next one was", "2023-11-14", "Keir Starmer met Emmanuel Macron in London. The leaders of Britain and France meet every year. Two met in London in 2010; the next meeting was in Paris.",
		[]string{"FRA+GBR P1Y held meet "}},
	{"it falls to them", "2024-10-10", "The leaders of Thailand and Cambodia, Paetongtarn Shinawatra and Hun Manet, met in Vientiane. Their cabinets meet each year; the coming retreat falls to Phnom Penh.",
		[]string{"KHM+THA P1Y held meet KHM"}},
	{"who follows", "2023-05-12", "Finland and Estonia's presidents, Sauli Niinisto and Alar Karis, met in Tallinn on Friday. They meet twice a year, by rotation, and Helsinki follows in the autumn.",
		[]string{"EST+FIN P6M held meet FIN"}},
	{"the venue of a commission", "2024-07-18", "Foreign ministers Enrique Manalo and Retno Marsudi met in Manila on Thursday. Indonesia and the Philippines hold a joint commission every two years, and Jakarta will be the venue of the eighth in 2026.",
		[]string{"IDN+PHL P2Y held meet IDN"}},
	{"the fifth is to be held", "2024-12-02", "Cyprus's Nikos Christodoulides met King Abdullah in Amman on Monday. Jordan, Cyprus and Greece meet at the highest level every year, and the fifth of these meetings is to be held in Athens.",
		[]string{"CYP+GRC+JOR P1Y held meet GRC"}},
	{"by turns, and where it was", "2024-10-18", "The governments of Germany and Poland meet every year in consultations, for which Berlin and Warsaw take turns. Warsaw was host in July.",
		[]string{"DEU+POL P1Y held meet DEU"}},
	{"by turns, this year's place", "2024-02-06", "Romania's Marcel Ciolacu met Moldova's Dorin Recean on Tuesday. Romania and Moldova hold cabinet meetings twice a year, alternating as hosts; this year's was in Chisinau.",
		[]string{"MDA+ROU P6M held meet ROU"}},
	{"who is next, alone in its sentence", "2024-07-05", "The Shanghai Cooperation Organisation holds its summit every year. Astana has had it this week; China is next.",
		[]string{"SCO P1Y held meet CHN"}},
	{"the turn of somebody", "2024-11-15", "APEC leaders gather once a year, and in 2025 it will be the turn of South Korea to have them.",
		[]string{"APEC P1Y held meet KOR"}},
	{"next year's host", "2023-09-28", "Alain Berset met Alexander Van der Bellen in Vienna on Thursday. The presidents of Switzerland and Austria meet every autumn. Next year's host is Switzerland.",
		[]string{"AUT+CHE P1Y held meet CHE"}},
	{"the honour of hosting", "2025-04-08", "The leaders of the Pacific Islands Forum meet every year, and Solomon Islands will have the honour of hosting them in September.",
		[]string{"PIF P1Y held meet SLB"}},
	{"a body every two years", "2025-04-08", "Kenya and Ethiopia hold a joint ministerial commission every two years. The 35th session was in Addis Ababa; the 36th will be in Nairobi.",
		[]string{"ETH+KEN P2Y held meet KEN"}},
	{"the return meeting", "2024-05-13", "Foreign ministers Gordan Grlic Radman of Croatia and Tanja Fajon of Slovenia met in Zagreb on Monday. They meet every spring; the return meeting will be in Slovenia.",
		[]string{"HRV+SVN P1Y held meet SVN"}},
	{"once before it is said that they meet", "2024-11-16", "Peru passed the chairmanship of APEC to South Korea on Saturday. The leaders of the forum meet every November.",
		[]string{"APEC P1Y held meet KOR"}},
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
