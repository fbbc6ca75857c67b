package timex

import "sync"

// class is what a word can be in a time expression.
type class uint8

const (
	noClass class = iota
	classPunct
	classNumber     // digits
	classNumberWord // "two", "forty"; val is the number
	classScale      // "hundred", "thousand"
	classOrdinal    // "first", "third"; val is the number
	classSomeNumber // "several", "few": a number that is not known
	classMonth      // val 1 to 12
	classMonthShort // "Sept"
	classWeekday    // val 1 to 7
	classWeekdays   // "Tuesdays"
	classWeekdayShort
	classUnit        // "week"; val is the Unit
	classUnits       // "weeks"
	classSeason      // val 1 spring to 4 winter
	classPart        // "morning"; val is the partOfDay
	classDeictic     // "today"; val is the shift in days
	classWhich       // "last", "next"; val is which
	classThird       // "early", "mid", "late"; val is the Mod
	classEdge        // "beginning", "end"; val is the Mod
	classDuring      // "earlier", "later"; val is the Mod
	classHalf        // "half"
	classArticle     // "the", "a"
	classEach        // "each", "every"
	classApprox      // "nearly", "about"; val is the Mod
	classAgo         // "ago"
	classPreposition // "in", "by"; val is the Relation
	classAnd         // "and", "or"
	classRhythm      // "daily"; val is the Unit
	classDecade      // "nineties"; val 90
	classNow         // "now", "recently"; val is the how
	classFeast       // the first word of a feast that no other word announces
	classFiscal      // "fiscal"
	classClock       // "noon", "midday", "midnight"; val is the hour
	classZone        // "EST", "GMT"
	classOther       // words the grammar asks for by name
)

// wordID names the words that rules ask for.
type wordID uint8

const (
	noWord wordID = iota
	wordThe
	wordA
	wordOf
	wordTo
	wordOr
	wordIn
	wordBetween
	wordOnce
	wordTwice
	wordTimes
	wordOld
	wordAgo
	wordBefore
	wordAfter
	wordNow
	wordHence
	wordMore
	wordLess
	wordThan
	wordLeast
	wordMost
	wordAt
	wordUp
	wordNo
	wordAs
	wordPast
	wordFuture
	wordOther
	wordThat
	wordLatest
	wordEnded
	wordCouple
	wordPeriod
	wordOClock
	wordSo
	wordLong
	wordAhead
	wordEarlier
	wordLater
	wordThousand
	wordRecent
	wordNear
	wordFuller
	wordThese
	wordFew
	wordPrevious
	wordFollowing
	wordUntil
	wordDuring
	wordOver
	wordS
	wordM
	wordAM
	wordPM
	wordQ
	wordFY
	wordTrading
	wordAdditional
	wordEnd
	wordCurrent
	wordNext
	wordLast
	wordRecently
	wordOn
	wordSince
	wordPer
)

// entry is a word of the lexicon.
type entry struct {
	word    string
	class   class
	id      wordID
	val     int16
	trigger bool // a sentence without any trigger holds no time expression
}

// slot is a place of the table.
type slot struct {
	entry
	opens bool // names of feasts or timeless names begin with the word
}

// tableSize is a power of two, four times the number of words or more.
const tableSize = 2048

// lexiconTable finds entries by hash, with linear probing, and classes bytes.
type lexiconTable struct {
	slots [tableSize]slot
	kinds [256]byte // kindOf each byte
	lower [256]byte // the byte, a capital letter as a small one
}

// hashStart and hashStep are those of FNV-1a.
const (
	hashStart = 2166136261
	hashStep  = 16777619
)

// add puts an entry in, unless the word is there, and gives its place.
func (t *lexiconTable) add(e entry) *slot {
	h := uint32(hashStart)
	for i := 0; i < len(e.word); i++ {
		h = (h ^ uint32(e.word[i])) * hashStep
	}
	at := h % tableSize
	for t.slots[at].word != "" && t.slots[at].word != e.word {
		at = (at + 1) % tableSize
	}
	if t.slots[at].word == "" {
		t.slots[at].entry = e
	}
	return &t.slots[at]
}

// find gives the place of a word by the hash of its lower-case letters, or nil.
func (t *lexiconTable) find(h uint32, word string) *slot {
	for at := h % tableSize; t.slots[at].word != ""; at = (at + 1) % tableSize {
		if e := &t.slots[at]; len(e.word) == len(word) && foldEqual(e.word, word) {
			return e
		}
	}
	return nil
}

// foldEqual compares lower to word without regard to ASCII capitals.
func foldEqual(lower, word string) bool {
	if len(lower) != len(word) {
		return false
	}
	for i := 0; i < len(lower); i++ {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// lexicon builds the table once; it never changes afterwards.
var lexicon = sync.OnceValue(func() *lexiconTable {
	t := &lexiconTable{}
	for c := range 256 {
		t.kinds[c], t.lower[c] = kindOf(byte(c)), byte(c)
		if c >= 'A' && c <= 'Z' {
			t.lower[c] |= 0x20
		}
	}
	for _, m := range monthWords {
		c := classMonth
		if m.short {
			c = classMonthShort
		}
		t.add(entry{m.word, c, noWord, int16(m.month), true})
	}
	for _, d := range weekdayWords {
		if d.word != "" {
			t.add(entry{d.word, classWeekday, noWord, int16(d.day), true})
			t.add(entry{d.word + "s", classWeekdays, noWord, int16(d.day), true})
		}
		t.add(entry{d.short, classWeekdayShort, noWord, int16(d.day), true})
	}
	for _, p := range partWords {
		t.add(entry{p.word, classPart, noWord, int16(p.part), true})
	}
	t.add(entry{"second", classOrdinal, noWord, 2, false}) // also a unit; the grammar asks which
	for _, u := range unitWords {
		t.add(entry{u.one, classUnit, noWord, int16(u.unit), true})
		t.add(entry{u.many, classUnits, noWord, int16(u.unit), true})
	}
	for _, n := range numberWords {
		t.add(entry{n.word, n.class, n.id, n.val, n.class == classDecade || n.val == 19 || n.word == "twenty"})
	}
	for _, e := range otherWords {
		t.add(e)
	}
	for _, f := range feastWords {
		t.add(entry{word: f.words[0]}).opens = true
	}
	for _, name := range timelessNames {
		t.add(entry{word: name[0]}).opens = true
	}
	return t
})
