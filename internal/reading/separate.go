package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// oneByOne splits what one side did with several others one after another:
// "met separately with", "held meetings with X and Y", "rang X and Y", and
// heads of one state, who are seen each on their own. Ministers listed
// together are one meeting.
func (p *page) oneByOne(e *event) []event {
	if p.separately(e) {
		if out := p.eachState(e); len(out) > 1 {
			return out
		}
		if out := p.eachPerson(e); len(out) > 1 {
			return out
		}
	}
	if p.withEach(e) || p.leadersApart(e) {
		if out := p.eachState(e); len(out) > 1 {
			for k := range out {
				out[k].many = e.countries() > 3
			}
			return out
		}
	}
	return p.eachHead(e)
}

// withEach tells whether each of the others has a "with" of his own: "will meet
// with X and, on Thursday, with Y".
func (p *page) withEach(e *event) bool {
	if e.kind != Meeting || len(e.met) < 2 {
		return false
	}
	t := p.tree(e.sent)
	n, last := 0, -1
	for _, a := range e.met {
		if a.tok != last && t.caseOf(a.tok) == "with" {
			n++
		}
		last = a.tok
	}
	return n > 1
}

// leadersApart tells whether one side saw leaders of several states, of whom no
// word says that they sat together: "also met X of Italy and Y of Japan", "had
// talks with X, Y and Z".
func (p *page) leadersApart(e *event) bool {
	if e.kind != Meeting || len(e.met) < 2 || e.trig == nil {
		return false
	}
	switch e.trig.Word {
	case "sit", "gather", "bring", "huddle", "dine", "dinner", "lunch", "breakfast", "trilateral", "round":
		return false
	}
	var codes []string
	for _, a := range e.met {
		if a.person == nobody || p.isOrg(a.code) || !p.leads(a.person) {
			return false
		}
		codes = appendNew(codes, a.code)
	}
	if len(codes) < 2 || e.countries() != len(codes)+1 {
		return false
	}
	t := p.tree(e.sent)
	if len(codes) == 2 && !e.sideline && !p.hasWord(t, "also") && !p.hasWord(t, "then") { // who may have sat as three
		return false
	}
	for k := range t.s.Tokens {
		switch t.lemma(k) {
		case "together", "joint", "jointly", "trilateral", "tripartite", "quadrilateral", "three", "four", "group", "mediate", "broker", "between":
			return false
		}
	}
	return !strings.Contains(p.doc.Text, "trilateral") && !strings.Contains(p.doc.Text, "hree leaders") && !strings.Contains(p.doc.Text, "ripartite")
}

// separately tells whether the words say that the others were met, or rung,
// each on their own.
func (p *page) separately(e *event) bool {
	t := p.tree(e.sent)
	i := e.tok
	switch {
	case e.trig == nil:
		return false
	case !e.trig.Noun:
		if n := t.child(i, language.RelObl); n >= 0 && t.caseOf(n) == "in" && eventNoun(t.lemma(n)) && t.tok(n).XPOS == language.XPOSNNS { // "met X and Y in back-to-back meetings"
			return true
		}
		return e.trig.Word == "call" && e.kind == Meeting || e.kind == Call && (e.trig.Kind == "call" || !jointCall(t)) || besideWord(t, i, "separately", "individually") || p.separatelyBehind(e) || oneAfterAnother(t, i) || e.sideline && e.trig.Word == "meet"
	case e.kind == Call && e.trig.Word == "phone" && (t.caseOf(i) == "by" || t.caseOf(i) == "over") && !jointCall(t):
		return true
	case besideWord(t, i, "separate", "individual", "bilateral", "one-on-one") && t.tok(i).XPOS == language.XPOSNNS, besideWord(t, i, "separate", "individual") && !t.childLemma(i, language.RelDet, "a"), i+2 < len(t.s.Tokens) && t.word(i+1) == "in" && t.word(i+2) == "turn":
		return true
	}
	if h := t.head(i); h >= 0 && t.isVerb(h) && besideWord(t, h, "separately", "individually") {
		return true
	}
	return eventNoun(t.lemma(i)) && t.tok(i).XPOS == language.XPOSNNS
}

// eventNoun names meetings and calls that are counted, as talks are not.
func eventNoun(lemma string) bool {
	switch lemma {
	case "meeting", "bilateral", "call", "conversation", "encounter":
		return true
	}
	return false
}

// jointCall tells a call of several at once: "spoke together by phone with X and Y".
func jointCall(t *tree) bool {
	for k := range t.s.Tokens {
		switch t.lemma(k) {
		case "joint", "jointly", "together", "conference", "trilateral", "group", "video", "videoconference", "link", "teleconference":
			return true
		case "way":
			return k > 0 && strings.HasSuffix(t.word(k-1), "-")
		}
	}
	return false
}

