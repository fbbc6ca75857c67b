package lexicon

import (
	"strings"
	"sync"
)

// irregular forms of trigger verbs; the regular ones are made by rule.
var irregular = map[string]string{
	"fly": "flew flown", "go": "went gone goes", "come": "came", "meet": "met", "see": "saw seen seeing", "speak": "spoke spoken",
	"sit": "sat sitting", "leave": "left leaving", "hold": "held", "take": "took taken taking", "ring": "rang rung",
	"swing": "swung", "slip": "slipped slipping", "send": "sent", "confer": "conferred conferring", "stop": "stopped stopping", "seal": "sealed", "host": "hosted",
	"sign": "signed", "strike": "struck", "give": "gave given giving", "find": "found", "keep": "kept", "drive": "drove driven", "ride": "rode ridden", "have": "had", "drop": "dropped dropping", "get": "got", "break": "broke broken", "draw": "drew drawn", "share": "shared", "pin": "pinned pinning", "agree": "agreed agreeing", "initial": "initialled initialling initialed", "telephone": "telephoned telephoning", "travel": "travelled travelling traveled traveling", "invite": "invited inviting", "ink": "inked", "bring": "brought", "lead": "led", "spend": "spent", "skip": "skipped skipping", "jet": "jetted jetting", "sup": "supped supping", "hop": "hopped hopping", "pop": "popped popping", "catch": "caught", "chat": "chatted chatting", "pen": "penned", "wrap": "wrapped wrapping", "hang": "hung", "show": "shown", "dial": "dialled dialling",
}

var forms = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, t := range Triggers() {
		w := t.Word
		add := func(s string) {
			if _, taken := out[s]; !taken {
				out[s] = w
			}
		}
		add(w)
		for _, f := range strings.Fields(irregular[w]) {
			add(f)
		}
		stem := strings.TrimSuffix(w, "e")
		add(w + "s")
		if strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") {
			add(w[:len(w)-1] + "ies")
			add(w[:len(w)-1] + "ied")
		}
		if strings.HasSuffix(w, "h") || strings.HasSuffix(w, "s") {
			add(w + "es")
		}
		if !t.Noun {
			add(stem + "ed")
			add(stem + "ing")
		}
	}
	return out
})

// Lemma gives the trigger that a lower-case word is a form of, or "".
func Lemma(word string) string { return forms()[word] }

// Forms gives every form of a trigger with the trigger; do not change it.
func Forms() map[string]string { return forms() }
