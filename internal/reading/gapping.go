package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// counterpartAt is one of several whom a sentence says were met one after
// another, with the day and the place that stand beside him.
type counterpartAt struct {
	from, to int   // the tokens of his own words
	toks     []int // their heads; several where X and Y share a day
	when     int32 // index into page.times, or -1
	where    locus
	later    bool // "then", "later": after the one before him
}

// gapped splits "met X on Sunday and Y on Monday", "held talks with X in Ankara
// and later in Tehran with Y": each has his own day or place, and the verb is
// said once. It looks at the words in their order, because the parser hangs the
// second name on the day before it as often as on the first name.
func (p *page) gapped(e *event) []event {
	if len(e.met) == 0 || e.trig == nil {
		return nil
	}
	list := p.counterpartsBehind(e)
	if len(list) < 2 {
		return nil
	}
	byTime, byPlace := true, true
	for _, c := range list {
		byTime = byTime && c.when >= 0
		byPlace = byPlace && c.where.country != ""
	}
	then := true // "with X and then with Y"
	for _, c := range list[1:] {
		then = then && c.later
	}
	if !byTime && !byPlace && !then {
		return nil
	}
	var near []participant
	for _, q := range e.parties {
		if !slices.ContainsFunc(e.met, func(a actor) bool { return a.code == q.code }) && !p.namedIn(q, e.sent, list) {
			near = append(near, q)
		}
	}
	if len(near) == 0 {
		return nil
	}
	var out []event
	for k, c := range list {
		one := *e
		one.parties, one.alone = slices.Clone(near), true
		if k > 0 {
			one.place = locus{}
		}
		for _, tok := range c.toks {
			for _, a := range p.single(e.sent, tok, nil) {
				one.add(a, RoleParty, e.sent)
			}
		}
		if c.where.country != "" {
			one.place = c.where
		}
		if c.when >= 0 {
			one.when, one.times = p.resolve(&one, c.when), []int32{c.when}
		}
		if one.countries() < 2 {
			return nil
		}
		out = append(out, one)
	}
	return out
}

// namedIn tells whether a participant stands in the words of one of the list.
func (p *page) namedIn(q participant, si int, list []counterpartAt) bool {
	return q.sent == si && slices.ContainsFunc(list, func(c counterpartAt) bool { return q.tok >= c.from && q.tok < c.to })
}

// counterpartsBehind lists the people behind a trigger up to the next verb,
// each with what stands on his side of the "and" or comma.
func (p *page) counterpartsBehind(e *event) []counterpartAt {
	t := p.tree(e.sent)
	var out []counterpartAt
	from := e.tok + 1 // where the words of the next one begin
	for k := e.tok + 1; k < len(t.s.Tokens); k++ {
		if t.upos(k) == language.VERB && t.rel(k) != language.RelAmod && t.rel(k) != language.RelAcl || t.upos(k) == language.SCONJ || relativeWord(t.word(k)) || t.word(k) == ";" {
			break
		}
		head, to, ok := p.counterpartToken(e.sent, k)
		if !ok {
			continue
		}
		if n := len(out); n > 0 {
			edge := p.edgeBetween(t, out[n-1].to, k)
			if edge < 0 || edge == out[n-1].to && t.word(edge) == "," && (p.mention(e.sent, k) == nil || p.mention(e.sent, k).kind == mOffice) { // "X, the party's top diplomat": the same one
				k = to - 1
				continue
			}
			p.beside(e.sent, &out[n-1], from, edge)
			from = edge
			if last := &out[n-1]; last.when < 0 && last.where.country == "" && !p.between(t, from-1, k, "then", "later", "afterwards", "subsequently") { // "saw X and Y on Monday and Z on Tuesday"
				last.to, last.toks = to, append(last.toks, head)
				k = to - 1
				continue
			}
		}
		out = append(out, counterpartAt{from: k, to: to, toks: []int{head}, when: -1, later: p.between(t, from-1, k, "then", "later", "afterwards", "subsequently")})
		k = to - 1
	}
	if n := len(out); n > 0 {
		end := len(t.s.Tokens)
		for k := out[n-1].to; k < end; k++ {
			if t.upos(k) == language.VERB || t.upos(k) == language.SCONJ || relativeWord(t.word(k)) || t.word(k) == ";" || t.word(k) == "," && n > 1 {
				end = k
			}
		}
		p.beside(e.sent, &out[n-1], from, end)
	}
	return out
}

// counterpartToken tells whether a person, or an office or delegation without a
// name, begins at token k, and gives its head and end.
func (p *page) counterpartToken(si, k int) (head, to int, ok bool) {
	t := p.tree(si)
	m := p.mention(si, k)
	switch {
	case m != nil && m.kind == mPerson:
		return p.headAt(si, k), int(m.to), true
	case m != nil && m.kind == mOffice:
		if o := p.mention(si, int(m.to)); o != nil && o.kind == mPerson { // "King Hussein"
			return 0, 0, false
		}
		head, to = int(m.to)-1, int(m.to)
	case m == nil && t.upos(k) == language.NOUN:
		switch lexicon.Group(t.lemma(k)) {
		case lexicon.Leaders, lexicon.Counterpart, lexicon.Officials, lexicon.HostNoun:
			if o := p.mention(si, k+1); o != nil && o.kind == mPerson {
				return 0, 0, false
			}
			head, to = k, k+1
		default:
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	return head, to, len(p.single(si, head, nil)) > 0
}

// edgeBetween gives the "and", or else the comma, that parts what is said of
// one from what is said of the next; -1 where only a comma and a name stand
// between, as in an apposition.
func (p *page) edgeBetween(t *tree, from, to int) int {
	comma := -1
	for k := from; k < to; k++ {
		switch {
		case t.word(k) == "and":
			return k
		case t.word(k) == "," && comma < 0:
			comma = k
		}
	}
	if comma == from && to-comma < 3 {
		return -1
	}
	return comma
}

// beside gives a counterpart the time and the place that stand between two
// tokens.
func (p *page) beside(si int, c *counterpartAt, from, to int) {
	t := p.tree(si)
	for _, k := range p.sents[si].times {
		x := &p.times[k]
		if x.First >= from && x.First < to && c.when < 0 && x.EDTF != "" && x.Type != timex.Duration && x.Kind != timex.Vague {
			c.when = k
		}
	}
	for k := from; k < to; k++ {
		if m := p.mention(si, k); m != nil && (m.kind == mCity || m.kind == mSeat) && k > 0 && (t.lemma(k-1) == "in" || t.lemma(k-1) == "at") {
			if l, ok := p.placeAt(si, k); ok && c.where.country == "" {
				c.where = l
			}
		}
	}
}

// relativeWord names the words that open a relative clause.
func relativeWord(w string) bool {
	switch strings.ToLower(w) {
	case "who", "whom", "whose", "which", "where", "that":
		return true
	}
	return false
}
