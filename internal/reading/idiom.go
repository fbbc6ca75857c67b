package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// otherwise tells a verb whose words beside it give it a meaning without a
// journey or an encounter: "come up with a plan", "go ahead with a sale", "meet
// its commitments", "sees it so".
func otherwise(t *tree, i int) bool {
	obj := t.child(i, language.RelObj)
	switch t.lemma(i) {
	case "come", "go":
		return i+2 < len(t.s.Tokens) && figurative(t.lemma(i), t.word(i+1), t.word(i+2))
	case "meet":
		return obj > i && fulfilled(t.lemma(obj))
	case "see":
		return obj > i && (t.lemma(obj) == "it" || t.child(i, language.RelXcomp) > obj) // "wants to see the state become a partner"
	case "address": // an envoy, at home
		return obj > i && (envoy(t.lemma(obj)) || hangsOn(t, obj, func(t *tree, c int) bool {
			return t.rel(c) == language.RelNmodDesc && envoy(strings.ToLower(t.word(c)))
		}))
	case "cross":
		return i > 0 && t.tok(i).XPOS != language.XPOSVBD && t.tok(i-1).End == t.tok(i).Start && strings.HasSuffix(t.word(i-1), "-") // "a border-crossing"
	}
	return false
}

// figurative names the words behind "come" and "go" that speak of no way.
func figurative(verb, next, second string) bool {
	if verb == "come" {
		switch next {
		case "up":
			return second == "with" || second == "against" || second == "for"
		case "out":
			return second == "against" || second == "for" || second == "in" || second == "with"
		case "under", "across", "about", "true", "close", "closer", "clean", "short", "forward":
			return true
		}
		return false
	}
	switch next {
	case "ahead", "without", "beyond", "wrong", "unnoticed", "under":
		return true
	case "along", "through", "on":
		return second == "with"
	case "back":
		return second == "on"
	}
	return false
}

// envoy names those who live where they are sent.
func envoy(word string) bool {
	switch word {
	case "ambassador", "envoy", "diplomat", "chargé", "consul":
		return true
	}
	return false
}

// fulfilled names what is met without anybody to meet.
func fulfilled(lemma string) bool {
	switch lemma {
	case "commitment", "obligation", "demand", "need", "requirement", "deadline", "target", "goal", "objective", "criterion", "criteria",
		"standard", "expectation", "challenge", "cost", "expense", "quota", "condition", "promise", "pledge", "bill", "payment", "threshold", "resistance", "opposition", "fate", "aim":
		return true
	}
	return false
}
