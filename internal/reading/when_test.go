package reading

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
)

// TestWhenAndWhere reads times and places that are told in another sentence
// than the engagement, or follow from what is told around it.
func TestWhenAndWhere(t *testing.T) {
	for _, c := range []struct {
		name, published, text string
		kind                  Kind
		country               string // of the engagement, which tells it from others of its kind
		when                  edtf.Date
		place                 string
	}{
		{"meetings on the days after the arrival lengthen a stay", "2023-09-12",
			"HANOI - Joe Biden came to Hanoi on Sunday and met Communist Party chief Nguyen Phu Trong.\n\nOn Monday he met Prime Minister Pham Minh Chinh.",
			Visit, "VNM", "2023-09-10/2023-09-11", "Hanoi"},
		{"an undated meeting is of the day that the opening tells", "2021-06-18",
			"In a villa above Lake Geneva Joe Biden and Vladimir Putin shook hands on Wednesday, the first meeting of the two since 2016.",
			Meeting, "", "2021-06-16", ""},
		{"who arrived and is still in the news from there", "2024-03-13",
			"DHAKA, March 13 - Bhutan's King Jigme Khesar Namgyel Wangchuck thanked Bangladesh for its help on Wednesday.\n\nThe king arrived in Dhaka on Monday.",
			Visit, "BGD", "2024-03-11/2024-03-13", "Dhaka"},
		{"talks told behind the time of a long visit", "2024-04-02",
			"Iraqi Prime Minister Mohammed Shia al-Sudani will make a week-long visit to Washington from April 13 and hold talks with President Joe Biden.",
			Meeting, "USA", "2024-04-13/2024-04-19", ""},
		{"during an older visit", "2023-04-20",
			"Singapore's Foreign Minister Vivian Balakrishnan made an official visit to Malaysia from 28 to 30 March. During the visit he met Prime Minister Anwar Ibrahim.",
			Meeting, "MYS", "2023-03-28/2023-03-30", ""},
		{"earlier in the day is not counted from what lies ahead", "1987-03-24",
			"BONN, March 24 - British Prime Minister Margaret Thatcher will visit Moscow next week. On Monday she met Chancellor Helmut Kohl in Bonn; earlier in the day she met President Francois Mitterrand in Caen.",
			Meeting, "FRA", "1987-03-23", "Caen"},
		{"an invitation is of the day on which the two met", "2025-02-14",
			"Indian Prime Minister Narendra Modi landed in Washington on Wednesday evening. On Thursday he met President Donald Trump at the White House.\n\nModi invited Trump to visit India.",
			Invitation, "IND", "2025-02-13", ""},
		{"a meeting beside a gathering is where the participant is", "2023-07-12",
			"VILNIUS, July 12 - NATO leaders met in Vilnius on Wednesday. Turkey's Tayyip Erdogan attended the summit in Vilnius.\n\nErdogan and Greek Prime Minister Kyriakos Mitsotakis sat down for an hour on Wednesday.",
			Meeting, "LTU", "2023-07-12", "Vilnius"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readPlain(t, c.published, c.text)
			for i := range got.Engagements {
				if e := &got.Engagements[i]; e.Kind == c.kind && e.Country == c.country && e.When == c.when && (c.place == "" || e.Place == c.place) {
					return
				}
			}
			t.Errorf("%q\n  want a %s in %s/%s on %s, got\n%s", c.text, c.kind, c.country, c.place, c.when, printReading(got))
		})
	}
}
