package reading

import (
	"github.com/chancery-project/chancery/internal/language"
)

// mendDayName makes a subject of the name behind a day at the head of a
// sentence, where the parser takes day and name for one: "On Wednesday Eide met".
func mendDayName(doc *language.Document, s *language.Sentence, i int) {
	v := &s.Tokens[i]
	if v.XPOS != language.XPOSVBD && v.XPOS != language.XPOSVBZ && v.XPOS != language.XPOSVBN && v.XPOS != language.XPOSVB && v.XPOS != language.XPOSVBG ||
		childOf(s, i, language.RelNsubj, language.RelNsubjPass) {
		return
	}
	d := -1
	for k := 0; k < i && k < 4; k++ {
		if daysName(doc.Word(&s.Tokens[k])) {
			d = k
		}
	}
	n := d + 1
	if d < 0 || n >= i || s.Tokens[n].UPOS != language.PROPN || daysName(doc.Word(&s.Tokens[n])) {
		return
	}
	last := n
	for last+1 < i && s.Tokens[last+1].UPOS == language.PROPN {
		last++
	}
	for k := last + 1; k < i; k++ { // nothing but auxiliaries and adverbs up to the verb
		if u := s.Tokens[k].UPOS; u != language.AUX && u != language.ADV {
			return
		}
	}
	head := -1
	for k := n; k <= last; k++ {
		if h := int(s.Tokens[k].Head); h < n || h > last {
			if head >= 0 && h != d { // two phrases
				return
			}
			head = k
		}
	}
	day := &s.Tokens[d]
	if head < 0 || head != n && s.Tokens[n].Rel == language.RelFlat && int(s.Tokens[n].Head) != d {
		return
	}
	name := &s.Tokens[head]
	if int(name.Head) != d && int(day.Head) != head { // only where the two were taken for one
		return
	}
	if int(day.Head) == head {
		for k := range d { // what stood with the name as with one phrase: "On"
			if c := &s.Tokens[k]; int(c.Head) == head {
				c.Head = int16(d)
			}
		}
	}
	day.Head, day.Rel = int16(i), language.RelObl
	name.Head, name.Rel = int16(i), language.RelNsubj
	if childOf(s, i, language.RelAuxPass) {
		name.Rel = language.RelNsubjPass
	}
	for k := n; k <= last; k++ {
		if c := &s.Tokens[k]; k != head && int(c.Head) == d {
			c.Head, c.Rel = int16(head), language.RelFlat
		}
	}
}

// mendFiniteName makes a subject of the name that the parser takes for the
// first part of a compound with a finite verb: "Shmyhal heads to Spain".
func mendFiniteName(s *language.Sentence, i int) {
	t := &s.Tokens[i]
	v := int(t.Head)
	if t.UPOS != language.PROPN || v <= i || v-i > 2 || s.Tokens[v].UPOS != language.VERB || childOf(s, v, language.RelNsubj, language.RelNsubjPass) {
		return
	}
	if x := s.Tokens[v].XPOS; x != language.XPOSVBZ && x != language.XPOSVBD && x != language.XPOSVBP {
		return
	}
	t.Rel = language.RelNsubj
}
