package reading

import (
	"sync"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// cue is what single words of a sentence promise, before anything is parsed.
type cue uint32

const (
	cueTrigger  cue = 1 << iota // a form of a word that announces an engagement
	cueEveryday                 // one that is mostly said of something else: "take", "reached"
	cueFair                     // one that is said of other things too: "left", "signed"
	cueStrong                   // one that is rarely said of anything else: "visit", "talks", "met"
	cueIn                       // "in" before a capital: somebody may be there
	cueAgain                    // a practice: "every", "alternately"
	cueAbout                    // takes up people named before: "he", "both", "delegation"
	cueDeal                     // "agreement", "accord"
	cueNew                      // a trigger that the gate has not learned from
	cueMany                     // states that are counted: "nine countries will meet"
	cueTeam                     // a body of officials that travels: "delegation", "mission"
	cueHere                     // "here": somebody may be there
	cueTheme                    // what people who are together do: "discussed"
	cuePair                     // who they are: "the leaders", "the two sides"
	cueBeen                     // "been", which tells of a journey before "to"
	cueSitting                  // those who sit for a body: "EC farm ministers"
	cueTurns                    // contacts that come again: "every", "rotates"
	cueOff                      // "off", which tells of a journey before "to"
	cueOrder                    // "Order", which is an honour before "of"
	cueBargain                  // "deal", which tells of an accord where two states strike it
)

// scan lists the sentences that can tell of an engagement: they hold a form of
// a trigger, or name a state or city after "in" as the place somebody is.
// Everything else is never parsed unless a reference leads there.
func (p *page) scan() []int {
	words := cueWords()
	p.candidates, p.cues = p.candidates[:0], p.cues[:0]
	for si := range p.doc.Sentences {
		tokens := p.doc.Sentences[si].Tokens
		var found cue
		for i := range tokens {
			c := words.of(p.doc.Word(&tokens[i]))
			if c == cueIn && !p.capitalBehind(tokens, i) {
				continue
			}
			if c == cueBeen { // "has been to Astana", "has been to several countries, namely"
				if i+2 >= len(tokens) {
					continue
				}
				if w := p.doc.Word(&tokens[i+1]); w != "to" && w != "through" {
					continue
				}
				c = cueIn
			}
			if c == cueOff || c == cueOrder {
				if c = p.cueBefore(c, tokens, i); c == 0 {
					continue
				}
			}
			found |= c
		}
		p.cues = append(p.cues, found)
		if found&(cueTrigger|cueIn|cueAgain|cueTheme) != 0 || found&cueSitting != 0 && si <= p.lead() || found&cueTeam != 0 && found&cueHere != 0 {
			p.candidates = append(p.candidates, si)
		}
	}
	return p.candidates
}

// cueBefore gives what a word promises before the word that follows it: "is off to
// Dakar", "is bound for Dakar", "the Order of Merit".
func (p *page) cueBefore(c cue, tokens []language.Token, i int) cue {
	if i+2 >= len(tokens) {
		return 0
	}
	switch w := p.doc.Word(&tokens[i+1]); {
	case c == cueOff && (w == "to" || w == "for") && p.capitalBehind(tokens, i+1):
		return cueIn
	case c == cueOrder && w == "of" && p.doc.Text[tokens[i].Start] < 'a':
		return cueTrigger | cueStrong | cueNew
	}
	return 0
}

// capitalBehind tells whether a capital follows token i, over "the".
func (p *page) capitalBehind(tokens []language.Token, i int) bool {
	i++
	if i+1 < len(tokens) && p.doc.Word(&tokens[i]) == "the" {
		i++
	}
	if i >= len(tokens) {
		return false
	}
	c := p.doc.Text[tokens[i].Start]
	return c >= 'A' && c <= 'Z' || c >= 0x80
}

// cueTable finds the cue of a word without making it a string of its own: open
// addressing over a hash of its lower-case bytes.
type cueTable struct {
	hashes [cueSlots]uint64
	cues   [cueSlots]cue
}

const (
	cueSlots   = 4096
	longestCue = 32
)

// cueWords is made once of the lexicon.
var cueWords = sync.OnceValue(func() *cueTable {
	t := &cueTable{}
	learned, err := gate.Load()
	if err != nil {
		learned = &gate.Gate{} // New says so
	}
	for form, word := range lexicon.Forms() {
		switch word {
		case "include", // a tour does, and says so itself
			"have", "keep", "find", "walk", "face", "drive", "ride", "pack", "drop", "hand", "line", "break", "share", "put", "draw", "treat", "grant", "show", "catch", "link", "board", "hang", "invest", "table", "contact", "hammer", "wrap", "pop", "hop", "wing": // what makes them tell something does so by itself
			switch form {
			case "drove", "drives", "rode", "packing", "boarded", "contacted", "hopped", "popped", "winged", "winging":
				t.add(form, cueTrigger|cueNew)
			case "hammered", "wrapped":
				t.add(form, cueTrigger|cueEveryday|cueNew)
			}
			continue
		case "discuss", "deliberate":
			t.add(form, cueTheme)
			continue
		}
		c := cueTrigger
		switch {
		case hollowTrigger(word) && !(word == "initial" && len(form) > len("initials")): // "initialled" is a verb, "initial" seldom is
		case everydayTrigger(word):
			c |= cueEveryday
		case commonTrigger(word):
			c |= cueFair
		default:
			c |= cueStrong
		}
		if !learned.Knows(word) {
			c |= cueNew
		}
		t.add(form, c)
	}
	for _, w := range []string{"every", "turn", "year", "annually", "alternately", "presidency", "chairmanship", "gavel", "guest", "guests", "visitor", "attendance", "presence", "participation", "itinerary", "follow", "follows", "destination", "rostrum", "mourners", "attendees", "participants"} {
		t.add(w, cueAgain)
	}
	for _, w := range []string{"every", "annually", "yearly", "rotates", "rotating", "alternates", "alternately"} {
		t.add(w, cueAgain|cueTurns|cueNew)
	}
	for _, w := range []string{"he", "she", "they", "him", "her", "his", "them", "their", "both", "two", "sides", "delegation", "counterpart", "we"} {
		t.add(w, cueAbout)
	}
	for _, w := range []string{"agree", "agreed", "agreement", "agreements", "accord", "accords", "pact", "pacts", "treaty", "treaties", "memorandum", "memoranda", "mou", "mous"} {
		t.add(w, cueDeal)
	}
	for _, w := range []string{"delegation", "delegations", "team", "mission", "negotiators", "inspectors"} {
		t.add(w, cueTeam)
	}
	t.add("here", cueHere)
	for _, w := range []string{"leaders", "ministers", "presidents", "two", "both", "sides", "they", "counterpart"} {
		t.add(w, cuePair)
	}
	t.add("leaders", cueSitting)
	t.add("ministers", cueSitting)
	t.add("countries", cueMany)
	t.add("nations", cueMany)
	t.add("represented", cueTrigger|cueNew)
	t.add("ratification", cueFair)
	t.add("nearing", cueFair)
	t.add("in", cueIn)
	t.add("been", cueBeen)
	t.add("off", cueOff)
	t.add("bound", cueOff)
	t.add("order", cueOrder)
	t.add("deal", cueBargain)
	return t
})

// commonTrigger names triggers that other news uses now and then.
func commonTrigger(word string) bool {
	switch word {
	case "address", "guest", "depart", "dispatch", "shuttle", "stay", "join", "tour", "participate", "speak", "chair", "conclude", "finalise", "finalize", "ring", "seal", "sign", "conference", "session", "assemble", "assembly":
		return true
	}
	return false
}

// everydayTrigger names triggers that are mostly said of something else: "took
// a share", "reached a record".
func everydayTrigger(word string) bool {
	switch word {
	case "agree", "bring", "enter", "pen", "name", "negotiate", "strike", "pin", "phone", "tea", "telephone", "tell", "welcome",
		"come", "leave", "receive", "award", "round", "accept",
		"ask", "call", "give", "go", "play", "present", "proceed", "reach", "request", "return", "see", "send", "spend", "stop", "swing", "take", "touch":
		return true
	}
	return false
}

// hollowTrigger names triggers that promise nothing by themselves: "stock
// exchange", "expected profits", "set a price".
func hollowTrigger(word string) bool {
	switch word {
	case "agreement", "accord", "pact", "treaty", "deal", "partnership", "memorandum", "declaration",
		"aside", "down", "one", "hour", "minute", "evening", "afternoon", "coffee", "beer", "supper", "compare",
		"carry", "continue", "cross", "decline", "exchange", "land", "expect", "head", "initial", "lead", "move", "pass", "pull", "set", "slip", "turn", "way":
		return true
	}
	return false
}

func (t *cueTable) add(word string, c cue) {
	h := cueHash(word)
	k := h % cueSlots
	for t.hashes[k] != 0 && t.hashes[k] != h {
		k = (k + 1) % cueSlots
	}
	t.hashes[k] = h
	t.cues[k] |= c
}

func (t *cueTable) of(word string) cue {
	if len(word) < 2 || len(word) > longestCue {
		return 0
	}
	h := cueHash(word)
	for k := h % cueSlots; t.hashes[k] != 0; k = (k + 1) % cueSlots {
		if t.hashes[k] == h {
			return t.cues[k]
		}
	}
	return 0
}

// cueHash is FNV-1a of the word with ASCII capitals as small letters; never 0
// for the words of the table.
func cueHash(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h ^ h>>29
}
