package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// readStops finds visits told as the stops of a journey, without a word for
// going there: "His next stop will be Ankara", "Mozambique and Tanzania are to
// follow", "with Maputo and Kampala also on the itinerary", "first stop Addis
// Ababa, followed by Nairobi".
func (p *page) readStops(si int) {
	t := p.tree(si)
	for i := 0; i < len(t.s.Tokens); i++ {
		var to []locus
		e := event{sent: si, tok: i, kind: Visit, trig: presence, conf: 0.65, status: Planned}
		from := i + 1
		switch strings.ToLower(t.word(i)) {
		case "stop", "stops", "destination", "destinations", "leg", "legs", "call":
			if w := t.lemma(i); w == "call" && (i < 2 || t.word(i-1) != "of" || t.lemma(i-2) != "port") || p.mention(si, i) != nil {
				continue
			}
			be := p.stopIs(si, i)
			if be < 0 {
				continue
			}
			if to, from = p.placeRun(si, be+1); len(to) == 0 {
				continue
			}
			var denied bool
			if e.status, denied = p.stopTense(si, i, be); denied {
				continue
			}
		case "itinerary":
			if i > 1 && (t.word(i-2) == "on" || t.word(i-2) == "part") {
				to = p.placeRunBefore(si, i)
			} else if i+1 < len(t.s.Tokens) && t.upos(i+1) == language.VERB {
				to, from = p.placeRun(si, i+2)
			}
		case "follow", "next":
			to = p.followingPlaces(si, i)
		case "followed":
			by := i + 1
			for by < len(t.s.Tokens) && t.upos(by) == language.ADV {
				by++
			}
			o := p.toldBefore(si, i, 0, func(o *event) bool { return o.kind == Visit && o.place.country != "" })
			if by+1 >= len(t.s.Tokens) || t.word(by) != "by" && by > i+1 && t.word(by-1) != "by" || o == nil || o.codeOf(RoleVisitor) == "" {
				continue
			}
			e.status = o.status
			if to, from = p.placeRun(si, by+1); len(to) == 0 {
				p.comesNext(&e, o, by)
				continue
			}
		case "namely", "including":
			if to = p.beenTo(si, i); len(to) > 0 {
				e.status = Held
			}
		default:
			continue
		}
		if len(to) == 0 {
			continue
		}
		for _, a := range p.whoseStop(si, i) {
			e.add(a, RoleVisitor, si)
		}
		if len(e.parties) == 0 {
			continue
		}
		e.tok = to[0].tok
		p.emitVisits(&e, to, nil)
		i = max(i, from-1)
	}
}

// comesNext files the arrival of those who come behind another: "Phumtham
// arrived in Putrajaya, followed by Hun Manet".
func (p *page) comesNext(e, o *event, by int) {
	t := p.tree(e.sent)
	if o.trig == nil || o.sent != e.sent || !(o.trig.Word == "arrive" || o.trig.Word == "land" || o.trig.Word == "come") {
		return
	}
	if m := p.mention(e.sent, by+1); m == nil && t.upos(by+1) != language.ADJ && t.upos(by+1) != language.PROPN {
		return
	}
	for _, a := range p.namesBeside(e.sent, by, true) {
		if p.travels(a) && a.code != o.place.country {
			e.add(a, RoleVisitor, e.sent)
		}
	}
	if len(e.parties) > 0 {
		e.when, e.times = o.when, o.times
		p.emitVisits(e, []locus{o.place}, nil)
	}
}

// beenTo gives the countries where somebody "has been to several countries,
// namely Mauritania and Gambia".
func (p *page) beenTo(si, i int) []locus {
	t := p.tree(si)
	for k := i - 1; k > 0 && i-k < 9; k-- {
		if w := t.lemma(k); (w == "country" || w == "nation" || w == "capital") && k > 1 {
			for n := k - 1; n > 0 && k-n < 5; n-- {
				if t.word(n) == "to" && t.word(n-1) == "been" {
					to, _ := p.placeRun(si, i+1)
					return to
				}
			}
		}
	}
	return nil
}

// stopIs gives the form of "be" that says where a stop is; -1 where there is
// none, or the stop is of something else.
func (p *page) stopIs(si, i int) int {
	t := p.tree(si)
	for k := i + 1; k < len(t.s.Tokens) && k-i < 12; k++ {
		if m := p.mention(si, k); m != nil && (m.kind == mCity || m.kind == mState) { // "his first stop in Asia"
			if w := t.word(k - 1); w != "in" && w != "of" && w != "to" {
				break
			}
			continue
		}
		if t.lemma(k) == "be" {
			return k
		}
		if t.upos(k) == language.VERB || t.word(k) == ";" || t.upos(k) == language.CCONJ {
			break
		}
	}
	return -1
}

// stopTense tells whether a stop lies ahead; "the next" does even where it is
// told in the present.
func (p *page) stopTense(si, i, be int) (Status, bool) {
	t := p.tree(si)
	for k := i; k < be+2 && k < len(t.s.Tokens); k++ {
		switch t.word(k) {
		case "will", "would":
			return Planned, t.word(k+1) == "not"
		case "not", "n't":
			return Planned, true
		}
	}
	switch t.word(be) {
	case "was", "were", "been":
		return Held, false
	}
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		switch strings.ToLower(t.word(k)) {
		case "next", "last", "final", "other", "remaining", "further", "second", "third":
			return Planned, false
		}
	}
	return Planned, false
}

