package gazetteer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
)

// describe writes a sense as its kind and what it refers to.
func (g *Gazetteer) describe(s Sense) string {
	switch s.Kind {
	case KindCountry:
		return "country " + g.Country(s.Ref).Code
	case KindDemonym:
		return "demonym " + g.Country(g.Demonym(s.Ref).Country).Code
	case KindOrganisation:
		return "organisation " + g.Organisation(s.Ref).Code
	case KindCity:
		return fmt.Sprintf("city %s %s", g.City(s.Ref).Name, g.City(s.Ref).Country)
	case KindSeat:
		return strings.TrimSpace("seat " + g.Seat(s.Ref).For)
	case KindOffice:
		o := g.Office(s.Ref)
		if o.Plural {
			return "offices " + string(o.Role)
		}
		return "office " + string(o.Role)
	case KindGathering:
		return strings.TrimSpace("gathering " + g.Gathering(s.Ref).Organisation)
	case KindPerson:
		return "person " + g.Person(s.Ref).Name
	case KindSurname:
		return "surname " + g.Surname(s.Ref).Name
	case KindStanding:
		return fmt.Sprint("standing ", s.Ref)
	}
	return s.Kind.String()
}

// list writes the matches of a sentence with the first sense of each.
func (g *Gazetteer) list(doc *language.Document) string {
	var b strings.Builder
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for _, m := range g.Match(doc, s, nil) {
			fmt.Fprintf(&b, "[%s] ", doc.Text[s.Tokens[m.From].Start:s.Tokens[m.To-1].End])
			switch {
			case m.Compound:
				for i, sense := range m.Senses {
					if i > 0 {
						b.WriteString(" + ")
					}
					b.WriteString(g.describe(sense))
				}
			case m.Within:
				b.WriteString("within: " + g.describe(m.Senses[0]))
			default:
				b.WriteString(g.describe(m.Senses[0]))
			}
			b.WriteString("\n")
		}
	}
	return strings.TrimSpace(b.String())
}

func load1(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestMatch(t *testing.T) {
	g := load1(t)
	tests := []struct{ name, text, want string }{
		{"office, demonym, person", "French President Emmanuel Macron flew to Yerevan.", `
[French] demonym FRA
[President] office head-of-state
[Emmanuel Macron] person Emmanuel Macron
[Yerevan] city Yerevan ARM`},
		{"longest name wins", "The European Commission president and the Papua New Guinea premier met.", `
[European Commission president] office commission-president
[Papua New Guinea] country PNG
[premier] office head-of-government`},
		{"full stops do not count", "U.S. and U.N. envoys left; the US and UN stayed.", `
[U.S.] country USA
[U.N.] organisation UN
[envoys] offices envoy
[US] country USA
[UN] organisation UN`},
		{"abbreviations need their capitals", "It helps us who is at it, said the WHO and the US.", `
[WHO] organisation WHO
[US] country USA`},
		{"a line in capitals", "ENVOY WHO SAW MOSCOW PLEASES US", `
[ENVOY] office envoy
[MOSCOW] city Moscow RUS
[US] country USA`},
		{"ordinary words in lower case", "She was reading a nice book on turkey, china and chile.", ``},
		{"one token of two states", "The India-Russia talks and the US-led mission pleased pro-Russian groups.", `
[India-Russia] country IND + country RUS
[US-led] within: country USA
[pro-Russian] within: demonym RUS`},
		{"first part of a compound", "The Sino - French plan and the Franco-German one differ.", `
[French] demonym FRA
[Franco-German] demonym FRA + demonym DEU`},
		{"a name with a hyphen", "Guinea-Bissau hosted Timor-Leste and Ban Ki-moon.", `
[Guinea-Bissau] country GNB
[Timor-Leste] country TLS
[Ban Ki-moon] person Ban Ki-moon`},
		{"diacritics and apostrophes", "Sanaa, Sana'a, SÃO PAULO and Brasilia", `
[Sanaa] city Sanaa YEM
[Sana'a] city Sanaa YEM
[SÃO PAULO] city Sao Paulo BRA
[Brasilia] city Brasília BRA`},
		{"portfolios", "Its deputy foreign minister, the trade and industry ministers, the minister of state for energy and a finance ministry spokesman spoke.", `
[deputy foreign minister] office deputy-foreign-minister
[trade and industry ministers] offices trade-minister
[minister of state for energy] office deputy-minister
[finance ministry spokesman] office spokesman`},
		{"seats", "The Kremlin, 10 Downing Street and the Blue House agreed at Hyderabad House.", `
[Kremlin] seat RUS
[10 Downing Street] seat GBR
[Blue House] seat KOR
[Hyderabad House] seat IND`},
		{"standing", "former Prime Minister Tony Blair and the late King Hussein", `
[former] standing 1
[Prime Minister] office head-of-government
[Tony Blair] person Tony Blair
[late] standing 5
[King Hussein] person Hussein`},
		{"mixed capitals", "Let us say that AfD and Afd differ.", `
[AfD] organisation AfD`},
		{"gatherings", "They meet at COP30, the Munich Security Conference and the Shangri-La Dialogue.", `
[COP30] gathering UNFCCC
[Munich Security Conference] gathering
[Shangri-La Dialogue] gathering`},
		{"an article before a longer name", "The leaders of the Gulf Cooperation Council crossed the Gulf.", `
[leaders] offices leader
[Gulf Cooperation Council] organisation GCC
[the Gulf] city Gulf`},
		{"a month is no person", "In May the talks with Putin failed.", `
[Putin] surname Putin`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, want := g.list(sentences(tt.text, 1)), strings.TrimSpace(tt.want); got != want {
				t.Errorf("Match(%q)\n got\n%s\nwant\n%s", tt.text, got, want)
			}
		})
	}
}

