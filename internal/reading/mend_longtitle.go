package reading

import "github.com/chancery-project/chancery/internal/language"

// mendLongTitles makes one noun of each name with a long title before it: the
// parser hangs the name on the title or beside it, and a verb behind it on the
// last word of the title ("Chief of the General Staff of the Turkish Armed
// Forces General Metin Gürak called on").
func (p *page) mendLongTitles(si int) {
	caps := p.allCaps(si)
	for _, mt := range p.sents[si].matches {
		if _, core, to := p.longTitle(si, mt.From, caps); core-mt.From >= 4 {
			mendLongTitle(&p.doc.Sentences[si], mt.From, core, to)
		}
	}
}

func mendLongTitle(s *language.Sentence, from, core, to int) {
	inside := func(i int) bool { return i >= from && i < to }
	outer := -1 // the word by which all of it hangs on the sentence
	for i := from; i < to && outer < 0; i++ {
		if !inside(int(s.Tokens[i].Head)) && s.Tokens[i].Rel != language.RelPunct {
			outer = i
		}
	}
	if outer < 0 {
		return
	}
	head, rel := s.Tokens[outer].Head, s.Tokens[outer].Rel
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case i > core && i < to:
			t.Head, t.Rel = int16(core), language.RelFlat
		case i == from:
			t.Head, t.Rel = int16(core), language.RelNmodDesc
		case i == core:
		case inside(i):
			if !inside(int(t.Head)) || int(t.Head) == core {
				t.Head = int16(from)
			}
		case inside(int(t.Head)):
			t.Head = int16(core)
		}
	}
	c := &s.Tokens[core]
	c.Head, c.Rel = head, rel
	if to >= len(s.Tokens) {
		return
	}
	v := &s.Tokens[to]
	if v.UPOS != language.VERB || int(v.Head) != core || v.XPOS != language.XPOSVBD && v.XPOS != language.XPOSVBN {
		return
	}
	v.XPOS = language.XPOSVBD
	v.Head, v.Rel = head, rel
	if rel == language.RelNsubj || rel == language.RelNsubjPass { // "called on X, the ISPR said": taken for who said so
		v.Rel = language.RelCcomp
	}
	c.Head, c.Rel = int16(to), language.RelNsubj
}