// placeRun gives the cities and states listed from a token on, and the token
// behind the last. A gathering in their place stands for where it is.
func (p *page) placeRun(si, from int) ([]locus, int) {
	t := p.tree(si)
	var out []locus
	k := from
	for k < len(t.s.Tokens) {
		m := p.mention(si, k)
		if m != nil && (m.kind == mCity || m.kind == mState) && !p.whose(si, m) {
			if l, ok := p.placeAt(si, p.headAt(si, k)); ok && l.country != "" {
				out = append(out, l)
			}
			k = int(m.to)
			continue
		}
		switch w := strings.ToLower(t.word(k)); w {
		case ",", "and", "then", "the", "also", "be", "in", "capital", "city", "both":
			if w == "," && len(out) > 0 && k+1 < len(t.s.Tokens) { // "Baku, where", "Baku, on Friday": the list is over
				if n := p.mention(si, k+1); (n == nil || n.kind != mCity && n.kind != mState) && t.word(k+1) != "and" && t.word(k+1) != "then" {
					return oneCountryEach(out), k
				}
			}
			k++
			continue
		}
		if m != nil && m.kind == mPeople && len(out) == 0 { // "the Turkmen capital, Ashgabat"
			k = int(m.to)
			continue
		}
		if len(out) == 0 && (p.isGathering(si, k) || m != nil && m.kind == mOrg || t.upos(k) == language.NOUN && gatheringNoun(t.lemma(k))) {
			if l, ok := p.placeWithin(si, k); ok {
				return []locus{l}, k + 1
			}
			k++
			continue
		}
		if len(out) == 0 && (t.word(k) == "of" || t.upos(k) == language.ADJ || t.upos(k) == language.NUM) && k-from < 4 {
			k++
			continue
		}
		break
	}
	return oneCountryEach(out), k
}

// oneCountryEach drops the country behind its city: "Addis Ababa, Ethiopia".
func oneCountryEach(ls []locus) []locus {
	keep := ls[:0]
	for _, l := range ls {
		if n := len(keep); n > 0 && keep[n-1].country == l.country {
			if keep[n-1].place == "" {
				keep[n-1] = l
			}
			continue
		}
		keep = append(keep, l)
	}
	return keep
}

// placeRunBefore gives the places that are the subject of the clause before a
// token: "Maputo and Kampala are also on the itinerary".
func (p *page) placeRunBefore(si, at int) []locus {
	t := p.tree(si)
	from := at
	for from > 0 && at-from < 16 && t.word(from-1) != ";" && t.word(from-1) != ":" && !strings.EqualFold(t.word(from-1), "with") {
		from--
	}
	out, _ := p.placeRun(si, from)
	return out
}

// followingPlaces gives the places that "are to follow" or "are next".
func (p *page) followingPlaces(si, i int) []locus {
	t := p.tree(si)
	if t.word(i) == "follow" {
		if i == 0 || t.child(i, language.RelObj) >= 0 {
			return nil
		}
		if w := t.word(i - 1); w != "to" && w != "will" && w != "would" {
			return nil
		}
	} else {
		if n := i + 1; n < len(t.s.Tokens) && strings.EqualFold(t.word(i), "next") && (t.lemma(n) == "come" || t.lemma(n) == "be" || t.word(n) == "on" && i == 0) {
			out, _ := p.placeRun(si, n+1)
			return out
		}
		if i == 0 || t.lemma(i-1) != "be" && t.lemma(i-1) != "come" || i+1 < len(t.s.Tokens) && t.upos(i+1) != language.PUNCT && t.word(i+1) != "on" {
			return nil
		}
	}
	from, seen := i, false
	for from > 0 && i-from < 14 {
		m := p.mention(si, from-1)
		if m != nil && (m.kind == mCity || m.kind == mState) {
			seen, from = true, int(m.from)
			continue
		}
		if seen {
			if w := t.word(from - 1); w != "," && w != "and" && w != "the" {
				break
			}
		} else if m != nil || t.upos(from-1) == language.NOUN || t.upos(from-1) == language.VERB {
			return nil
		}
		from--
	}
	if from > 0 && !strings.EqualFold(t.word(from-1), "with") && t.upos(from-1) != language.PUNCT && t.upos(from-1) != language.CCONJ {
		return nil
	}
	out, _ := p.placeRun(si, from)
	return out
}

// whoseStop gives who makes a stop: whose it is said to be, or who travels in
// the visit told last.
func (p *page) whoseStop(si, i int) []actor {
	t := p.tree(si)
	if w := strings.ToLower(t.word(i)); w == "namely" || w == "including" {
		for k := i - 1; k > 0; k-- {
			if t.word(k) == "been" {
				if s, _ := t.subject(t.head(k)); s >= 0 && t.head(k) >= 0 {
					return p.inOffice(p.actors(si, s, nil))
				}
				if n := p.namedBefore(si, k); n >= 0 {
					return p.inOffice(p.actors(si, n, nil))
				}
			}
		}
		return nil
	}
	for k := i - 1; k >= 0 && i-k < 8; k-- {
		if t.rel(k) == language.RelNmodPoss {
			if as := p.inOffice(p.actors(si, k, nil)); len(as) > 0 {
				return as
			}
		}
	}
	for k := i + 1; k < len(t.s.Tokens) && k-i < 8 && t.lemma(k) != "be"; k++ {
		if t.rel(k) == language.RelNmodPoss {
			if as := p.inOffice(p.actors(si, k, nil)); len(as) > 0 {
				return as
			}
		}
	}
	o := p.toldBefore(si, i, 2, func(o *event) bool { return o.kind == Visit && !o.denied || o.kind == Meeting && o.place.country != "" })
	if o == nil {
		return nil
	}
	var out []actor
	for _, q := range o.parties {
		if q.person != nobody && (q.role == RoleVisitor || o.kind == Meeting && q.code != o.place.country) {
			out = append(out, p.personActor(q.person, i))
		}
	}
	if len(out) > 1 && o.kind == Meeting {
		return nil
	}
	return out
}