// oneAfterAnother tells "met one after another with", "received in turn".
func oneAfterAnother(t *tree, i int) bool {
	for k := max(0, i-4); k+2 < len(t.s.Tokens) && k < i+30; k++ {
		switch {
		case t.word(k) == "one" && (t.word(k+1) == "after" || t.word(k+1) == "by"), t.word(k) == "in" && (t.word(k+1) == "turn" || t.word(k+1) == "succession" || t.word(k+2) == "succession"):
			return true
		}
	}
	return false
}

// separatelyBehind finds the adverb behind the last name: "met X and Y
// separately".
func (p *page) separatelyBehind(e *event) bool {
	t := p.tree(e.sent)
	for _, a := range e.met {
		if m := p.mention(e.sent, a.tok); m != nil && int(m.to) < len(t.s.Tokens) && t.word(int(m.to)) == "separately" {
			return true
		}
	}
	return false
}

// besideWord tells whether one of the words hangs on token i, or stands next to it.
func besideWord(t *tree, i int, words ...string) bool {
	found := i+1 < len(t.s.Tokens) && slices.Contains(words, t.word(i+1)) || i > 0 && slices.Contains(words, strings.ToLower(t.word(i-1)))
	t.children(i, func(c int) bool {
		found = found || slices.Contains(words, strings.ToLower(t.word(c)))
		return !found
	})
	return found
}

// eachState gives one engagement for every state that the first side met.
func (p *page) eachState(e *event) []event {
	var codes []string
	for _, a := range e.met {
		codes = appendNew(codes, a.code)
	}
	var near []participant
	for _, q := range e.parties {
		if !slices.Contains(codes, q.code) {
			near = append(near, q)
		}
	}
	if len(codes) < 2 || len(near) == 0 {
		return nil
	}
	var out []event
	for _, c := range codes {
		one := *e
		one.parties, one.alone = slices.Clone(near), true
		for _, q := range e.parties {
			if q.code == c {
				one.parties = append(one.parties, q)
			}
		}
		out = append(out, p.eachHead(&one)...)
	}
	return out
}

// longTalks tells talks, to which a head of government may bring a minister,
// from seeing them one after another.
func (p *page) longTalks(e *event) bool {
	if e.trig == nil || !e.trig.Noun {
		return false
	}
	switch e.trig.Word {
	case "talk", "negotiation", "discussion", "consultation", "dialogue", "round":
		return true
	}
	return false
}

// eachPerson gives one engagement for every person of the other side, where
// "separate" says so: "held separate meetings with the finance minister, X, and
// the foreign minister, Y".
func (p *page) eachPerson(e *event) []event {
	t := p.tree(e.sent)
	if !besideWord(t, e.tok, "separate", "separately", "individual", "individually") && !p.separatelyBehind(e) {
		return nil
	}
	met := map[int32]bool{}
	for _, a := range e.met {
		if a.person != nobody && a.code == e.met[0].code {
			met[a.person] = true
		}
	}
	var out []event
	for _, q := range e.parties {
		if !met[q.person] {
			continue
		}
		one := *e
		one.parties = nil
		for _, o := range e.parties {
			if o.person == q.person || !met[o.person] {
				one.parties = append(one.parties, o)
			}
		}
		out = append(out, one)
	}
	return out
}

// eachHead gives one engagement for every head of state or government of the
// other side, and one for the rest of it: "met the president and the oil
// minister".
func (p *page) eachHead(e *event) []event {
	code := ""
	var heads []int
	rest := false
	for i, q := range e.parties {
		if q.person == nobody || p.isOrg(q.code) {
			continue
		}
		others := 0
		for k, o := range e.parties {
			if k != i && o.code == q.code && o.person != nobody && o.person != q.person {
				others++
			}
		}
		switch {
		case others == 0:
		case p.leads(q.person):
			heads = append(heads, i)
			if code != "" && code != q.code {
				return []event{*e}
			}
			code = q.code
		default:
			rest = true
		}
	}
	met := !p.longTalks(e) && slices.ContainsFunc(e.met, func(a actor) bool { return a.code == code })
	if len(heads) < 2 && !(len(heads) == 1 && rest && met) {
		return []event{*e}
	}
	var out []event
	split := func(with func(i int) bool) {
		one := *e
		one.parties = nil
		for i, q := range e.parties {
			if q.code != code || with(i) {
				one.parties = append(one.parties, q)
			}
		}
		out = append(out, one)
	}
	for _, h := range heads {
		split(func(i int) bool { return i == h })
	}
	if rest {
		split(func(i int) bool { return !slices.Contains(heads, i) })
	}
	return out
}

// leads tells whether a person is received apart from others of his state: a
// head of state or government, the leader of the ruling party, a speaker.
func (p *page) leads(person int32) bool {
	if person == nobody {
		return false
	}
	w := &p.people[person]
	return w.level == 1 || w.level == 2 || w.role == gazetteer.RolePartyLeader || w.role == gazetteer.RoleSpeaker
}
