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
