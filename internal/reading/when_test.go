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
		{"papers told of behind an aside are of the day of the news", "2024-11-04",
			"BERLIN, Nov 4 - German Foreign Minister Annalena Baerbock held talks with her Polish counterpart Radoslaw Sikorski in Berlin on Monday.\n\nSikorski flew in on Sunday and dined with Economy Minister Robert Habeck the same evening. A memorandum on energy was signed by the two countries.",
			Agreement, "DEU", "2024-11-04", ""},
		{"a demand made in the opening tells the day as well", "2025-03-18",
			"Indian Prime Minister Narendra Modi told New Zealand's Christopher Luxon on Monday that the two countries must fight terrorism together. Luxon reached Delhi on Sunday. The leaders signed a defence pact.",
			Agreement, "IND", "2025-03-17", ""},
		{"the day of the clause above a plan", "2024-09-10",
			"On 12 September, Spanish Prime Minister Pedro Sanchez will host a gathering of ministers in Madrid, which Norwegian Foreign Minister Espen Barth Eide will join for talks with Jose Manuel Albares.",
			Meeting, "", "2024-09-12", ""},
		{"on the day of his arrival", "2024-04-21",
			"Iranian President Ebrahim Raisi will arrive in Islamabad on Monday for a three-day visit. He will hold talks with Prime Minister Shehbaz Sharif on the day of his arrival.",
			Meeting, "PAK", "2024-04-22", ""},
		{"one day or the other", "2024-03-03",
			"Malaysian Prime Minister Anwar Ibrahim is expected in Melbourne on Monday or Tuesday for talks with Australian Prime Minister Anthony Albanese.",
			Visit, "AUS", "2024-03-04/2024-03-05", ""},
		{"welcomed at the start of a stay", "2023-11-10",
			"King Abdullah of Jordan welcomed Egyptian President Abdel Fattah al-Sisi at Amman airport on Friday at the start of a two-day state visit.",
			Visit, "JOR", "2023-11-10/2023-11-11", ""},
		{"just invited", "2024-12-03",
			"Botswana's new president, Duma Boko, met South African President Cyril Ramaphosa in Pretoria on Tuesday. \"He has just invited me to Gaborone,\" Ramaphosa told reporters.",
			Invitation, "BWA", "2024-12-03", ""},
		{"the day before", "2025-09-02",
			"Slovak Prime Minister Robert Fico met Chinese President Xi Jinping in Beijing on Tuesday. The day before, he had talks with Russian President Vladimir Putin there.",
			Meeting, "", "2025-09-01", ""},
		{"a talk that builds on an earlier trip", "2023-07-14",
			"U.S. Secretary of State Antony Blinken met Chinese diplomat Wang Yi in Jakarta on Thursday. The two had a long discussion, building on Blinken's June 18-19 travel to Beijing.",
			Meeting, "IDN", "2023-07-13", "Jakarta"},
		{"was on Tuesday received", "2024-05-23",
			"Chinese Foreign Minister Wang Yi was on Tuesday received by President Vladimir Putin in the Kremlin.",
			Meeting, "RUS", "2024-05-21", "Kremlin"},
		{"what is still to come of a stay", "2024-03-11",
			"BERLIN, March 11 - Malaysian Prime Minister Anwar Ibrahim met German Chancellor Olaf Scholz in Berlin on Monday. Anwar arrived on Sunday for a six-day trip. He is also to meet President Frank-Walter Steinmeier.",
			Meeting, "DEU", "2024-03-11/2024-03-15", ""},
		{"here is where he arrived, after a stop", "2024-03-31",
			"RABAT, March 31 - Spanish Prime Minister Pedro Sanchez is in Morocco to discuss migration, officials said. Sanchez arrived on Saturday after talks in Madrid.",
			Visit, "MAR", "2024-03-30/2024-03-31", "Rabat"},
		{"this week, told on a Sunday", "2024-09-22",
			"French Foreign Minister Jean-Noel Barrot will visit Beirut this week for talks with Prime Minister Najib Mikati, his ministry said on Sunday.",
			Visit, "LBN", "2024-09-23/2024-09-29", "Beirut"},
		{"the length of a tour is that of no stay", "2024-03-31",
			"Vietnamese Prime Minister Pham Minh Chinh left Brasilia on Monday, ending a nine-day tour that took him to the United States and Brazil.",
			Visit, "BRA", "2024-03-25", "Brasilia"},
		{"both days of a gathering", "2022-02-18",
			"BRUSSELS, Feb 18 - Leaders of the European Union and the African Union ended their sixth summit in Brussels on Friday.\n\nSome 40 heads of state sat at the table on both days.",
			Summit, "BEL", "2022-02-17/2022-02-18", ""},
		{"opened and ended", "2025-03-06",
			"The first UK-Ireland summit, which opened on Wednesday night with a dinner, ended in Liverpool on Thursday.",
			Summit, "GBR", "2025-03-05/2025-03-06", "Liverpool"},
		{"the day of an agency's dateline", "2024-10-23",
			"KAZAN, October 22. /TASS/. Russian President Vladimir Putin received the president of the New Development Bank, Dilma Rousseff.",
			Meeting, "RUS", "2024-10-22", "Kazan"},
		{"in the evening of the day that the report is about", "2025-03-13",
			"Steve Witkoff flew into Moscow on Thursday. The Kremlin's Yuri Ushakov, who spoke to Mike Waltz on Wednesday, called his plan a breather. Vladimir Putin was to see the American envoy in the evening.",
			Meeting, "RUS", "2025-03-13", ""},
		{"a stay under way that began", "2024-06-13",
			"Swedish Prime Minister Ulf Kristersson is on a two-day visit to Finland that began on Wednesday.",
			Visit, "FIN", "2024-06-12/2024-06-13", ""},
		{"a stay under way that ends", "2024-06-12",
			"HELSINKI, June 12 - Swedish Prime Minister Ulf Kristersson called for a new railway during his visit to Finland, which ends on Friday.",
			Visit, "FIN", "2024-06-12/2024-06-14", ""},
		{"before midnight", "2024-06-13",
			"Swedish Prime Minister Ulf Kristersson landed in Helsinki shortly before midnight on Tuesday.",
			Visit, "FIN", "2024-06-11", "Helsinki"},
		{"in the early hours", "2024-06-13",
			"Swedish Prime Minister Ulf Kristersson flew to Helsinki on Tuesday and met Finland's Alexander Stubb in the early hours of Wednesday.",
			Meeting, "FIN", "2024-06-12", ""},
		{"in two weeks", "2024-06-13",
			"Swedish Prime Minister Ulf Kristersson will meet Finland's Alexander Stubb in Helsinki in two weeks.",
			Meeting, "FIN", "2024-06-24/2024-06-30", ""},
		{"following Tuesday's talks", "2024-06-13",
			"Following Tuesday's talks in Helsinki with Finland's Alexander Stubb, Swedish Prime Minister Ulf Kristersson said the railway would come.",
			Meeting, "FIN", "2024-06-11", ""},
		{"two, who met", "2024-06-13",
			"Swedish Prime Minister Ulf Kristersson and Finland's Alexander Stubb, who met in Helsinki on Tuesday, agreed to build a railway.",
			Meeting, "FIN", "2024-06-11", ""},
		{"planned for, but cancelled", "2024-06-13",
			"A meeting planned for Tuesday in Helsinki between Sweden's Ulf Kristersson and Finland's Alexander Stubb has been cancelled.",
			Meeting, "FIN", "2024-06-18", ""},
		{"a gathering's own days", "2024-11-12",
			"BAKU, Nov 12 - British Prime Minister Keir Starmer met Azerbaijani President Ilham Aliyev on the sidelines of the COP29 summit, which opened here on Monday.",
			Meeting, "AZE", "2024-11-12", ""},
		{"the day before counts from no month", "2024-09-27",
			"Chinese Foreign Minister Wang Yi met with Antony Blinken on Friday in New York. The two last met in Vientiane in July. Wang had talks with Brazil's Mauro Vieira the day before.",
			Meeting, "", "2024-09-26", ""},
		{"to be held", "2024-06-13",
			"The G20 summit, to be held in Rio de Janeiro on November 18 and 19, will bring together Joe Biden and Xi Jinping.",
			Summit, "BRA", "2024-11-18/2024-11-19", ""},
		{"days of talks that end", "2024-06-13",
			"Armenian and Azerbaijani delegations held two days of talks in Almaty, ending on Wednesday.",
			Meeting, "KAZ", "2024-06-11/2024-06-12", ""},
		{"put off from one day to another", "2024-06-13",
			"Armenia's Ararat Mirzoyan postponed a meeting with Azerbaijan's Jeyhun Bayramov from Tuesday to Friday.",
			Meeting, "", "2024-06-14", ""},
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