func TestMatchPossessiveWithoutApostrophe(t *testing.T) {
	g := load1(t)
	doc := sentences("Mr. Modis reply and the Sales talk", 1)
	for i := range doc.Sentences[0].Tokens {
		doc.Sentences[0].Tokens[i].Flags |= language.FlagPossiblePossessive
	}
	want := "[Mr.] honorific\n[Modis] surname Modi"
	if got := g.list(doc); got != want {
		t.Errorf("Match(%q)\n got\n%s\nwant\n%s", doc.Text, got, want)
	}
}

func TestMatchThreeTokens(t *testing.T) {
	g := load1(t)
	text := "the Sino-Japanese and Russia-India pacts - China's first"
	doc := &language.Document{Text: text}
	s := language.Sentence{End: int32(len(text))}
	for i := 0; i < len(text); { // a hyphen is a token of its own
		j := i
		for j < len(text) && text[j] != ' ' && text[j] != '-' {
			j++
		}
		if j > i {
			s.Tokens = append(s.Tokens, language.Token{Start: int32(i), End: int32(j)})
		}
		if j < len(text) && text[j] == '-' {
			s.Tokens = append(s.Tokens, language.Token{Start: int32(j), End: int32(j + 1)})
		}
		i = j + 1
	}
	doc.Sentences = []language.Sentence{s}
	want := "[Sino] demonym CHN\n[Japanese] demonym JPN\n[Russia] country RUS\n[India] country IND"
	if got := g.list(doc); got != want {
		t.Errorf("Match(%q)\n got\n%s\nwant\n%s", text, got, want)
	}
}

func TestMatchDoesNotAllocate(t *testing.T) {
	if raceDetector {
		t.Skip("under the race detector a sync.Pool forgets at random")
	}
	g := load1(t)
	doc := sentences(newsProse[0]+"\n"+newsProse[3], 1)
	dst := make([]Match, 0, 64)
	n := testing.AllocsPerRun(100, func() {
		for i := range doc.Sentences {
			dst = g.Match(doc, &doc.Sentences[i], dst[:0])
		}
	})
	if n > 0 {
		t.Errorf("Match allocates %v times a run; want 0", n)
	}
}

// FuzzMatch holds the law that Match states: matches are in order, within the
// sentence, do not overlap and have senses; the same text gives the same.
func FuzzMatch(f *testing.F) {
	for _, s := range newsProse {
		f.Add(s)
	}
	f.Add("SHULTZ VISIT - MOSCOW -- U.S.-led Sino- 'ʻ’ \xff\xfe İstanbul ﬁ Guinea-")
	g := load1(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := sentences(text, 1)
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			got := g.Match(doc, s, nil)
			again := g.Match(doc, s, nil)
			if len(got) != len(again) {
				t.Fatalf("Match(%q) gives %d matches, then %d", text, len(got), len(again))
			}
			end := 0
			for _, m := range got {
				if m.From < end || m.To <= m.From || m.To > len(s.Tokens) || len(m.Senses) == 0 {
					t.Fatalf("Match(%q): match %+v after token %d of %d", text, m, end, len(s.Tokens))
				}
				end = m.To
				for _, sense := range m.Senses {
					g.describe(sense) // every ref is in its table
				}
			}
		}
	})
}
