package gazetteer

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
)

func TestResolve(t *testing.T) {
	g := load1(t)
	tests := []struct{ name, in, want string }{
		{"code", "IND", "IND"},
		{"code in lower case", "ind", "IND"},
		{"code of two letters", "DE", "DEU"},
		{"usual name", "Russia", "RUS"},
		{"any case", "south korea", "KOR"},
		{"with the article", "the United Arab Emirates", "ARE"},
		{"abbreviation", "u.k.", "GBR"},
		{"demonym", "Dutch", "NLD"},
		{"people", "danes", "DNK"},
		{"former name", "Burma", "MMR"},
		{"former state", "Soviet Union", "SUN"},
		{"capital", "Ouagadougou", "BFA"},
		{"seat", "the Kremlin", "RUS"},
		{"organisation", "european union", "EU"},
		{"organisation's code", "nato", "NATO"},
		{"another name of a state", "Palestinian Authority", "PSE"},
		{"diacritics", "cote d'ivoire", "CIV"},
		{"nothing", "Ruritania", ""},
		{"empty", " ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, ok := g.Resolve(tt.in); got != tt.want || ok != (tt.want != "") {
				t.Errorf("Resolve(%q) = %q, %v; want %q", tt.in, got, ok, tt.want)
			}
		})
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Łódź", "lodz"}, {"Ærø", "aero"}, {"Đặng", "dang"}, {"İzmir", "izmir"}, {"Diyarbakır", "diyarbakir"},
		{"Straße", "strasse"}, {"Xi’an", "xi'an"}, {"São Tomé", "sao tome"}, {"Москва", "москва"}, {"plain", "plain"}, {"", ""},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q; want %q", tt.in, got, tt.want)
		}
	}
}

func TestCountryAt(t *testing.T) {
	g := load1(t)
	tests := []struct{ code, day, want string }{
		{"RUS", "1987-03-01", "SUN"}, {"RUS", "1991-12-25", "SUN"}, {"RUS", "1991-12-26", "RUS"},
		{"LTU", "1991-10-01", "LTU"}, {"CZE", "1992-12-31", "CSK"}, {"SVK", "1993-01-01", "SVK"},
		{"HRV", "1990-01-01", "YUG"}, {"SRB", "1999-05-01", "YUG"}, {"XKX", "2005-01-01", "SRB"}, {"XKX", "2009-01-01", "XKX"},
		{"DEU", "1987-03-01", "DEU"}, {"NATO", "1987-03-01", "NATO"},
	}
	for _, tt := range tests {
		if got := g.CountryAt(tt.code, day(t, tt.day)); got != tt.want {
			t.Errorf("CountryAt(%s, %s) = %s; want %s", tt.code, tt.day, got, tt.want)
		}
	}
}

func TestCitiesByDay(t *testing.T) {
	g := load1(t)
	tests := []struct{ city, day, state, capital string }{
		{"Leipzig", "1987-03-01", "DDR", ""}, {"Leipzig", "1995-03-01", "DEU", ""}, {"Kiev", "1987-03-01", "SUN", ""},
		{"Kyiv", "2022-03-01", "UKR", "UKR"}, {"Moscow", "1987-03-01", "SUN", "SUN"}, {"Moscow", "2024-03-01", "RUS", "RUS"},
		{"Bonn", "1987-03-01", "DEU", "DEU"}, {"Bonn", "2010-03-01", "DEU", ""}, {"East Berlin", "1987-03-01", "DDR", "DDR"},
		{"Prague", "1987-03-01", "CSK", "CSK"}, {"Belgrade", "1987-03-01", "YUG", "YUG"}, {"Zagreb", "1987-03-01", "YUG", ""},
		{"Almaty", "1995-03-01", "KAZ", "KAZ"}, {"Rangoon", "1988-03-01", "MMR", "MMR"}, {"Munich", "2024-03-01", "DEU", ""},
	}
	for _, tt := range tests {
		doc := sentences("in "+tt.city, 1)
		ms := g.Match(doc, &doc.Sentences[0], nil)
		if len(ms) != 1 {
			t.Errorf("Match(%q) gives %d matches; want 1", doc.Text, len(ms))
			continue
		}
		ref, ok := ms[0].Has(KindCity)
		if !ok {
			t.Errorf("Match(%q) gives no city", doc.Text)
			continue
		}
		if got := g.CityCountryAt(ref, day(t, tt.day)); got != tt.state {
			t.Errorf("CityCountryAt(%s, %s) = %s; want %s", tt.city, tt.day, got, tt.state)
		}
		if got := g.CapitalAt(ref, day(t, tt.day)); got != tt.capital {
			t.Errorf("CapitalAt(%s, %s) = %q; want %q", tt.city, tt.day, got, tt.capital)
		}
	}
}

