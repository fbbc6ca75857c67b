package reading

import (
	"slices"
	"strings"
	"testing"
)

// attributionCases are sentences of our own with the chain of the first
// engagement that they tell, each link "name, office, country; venue; via".
var attributionCases = []struct {
	name, text string
	want       []string
}{
	{"aide at a briefing, by the embassy", "A trip by Polish President Andrzej Duda to Astana is being prepared, presidential aide Marcin Przydacz told reporters at a press briefing on Tuesday, the Polish embassy reported.",
		[]string{"Marcin Przydacz, presidential aide, POL; press briefing; Polish embassy"}},
	{"according to, during, reported by", "Vietnamese President To Lam will visit Mongolia in October, according to Foreign Ministry spokeswoman Pham Thu Hang during a press briefing, reported by the Vietnamese embassy.",
		[]string{"Pham Thu Hang, Foreign Ministry spokeswoman, VNM; press briefing; Vietnamese embassy"}},
	{"said, reported", "Chinese Premier Li Qiang will travel to Malaysia next week, Foreign Ministry spokesperson Mao Ning said, Xinhua reported.",
		[]string{"Mao Ning, Foreign Ministry spokesperson, CHN; ; Xinhua"}},
	{"embassy on a network", "Israeli Foreign Minister Israel Katz will visit Rome on Monday, the Italian embassy said on X.",
		[]string{", Italian embassy, ITA; ; X"}},
	{"quoted by an agency", "\"President Putin will visit Turkey in August,\" Kremlin spokesman Dmitry Peskov was quoted by TASS as saying.",
		[]string{"Dmitry Peskov, Kremlin spokesman, RUS; ; TASS"}},
	{"agency quotes", "TASS quoted Russian presidential aide Yuri Ushakov as saying that Narendra Modi would visit Moscow in July.",
		[]string{"Yuri Ushakov, presidential aide, RUS; ; TASS"}},
	{"agency cites sources", "Citing diplomatic sources, Kyodo News reported that Fumio Kishida would visit South Korea in September.",
		[]string{", diplomatic sources, ; ; Kyodo News"}},
	{"on from the sentence before", "\"We have accepted the invitation,\" Hungarian Foreign Minister Peter Szijjarto told state television. \"Prime Minister Viktor Orban will visit Georgia in October.\"",
		[]string{"Peter Szijjarto, Foreign Minister, HUN; ; state television"}},
	{"interview in front", "In an interview with Le Monde, French Foreign Minister Stephane Sejourne said that Emmanuel Macron would visit Ukraine in July.",
		[]string{"Stephane Sejourne, Foreign Minister, FRA; interview; "}},
	{"seat of government on a network", "The Kremlin said on Telegram that Vladimir Putin had spoken by telephone with Masoud Pezeshkian on Monday.",
		[]string{", Kremlin, RUS; ; Telegram"}},
	{"writing on a network", "Writing on X, Indian External Affairs Minister S. Jaishankar said he had met Sergei Lavrov in Astana.",
		[]string{"S. Jaishankar, External Affairs Minister, IND; ; X"}},
	{"speaker behind a list of names", "Bangladesh's prime minister Sheikh Hasina is to pay an official visit to China from July 8 at the invitation of Premier Li Qiang, foreign ministry spokesperson Mao Ning told a regular briefing on Thursday.",
		[]string{"Mao Ning, foreign ministry spokesperson, CHN; regular briefing; "}},
	{"the report itself", "Keir Starmer met Olaf Scholz in Berlin on Tuesday.", nil},
}

func TestAttributions(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range attributionCases {
		t.Run(c.name, func(t *testing.T) {
			out := readText(t, r, "2024-06-25", c.text)
			if len(out.Engagements) == 0 {
				t.Fatalf("%q: no engagement", c.text)
			}
			var got []string
			for _, s := range out.Engagements[0].Attribution {
				got = append(got, strings.Join([]string{s.Name, s.Office, s.Country}, ", ")+"; "+s.Venue+"; "+s.Via)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got  %q\n want %q", c.text, got, c.want)
			}
		})
	}
}
