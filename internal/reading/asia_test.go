package reading

import "testing"

// TestAmbassadorIsThere reads of an ambassador who is received: a meeting, and no
// visit, for he is posted there.
func TestAmbassadorIsThere(t *testing.T) {
	got := readPlain(t, "2024-11-15", "Kazakh President Kassym-Jomart Tokayev received Japanese Ambassador Yasumasa Iijima at the Akorda on Tuesday.")
	if len(got.Engagements) != 1 || got.Engagements[0].Kind != Meeting {
		t.Errorf("want a meeting alone, got\n%s", printReading(got))
	}
}

// TestGatheringBeside reads of a meeting on the sidelines of a gathering whose name
// has several words: the gathering is no engagement of its own.
func TestGatheringBeside(t *testing.T) {
	got := readPlain(t, "2024-07-15", "South Korean President Yoon Suk Yeol met Japanese Prime Minister Fumio Kishida on the sidelines of the Group of Seven summit in Italy in June.")
	if len(got.Engagements) != 1 || got.Engagements[0].Kind != Meeting {
		t.Errorf("want a meeting alone, got\n%s", printReading(got))
	}
}

// TestHomeAgain reads of a journey that ends at home: nobody else comes there, and
// meetings told without a place are those of the journey.
func TestHomeAgain(t *testing.T) {
	for _, text := range []string{
		"DHAKA: Bangladesh's chief adviser, Muhammad Yunus, will meet Nepal's Prime Minister K P Sharma Oli on the occasion, the ministry said. He will arrive in New York on Sept 23 and leave for Dhaka on Sept 27.",
		"Philippine President Ferdinand Marcos Jr. will visit India at the invitation of Prime Minister Narendra Modi. He will visit Bengaluru before returning to Manila on Sept 28.",
	} {
		for _, e := range readPlain(t, "2024-09-21", text).Engagements {
			if e.Kind == Visit && (e.Country == "BGD" || e.Country == "PHL") {
				t.Errorf("%s\n  gives a visit to %s", text, e.Country)
			}
			if e.Kind == Meeting && e.Country != "USA" {
				t.Errorf("%s\n  has the meeting in %q", text, e.Country)
			}
		}
	}
}
