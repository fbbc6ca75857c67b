package lemma

import "testing"

func learned(t *testing.T) *Table {
	t.Helper()
	var l Learner
	for _, w := range []struct {
		word  string
		tag   byte
		lemma string
	}{
		{"visited", 1, "visit"}, {"talked", 1, "talk"}, {"agreed", 1, "agree"}, {"hosted", 1, "host"}, {"met", 1, "meet"}, {"moved", 1, "move"},
		{"arrived", 1, "arrive"}, {"received", 1, "receive"}, {"The", 2, "the"}, {"A", 2, "a"}, {"Rome", 3, "Rome"}, {"Paris", 3, "Paris"}, {"’s", 4, "'s"},
	} {
		l.Add(w.word, w.tag, w.lemma, 1)
	}
	table, err := Read(l.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestLemma(t *testing.T) {
	table := learned(t)
	for _, tt := range []struct {
		name, word string
		tag        byte
		want       string
	}{
		{"seen", "visited", 1, "visit"},
		{"irregular", "met", 1, "meet"},
		{"by the ending", "perceived", 1, "perceive"},
		{"by a shorter ending", "greeted", 1, "greet"},
		{"capital dropped", "An", 2, "an"},
		{"name kept", "Vienna", 3, "Vienna"},
		{"curly apostrophe", "’s", 4, "'s"},
		{"unknown tag", "visited", 9, "visited"},
		{"empty", "", 1, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := table.Lemma(tt.word, tt.tag); got != tt.want {
				t.Errorf("Lemma(%q, %d) = %q, want %q", tt.word, tt.tag, got, tt.want)
			}
		})
	}
}

func TestReadRefusesJunk(t *testing.T) {
	for _, in := range []string{"", "CHLEM1", "CHLEM0\n\n\n", "CHLEM1\nx y\n\n", "CHLEM1\n0 1 e\n\nB0ed\t7\n"} {
		if _, err := Read([]byte(in)); err == nil {
			t.Errorf("Read(%q) gives no error", in)
		}
	}
}
