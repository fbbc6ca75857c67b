package language

import (
	"strings"
	"testing"
)

// rambling is a text of many sentences without stops, longer than the network
// reads at once.
var rambling = strings.Repeat("Hi all thanks for the note I will call you at 5 p.m. tomorrow or on Monday. see you there!! Cheers Ann ", 60)

// What the network cuts where the rules do not, and the other way round.
func TestSplit(t *testing.T) {
	a := analyzer(t)
	for _, tt := range []struct{ name, text, want string }{
		{"title before a sentence", "Very friendly staff They helped me to find the right shoes in no time. I will come back!!", "Very friendly staff\nThey helped me to find the right shoes in no time .\nI will come back !!"},
		{"mail", "Hi Tom, Thanks for the note. I will call you on Monday. Best regards, Ann Miller", "Hi Tom ,\nThanks for the note .\nI will call you on Monday .\nBest regards ,\nAnn Miller"},
		{"hasty", "the food was cold and nobody cared.. We left after an hour. never again", "the food was cold and nobody cared ..\nWe left after an hour .\nnever again"},
		{"news is left alone", "The Czech president met Mr. Fico in Prague on Tuesday. \"It was high time,\" he said. They had not met since May.", "The Czech president met Mr. Fico in Prague on Tuesday .\n\" It was high time , \" he said .\nThey had not met since May ."},
		{"dateline stays", "PRAGUE, May 3 - The president left Prague. see below!! he said no. He will be back", "PRAGUE , May 3 -\nThe president left Prague .\nsee below !!\nhe said no .\nHe will be back"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := shown(a.Segment(tt.text)); got != tt.want {
				t.Errorf("text:\n%s\ngot:\n%s\nwant:\n%s", tt.text, got, tt.want)
			}
		})
	}
}

// Pieces of a long paragraph join without loss, and a repeated text is cut
// alike in the first piece and in later ones.
func TestSplitLongParagraph(t *testing.T) {
	a := analyzer(t)
	d := a.Segment(rambling)
	if n := len(d.tokens); n < 2*splitWindow {
		t.Fatalf("only %d tokens: the text is too short for this test", n)
	}
	lines := strings.Split(shown(d), "\n")
	count := map[string]int{}
	for _, l := range lines {
		count[l]++
	}
	if n := count["see you there !!"]; n < 55 {
		t.Errorf("the sentence that is in the text 60 times was found %d times, among %q", n, lines[:8])
	}
}

// Where the network takes back an end, the full stop of an abbreviation
// belongs to its word again; where it sees one, the stop is cut off.
func TestRejoin(t *testing.T) {
	var d Document
	Segment("We met at 5 p.m. They left.", &d)
	if got := shown(&d); got != "We met at 5 p.m .\nThey left ." {
		t.Fatalf("the rules give\n%s", got)
	}
	c := cutter{text: d.Text, tokens: d.Sentences[0].Tokens}
	c.rejoin()
	if t0 := c.tokens[len(c.tokens)-1]; d.Word(&t0) != "p.m." {
		t.Errorf("the last token is %q, want p.m.", d.Word(&t0))
	}
	c.rejoin()
	if n := len(c.tokens); n != 5 {
		t.Errorf("%d tokens after a rejoin without a stop, want 5", n)
	}
}

func TestUnsure(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"The president met Mr. Fico in Prague. They had not met since May.", false},
		{"ROME, May 3 - The president left. He will be back.", false},
		{"Czech president meets Fico in Prague", false},
		{"“I wish I could say more,” he said. “But I can't.”", false},
		{"The president left. More to follow", true},
		{"He left.. She stayed.", true},
		{"Really?! Yes.", true},
		{"it was late. He left.", true},
		{"Great talks The president said so.", true},
		{"Class A shares rose.", false},
		{strings.Repeat("He left. ", manySentences), true},
		{strings.Repeat("He left. ", manySentences-1), false},
	} {
		var d Document
		Segment(tt.text, &d)
		if got := unsure(&d, 0, len(d.Sentences)); got != tt.want {
			t.Errorf("%q: unsure %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestSplitAllocatesNothing(t *testing.T) {
	a := analyzer(t)
	a.Segment(rambling)
	a.Segment(rambling) // the buffers change places
	if n := testing.AllocsPerRun(5, func() { a.Segment(rambling) }); n > 2 {
		t.Errorf("%v allocations in a text that was cut before, want none to speak of", n)
	}
}
