package dateline

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text, published      string
		place, region, agency, day string
		story                      string
		sure                       bool
	}{
		{"dated with agency", "NEW DELHI, Dec 6 (PTI) - Russia's president arrived.", "2021-12-06", "NEW DELHI", "", "PTI", "2021-12-06", "Russia's", true},
		{"no dash behind the agency", "Kazan, Oct 23 (PTI) The premier met his guest.", "2024-10-23", "Kazan", "", "PTI", "2024-10-23", "The", true},
		{"agency between strokes", "KAZAN, October 22. /TASS/. The president met his guest.", "2024-10-23", "KAZAN", "", "TASS", "2024-10-22", "The", true},
		{"agency in capitals", "YEREVAN, OCTOBER 22, ARMENPRESS. The premier left.", "2024-10-23", "YEREVAN", "", "ARMENPRESS", "2024-10-22", "The", true},
		{"agency without brackets", "Jeddah, October 22, 2024, SPA -- The crown prince met his guest.", "2024-10-23", "Jeddah", "", "SPA", "2024-10-22", "The", true},
		{"full stop behind the date", "BAKU, Azerbaijan, October 22. The president received the envoy.", "2024-10-22", "BAKU", "Azerbaijan", "", "2024-10-22", "The", true},
		{"full stop behind the place", "MOSCOW. Oct 22 (Interfax) - The minister left.", "2024-10-23", "MOSCOW", "", "Interfax", "2024-10-22", "The", true},
		{"colon behind the agency", "ISLAMABAD, Oct 22 (APP): The premier left.", "2024-10-23", "ISLAMABAD", "", "APP", "2024-10-22", "The", true},
		{"colon behind the date", "New Delhi, October 22, 2024: The premier left.", "2024-10-23", "New Delhi", "", "", "2024-10-22", "The", true},
		{"dated", "ROME, Feb 27 - Leaders agreed to meet.", "1987-02-26", "ROME", "", "", "1987-02-27", "Leaders", true},
		{"dated across the year", "PARIS, Dec. 31 - The president spoke.", "2024-01-01", "PARIS", "", "", "2023-12-31", "The", true},
		{"with its year", "GENEVA, March 10, 2023 (Xinhua) -- Talks began.", "2023-03-11", "GENEVA", "", "Xinhua", "2023-03-10", "Talks", true},
		{"day first", "ANKARA, 4 April (AA) - The minister left.", "2024-04-04", "ANKARA", "", "AA", "2024-04-04", "The", true},
		{"region", "BOGOR, Indonesia, June 6 - The guests planted trees.", "2022-06-06", "BOGOR", "Indonesia", "", "2022-06-06", "The", true},
		{"state", "ROCKY HILL, Conn., March 31 - The store said so.", "1987-03-31", "ROCKY HILL", "Conn.", "", "1987-03-31", "The", true},
		{"agency only", "\nNAIROBI, Kenya (AP) _\n\nThe embassy reopened.", "1998-08-08", "NAIROBI", "Kenya", "AP", "", "The", true},
		{"glued underscore", "BONN, Germany (AP)_ A phony address was listed.", "1998-06-26", "BONN", "Germany", "AP", "", "A", true},
		{"bare dash", "WARSAW - The prime ministers met.", "2024-03-28", "WARSAW", "", "", "", "The", true},
		{"em dash", "KYIV — The president thanked his guest.", "2024-03-28", "KYIV", "", "", "", "The", true},
		{"letters outside ASCII", "BRASÍLIA - It took a day.", "2023-11-27", "BRASÍLIA", "", "", "", "It", true},
		{"colon in capitals", "NEW DELHI: The premier will travel.", "2023-03-10", "NEW DELHI", "", "", "", "The", false},
		{"colon", "New Delhi: The premier will travel.", "2023-03-10", "New Delhi", "", "", "", "The", false},
		{"behind a byline", "Our Diplomatic Correspondent\n\nMOSCOW: The premier landed.", "2024-07-10", "MOSCOW", "", "", "", "The", false},
		{"small letters", "La paz, march 18 - a senior official said so.", "1987-03-18", "La paz", "", "", "1987-03-18", "a", true},
		{"date in the brackets", "ANKARA, (AA - 17th Oct, 2024) Foreign Minister Hakan Fidan left for Oslo.", "2024-10-17", "ANKARA", "", "AA - 17th Oct, 2024", "2024-10-17", "Foreign", true},
		{"date in the brackets, then a colon", "LAHORE, Pakistan, (Daily Times - 23rd Jul, 2021 ) :The premier left.", "2021-07-23", "LAHORE", "Pakistan", "Daily Times - 23rd Jul, 2021", "2021-07-23", "The", true},
		{"place in brackets", "(GENEVA) — Ministers of six states met.", "2025-06-06", "GENEVA", "", "", "", "Ministers", true},
		{"nothing behind the date", "New Delhi, Feb 7 Foreign Secretary Vikram Misri left for Thimphu.", "2025-02-07", "New Delhi", "", "", "2025-02-07", "Foreign", true},
		{"a line of its own", "The Kremlin, Moscow\n\nThe president received the ambassador.", "2013-02-01", "The Kremlin", "Moscow", "", "", "The", false},
		{"one word on a line", "Sochi\n\nThe president met the governor.", "2013-02-04", "Sochi", "", "", "", "The", false},
	} {
		published, err := edtf.ParseDay(c.published)
		if err != nil {
			t.Fatal(err)
		}
		d, ok := Find(c.text, published)
		if !ok {
			t.Errorf("%s: none in %q", c.name, c.text)
			continue
		}
		day := ""
		if d.HasDay {
			day = d.Day.String()
		}
		if d.Place.Text(c.text) != c.place || d.Region.Text(c.text) != c.region || d.Agency.Text(c.text) != c.agency || day != c.day || d.Sure != c.sure || !strings.HasPrefix(c.text[d.StoryFrom:], c.story) {
			t.Errorf("%s: %q: place %q region %q agency %q day %q sure %v story %q", c.name, c.text,
				d.Place.Text(c.text), d.Region.Text(c.text), d.Agency.Text(c.text), day, d.Sure, c.text[d.StoryFrom:])
		}
	}
}

