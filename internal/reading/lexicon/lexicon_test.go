package lexicon

import "testing"

func TestCheck(t *testing.T) {
	if err := Check(); err != nil {
		t.Fatal(err)
	}
	if n := len(Triggers()); n < 60 {
		t.Fatalf("%d triggers, want 60 or more", n)
	}
}
