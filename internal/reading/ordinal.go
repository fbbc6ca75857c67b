package reading

import (
	"strconv"
	"strings"
)

var ordinalWords = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
	"sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100}

// tens are the first halves of ordinals in two words: "twenty-third".
var tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// ordinalAt reads the ordinal that ends at a token, "twenty-third" among them;
// 0 where there is none.
func (t *tree) ordinalAt(i int) int {
	n := ordinal(strings.ToLower(t.word(i)))
	if n > 0 && n < 10 && i > 1 && t.word(i-1) == "-" {
		n += tens[strings.ToLower(t.word(i-2))]
	}
	return n
}

// ordinal reads "22nd" and "sixth" in lower case; 0 where it is none.
func ordinal(w string) int {
	if n := ordinalWords[w]; n > 0 {
		return n
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if d, ok := strings.CutSuffix(w, end); ok && d != "" {
			if n, err := strconv.Atoi(d); err == nil && n < 500 {
				return n
			}
		}
	}
	return 0
}

var cardinalWords = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "once": 1, "twice": 2, "thrice": 3}

// cardinal reads "3", "three" and "twice"; 0 where it is none.
func cardinal(w string) int {
	if n := cardinalWords[strings.ToLower(w)]; n > 0 {
		return n
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 0 || n > 400 {
		return 0
	}
	return n
}
