package reading

import (
	"slices"
	"strings"
	"testing"
)

// seriesCases are sentences of our own with the summits that they tell:
// "parties country/place when status".
var seriesCases = []struct {
	name, day, text string
	want            []string
}{
	{"next and first of two sides", "2023-09-09", "JAKARTA - Leaders of ASEAN and Japan held their 26th summit on Wednesday. The next one is due in Vientiane in 2024. The first was held in Kuala Lumpur in 1977.",
		[]string{"ASEAN+JPN IDN/Jakarta 2023-09-06 held", "ASEAN+JPN LAO/Vientiane 2024 planned", "ASEAN+JPN MYS/Kuala Lumpur 1977 held"}},
	{"last and numbered", "2024-11-20", "NEW DELHI - Narendra Modi and Fumio Kishida held the 14th India-Japan annual summit in New Delhi on Saturday. The last one took place in Tokyo in October 2018. The 15th is to be held in Japan next year.",
		[]string{"IND+JPN IND/New Delhi 2024-11-16 held", "IND+JPN JPN/Tokyo 2018-10 held", "IND+JPN JPN/ 2025 planned"}},
	{"previous one behind a semicolon", "2023-09-09", "JAKARTA - Leaders of ASEAN and Japan held their 26th summit on Wednesday. This one had been due in July and was put off; the previous one met in Phnom Penh in November 2022.",
		[]string{"ASEAN+JPN IDN/Jakarta 2023-09-06 held", "ASEAN+JPN KHM/Phnom Penh 2022-11 held"}},
	{"summit goes to a city", "2024-07-11", "WASHINGTON - NATO leaders ended their summit in Washington on Thursday. Next year the summit goes to The Hague.",
		[]string{"NATO+USA USA/Washington 2024-07-11 held", "NATO+NLD NLD/The Hague 2025 planned"}},
	{"first of other things", "2024-11-20", "Narendra Modi and Fumio Kishida held the 14th India-Japan annual summit in New Delhi on Saturday. The first was a surprise to nobody.",
		[]string{"IND+JPN IND/New Delhi 2024-11-16 held"}},
}

func TestSeries(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range seriesCases {
		t.Run(c.name, func(t *testing.T) {
			out := readText(t, r, c.day, c.text)
			var got []string
			for i := range out.Engagements {
				e := &out.Engagements[i]
				if e.Kind != Summit {
					continue
				}
				var codes []string
				for _, q := range e.Parties {
					codes = append(codes, q.Country)
				}
				slices.Sort(codes)
				got = append(got, strings.Join(codes, "+")+" "+e.Country+"/"+e.Place+" "+string(e.When)+" "+string(e.Status))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got  %q\n want %q", c.text, got, c.want)
			}
		})
	}
}
