package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// general are the words of an event's name that tell no event from another.
var general = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "for": true, "with": true, "in": true, "on": true, "and": true, "to": true, "at": true, "between": true, "its": true, "their": true, "his": true,
	"summit": true, "summits": true, "meeting": true, "meetings": true, "annual": true, "yearly": true, "regular": true, "ordinary": true, "leaders": true, "leader": true, "leaders'": true,
	"heads": true, "state": true, "states": true, "government": true, "governments": true, "session": true, "gathering": true, "conference": true, "round": true, "talks": true, "group": true, "grouping": true, "bloc": true,
	"statement": true, "agreement": true, "agreements": true, "accord": true, "accords": true, "deal": true, "deals": true, "treaty": true, "pact": true, "memorandum": true, "memoranda": true, "understanding": true, "contract": true, "contracts": true, "declaration": true, "joint": true, "document": true, "documents": true, "protocol": true,
	"bilateral": true, "ministerial": true, "s": true, "order": true, "next": true, "last": true, "new": true, "this": true, "year": true, "years": true, "day": true,
}

// parseEvent gives the telling words of an event's name, folded and sorted
// ("Group of 20 summit" gives "g20"), and its number in a series (22 for "22nd
// Russia-India summit", 6 for "sixth summit"), or 0.
func parseEvent(s string) (words []string, number int) {
	folded := twoPlusTwo.Replace(Fold(s))
	fields := strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' })
	for i := 0; i < len(fields); i++ {
		w := strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(fields[i], "’", "'"), "'s"), "'")
		if w == "g" || w == "group" {
			// "Group of Seven", "G-20", "G 7"
			j := i + 1
			if j < len(fields) && fields[j] == "of" {
				j++
			}
			if j < len(fields) {
				n := strings.TrimSuffix(fields[j], "'s")
				if c, ok := cardinal(n); ok {
					words = append(words, "g"+strconv.Itoa(c))
					i = j
					continue
				}
			}
		}
		if n, ok := ordinal(w); ok {
			number = n
			continue
		}
		if general[w] || w == "" || len(w) == 4 && w[0] >= '0' && w[0] <= '9' {
			continue
		}
		words = append(words, w)
	}
	return compact(words), number
}

// twoPlusTwo writes the name of ministers' talks in one way.
var twoPlusTwo = strings.NewReplacer("2+2", "2plus2", "2 + 2", "2plus2", "two-plus-two", "2plus2", "two plus two", "2plus2")

var unitOrdinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "inaugural": 1,
}

// ordinal reads "22nd", "sixth".
func ordinal(w string) (int, bool) {
	if n, ok := unitOrdinals[w]; ok {
		return n, true
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if d, ok := strings.CutSuffix(w, end); ok {
			if n, err := strconv.Atoi(d); err == nil && n > 0 {
				return n, true
			}
		}
	}
	return 0, false
}

var cardinals = map[string]int{"five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "fifteen": 15, "twenty": 20}

// cardinal reads "20", "seven".
func cardinal(w string) (int, bool) {
	if n, ok := cardinals[w]; ok {
		return n, true
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n > 1 && n < 200
}

// eventRelation is how two sets of telling words stand to each other.
type eventRelation int

const (
	eventSilent eventRelation = iota // one of them tells nothing
	eventSame
	eventWithin // one has all the words of the other
	eventShares // some words in common
	eventOther  // nothing in common
)

func relate(a, b []string) eventRelation {
	if len(a) == 0 || len(b) == 0 {
		return eventSilent
	}
	shared := 0
	for _, w := range a {
		if _, ok := slices.BinarySearch(b, w); ok {
			shared++
		}
	}
	switch {
	case shared == len(a) && shared == len(b):
		return eventSame
	case shared == len(a) || shared == len(b):
		return eventWithin
	case shared > 0:
		return eventShares
	}
	return eventOther
}