func TestNone(t *testing.T) {
	for _, text := range []string{
		"",
		"The minister said on Monday that he would go.",
		"SUNDAY 5 - MONDAY 6 FEBRUARY. The secretary is in Beijing.",
		"BREAKING: The talks are over.",
		"Vladimir Putin and Angel Gurria exchanged views.\n\nThey met in the Kremlin.",
		"President Vladimir Putin: Good afternoon, colleagues.",
		"US-CHINA RELATIONS - AN OVERVIEW",
		"It was Friday - the last day.",
		"12.40 The doors open.",
		"Leaders Gather For Talks On The Sea\n\nThe leaders met.",
	} {
		if d, ok := Find(text, 0); ok {
			t.Errorf("%q: found place %q", text, d.Place.Text(text))
		}
	}
}

// FuzzFind: whatever is found lies inside the text, in order, and is found
// again.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"NEW DELHI, Dec 6 (PTI) - Russia", "A, (", "KYIV — x y z", "The Kremlin, Moscow\n\nText", "X\n\n", "É, 3 May:", "PARIS, Dec. 31, 2024 --abcd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := Find(text, 19000)
		if !ok {
			return
		}
		for _, s := range []Span{d.Span, d.Place, d.Region, d.Date, d.Agency} {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Fatalf("%q: span %v", text, s)
			}
		}
		if d.Place.Empty() || d.StoryFrom < d.End || d.StoryFrom > len(text) {
			t.Fatalf("%q: %+v", text, d)
		}
		if again, _ := Find(text, 19000); again != d {
			t.Fatalf("%q: %+v, then %+v", text, d, again)
		}
	})
}
