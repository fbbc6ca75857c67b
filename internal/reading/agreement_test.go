package reading

import "testing"

// TestNoAgreement reads contracts of firms, old treaties and hopes.
func TestNoAgreement(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"two firms", "Microsoft Corp signed an agreement with the Swiss company Swisscom on Wednesday. Swiss President Viola Amherd welcomed it in Bern."},
		{"firm and state", "Brazil's Petrobras signed an agreement with China's Sinopec in Beijing, Brazilian Vice President Geraldo Alckmin said."},
		{"banks", "Argentina hopes that an agreement with its creditor banks will be reached soon, Economy Minister Luis Caputo told U.S. Treasury Secretary Janet Yellen in Washington."},
		{"old treaty", "The treaty on the Non-Proliferation of Nuclear Weapons obliges Iran to admit inspectors, IAEA chief Rafael Grossi said in Vienna."},
		{"ratified", "Russia ratified a treaty with North Korea. Foreign Minister Sergei Lavrov did not say when Kim Jong Un would come."},
		{"denied", "Canada's Foreign Minister Melanie Joly has not signed any agreement with Mexico, her office said."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readPlain(t, "2024-07-24", c.text); countKind(got, Agreement) > 0 {
				t.Errorf("%q\n  want no agreement, got\n%s", c.text, printReading(got))
			}
		})
	}
}

// TestAgreementOfTheOccasion takes parties, day and place from what is told
// before.
func TestAgreementOfTheOccasion(t *testing.T) {
	got := readPlain(t, "2023-06-25", "CAIRO, June 25 - Egyptian President Abdel Fattah al-Sisi held talks with Indian Prime Minister Narendra Modi in Cairo on Sunday.\n\nFour agreements were signed.")
	for i := range got.Engagements {
		if e := &got.Engagements[i]; e.Kind == Agreement && e.When == "2023-06-25" && e.Country == "EGY" && e.Place == "Cairo" && len(e.Parties) == 2 {
			return
		}
	}
	t.Errorf("want an agreement of EGY and IND in Cairo on 2023-06-25, got\n%s", printReading(got))
}