func TestMembers(t *testing.T) {
	g := load1(t)
	tests := []struct {
		organisation, state, day string
		want                     bool
	}{
		{"EU", "GBR", "2019-01-01", true}, {"EU", "GBR", "2021-01-01", false}, {"NATO", "SWE", "2023-01-01", false}, {"NATO", "SWE", "2024-12-31", true},
		{"BRICS", "EGY", "2023-06-01", false}, {"BRICS", "EGY", "2025-06-01", true}, {"UN", "TUV", "2020-01-01", true}, {"EC", "ESP", "1985-01-01", false},
	}
	for _, tt := range tests {
		o, ok := g.OrganisationByCode(tt.organisation)
		if !ok {
			t.Errorf("no organisation %s", tt.organisation)
			continue
		}
		if got := o.HasMember(tt.state, day(t, tt.day)); got != tt.want {
			t.Errorf("%s.HasMember(%s, %s) = %v; want %v", tt.organisation, tt.state, tt.day, got, tt.want)
		}
	}
	eu, _ := g.OrganisationByCode("EU")
	if n := len(eu.MembersAt(day(t, "2024-01-01"))); n != 27 {
		t.Errorf("the EU has %d members in 2024; want 27", n)
	}
	nato, _ := g.OrganisationByCode("NATO")
	if n := len(nato.MembersAt(day(t, "2024-12-31"))); n != 32 {
		t.Errorf("NATO has %d members at the end of 2024; want 32", n)
	}
}

func TestPeopleByName(t *testing.T) {
	g := load1(t)
	for _, tt := range []struct{ surname, want string }{
		{"erdogan", "Recep Tayyip Erdogan"}, {"Orbán", "Viktor Orban"}, {"May", "Theresa May"}, {"Schroeder", "Gerhard Schr"}, {"von der leyen", "Ursula von der Leyen"}, {"Xi", "Xi Jinping"},
	} {
		found := false
		var names []string
		for _, p := range g.People(tt.surname) {
			names = append(names, p.Name)
			found = found || strings.HasPrefix(Fold(p.Name), Fold(tt.want))
		}
		if !found {
			t.Errorf("People(%q) = %q; want %s among them", tt.surname, names, tt.want)
		}
	}
}

func TestParseOffice(t *testing.T) {
	g := load1(t)
	tests := []struct {
		in      string
		role    Role
		tense   Tense
		country string
		n       int
	}{
		{"foreign minister", RoleForeignMinister, Current, "", 2},
		{"former Russian president Dmitry", RoleHeadOfState, Former, "RUS", 3},
		{"Indian Foreign Secretary", "foreign-civil", Current, "IND", 3},
		{"British Foreign Secretary", RoleForeignMinister, Current, "GBR", 3},
		{"US Secretary of State", RoleForeignMinister, Current, "USA", 4},
		{"Vatican Secretary of State", RoleHeadOfGovernment, Current, "VAT", 4},
		{"president-elect of Chile", RoleHeadOfState, Elect, "CHL", 3},
		{"Kremlin aide Yuri Ushakov", RoleAide, Current, "RUS", 2},
		{"acting deputy minister of foreign affairs", "deputy-foreign-minister", Acting, "", 6},
		{"prime minister of the Netherlands", RoleHeadOfGovernment, Current, "NLD", 5},
		{"Chancellor of the Exchequer", RoleFinanceMinister, Current, "", 4},
		{"green grass", "", Current, "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			use, n, ok := g.ParseOffice(strings.Fields(tt.in))
			var role Role
			if ok {
				role = g.Office(use.Office).Role
			}
			if role != tt.role || use.Tense != tt.tense || use.Country != tt.country || n != tt.n {
				t.Errorf("ParseOffice(%q) = %s, tense %d, %q, %d words; want %s, tense %d, %q, %d words", tt.in, role, use.Tense, use.Country, n, tt.role, tt.tense, tt.country, tt.n)
			}
		})
	}
}

func day(t *testing.T, s string) edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
