package reading

import (
	"github.com/chancery-project/chancery/internal/language"
)

// sidesAround gives whose body or series a numbered session is, where its own
// name does not say so: of the body that sits ("The joint commission of Morocco
// and Portugal met for its 14th session"), of the two states that hold it
// ("Morocco and Portugal opened the 14th session of their commission"), or of the
// noun that it belongs to ("their dialogue, whose second session").
func (p *page) sidesAround(si, noun int) []string {
	t := p.tree(si)
	v := t.clause(noun)
	if v < 0 {
		return nil
	}
	if h := t.head(v); t.rel(v) == language.RelAclRelcl && h >= 0 && t.childLemma(noun, language.RelNmodPoss, "whose") {
		if codes := p.seriesOwners(si, h); len(codes) == 2 {
			return codes
		}
		v = t.clause(h)
	} else if s, _ := t.subject(v); s >= 0 && s != noun && (bodyNoun(t.lemma(s)) || gatheringNoun(t.lemma(s))) {
		if codes := p.seriesOwners(si, s); len(codes) == 2 {
			return codes
		}
	}
	if v < 0 || !t.isVerb(v) || t.passive(v) || !holdsSession(t.lemma(v)) {
		return nil
	}
	codes := p.subjectCodes(si, v)
	if k := v - 1; len(codes) < 2 && k >= 2 && t.word(k-1) == "and" { // "In Lisbon on Friday Morocco and Portugal opened"
		a, b := p.mention(si, k-2), p.mention(si, k)
		if a != nil && b != nil && a.kind == mState && b.kind == mState {
			codes = []string{a.code, b.code}
		}
	}
	if len(codes) != 2 || codes[0] == "" || codes[1] == "" {
		return nil
	}
	return codes
}

// holdsSession names what states do with a session of theirs.
func holdsSession(lemma string) bool {
	switch lemma {
	case "hold", "open", "close", "conclude", "chair", "co-chair", "launch", "begin", "start", "convene", "lead", "complete", "finish", "end", "reactivate", "conduct", "inaugurate":
		return true
	}
	return false
}

// subjectCodes gives the states and organisations of those who are the subject of
// a verb.
func (p *page) subjectCodes(si, v int) []string {
	var codes []string
	if s, _ := p.tree(si).subject(v); s >= 0 {
		for _, a := range p.actors(si, s, nil) {
			codes = appendNew(codes, a.code)
		}
	}
	return codes
}
