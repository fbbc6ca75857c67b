package reading

import (
	"testing"

	"github.com/chancery-project/chancery/internal/report"
)

// TestParsesOnlyWhatPromises counts the sentences that are parsed. It is what
// keeps general news fast.
func TestParsesOnlyWhatPromises(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		want       int // sentences parsed
	}{
		{"results", "Acme Corp said it expects to take a charge this year. Profits reached a record in Ohio. Its annual meeting is on Tuesday.", 0},
		{"stock exchange", "Shares fell on the Tokyo stock exchange. Traders in London set prices lower. The dollar left Japan weaker.", 0},
		{"one state", "The French president set out his budget in Paris. He asked parliament to accept it.", 0},
		{"a visit", "Shares fell on the Tokyo stock exchange. French President Emmanuel Macron visited Tokyo on Monday.", 2},
		{"an everyday verb", "Narendra Modi will go to Paris in May.", 1},
		{"a pair in the opening", "Emmanuel Macron and Olaf Scholz of Germany took a boat in Hamburg. The weather was fine.", 1},
		{"nothing told", "The French foreign minister read a talks paper of the German government. Rain fell.", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := r.Read(&report.Report{ID: c.name, Published: 20000, Text: c.text}); err != nil {
				t.Fatal(err)
			}
			got := 0
			for si := range r.page.sents {
				if r.page.sents[si].built {
					got++
				}
			}
			if got != c.want {
				t.Errorf("%q: %d sentences parsed, want %d", c.text, got, c.want)
			}
		})
	}
}
