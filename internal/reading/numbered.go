package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// seriesRank files the number of a gathering in its series: "the 22nd annual
// summit", "Kazan was the sixteenth". It tells whether it did, or whether a
// later number of the same words will.
func (p *page) seriesRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	for k := r.at + 1; k < r.noun; k++ {
		if rankOf(strings.ToLower(t.word(k))) > 0 { // "the 44th and 45th summits" are counted by the last
			return true
		}
	}
	lemma := strings.ToLower(t.lemma(r.noun))
	owners := p.seriesOwners(si, r.noun)
	if len(owners) == 0 && t.childLemma(r.noun, language.RelNmodPoss, "its", "it") { // "The Gulf Cooperation Council opened its 44th summit"
		if s, _ := t.subject(t.clause(r.noun)); s >= 0 && s < r.at {
			if code := p.codeAt(si, s); code != "" && p.isOrg(code) {
				owners = []string{code}
			}
		}
	}
	if len(owners) == 0 && r.what == countsSeries && r.n > 1 {
		owners = p.sidesAround(si, r.noun)
	}
	if r.n == 1 {
		named := len(owners) > 0 && (lemma == "summit" || lemma == "consultation")
		annual := p.childWord(t, r.noun, "annual", "regular", "yearly")
		if r.since >= 0 || !named && !annual && r.what != countsAgain {
			return false
		}
	}
	if lemma == "round" && !p.roundOfTalks(t, r.noun) && !p.ofCommittee(t, r.noun) {
		return true
	}
	var codes []string
	if len(owners) == 0 && r.what == countsAgain { // "The first was in New York": of the series numbered last
		owners = p.claimedSeries()
	}
	if len(owners) == 0 && (lemma == "commission" || lemma == "committee" || lemma == "council") || p.othersGather(t, r, owners) {
		return true
	}
	e := p.eventAt(si, r.noun)
	if len(owners) == 1 && r.noun+1 < len(t.s.Tokens) && t.word(r.noun+1) == "with" { // "the seventh summit with the European Union"
		if o := p.seriesTold(si, r.at); o != nil {
			for _, code := range p.seriesParties(o) {
				owners = appendNew(owners, code)
			}
		}
	}
	switch {
	case len(owners) >= 2 || len(owners) == 1 && p.isOrg(owners[0]):
		codes = owners
	default:
		if e != nil && len(e.parties) < 2 && e.practice == "" {
			e = nil
		}
		if e == nil && r.what == countsSeries && len(owners) == 0 {
			codes = p.headingStates(si)
			if len(codes) == 0 {
				codes = p.orgBefore(si, r.at, 0)
			}
			if len(codes) == 0 {
				codes = p.titleOrg(lemma)
			}
		}
		if e == nil && len(codes) == 0 {
			if e = p.seriesTold(si, r.at); e != nil && len(owners) > 0 && !e.has(owners[0]) {
				e = nil
			}
		}
		if e == nil && len(codes) == 0 && r.what == countsSeries && len(owners) == 0 {
			codes = p.orgBefore(si, r.at, 3)
		}
		if e == nil && len(codes) == 0 {
			codes = p.claimedSeries()
		}
		if subj := t.child(r.at, language.RelNsubj); e == nil && len(codes) == 0 && r.n > 1 && r.what == countsAgain && subj >= 0 && t.lemma(subj) == "summit" { // "The summit was the ninth": the talks told before
			e = p.toldBefore(si, r.at, 3, func(e *event) bool { return e.kind == Meeting && e.countries() >= 2 && !p.withGroup(e) })
		}
		if e == nil && len(codes) == 0 && r.n > 1 && r.what == countsSeries && lemma != "summit" && len(owners) == 0 { // "the third round of the committee"
			e = p.toldBefore(si, r.at, 3, func(e *event) bool { return e.kind == Meeting && e.countries() >= 2 && !p.withGroup(e) })
		}
		if e == nil && len(codes) == 0 {
			return r.what == countsAgain
		}
		if e != nil {
			codes = p.seriesParties(e)
		}
	}
	if len(codes) == 0 || len(codes) == 1 && !p.isOrg(codes[0]) {
		return true
	}
	c.Type, c.Kind = SeriesNumber, Summit
	c.Series = bareName(p.gatheringAt(si, r.noun))
	c.Parties = nil
	for _, code := range codes {
		c.Parties = append(c.Parties, Party{Country: code, Role: RoleParty})
	}
	if e != nil && e.sent == si {
		c.When, c.Country, c.Place = e.when, e.place.country, e.place.place
	}
	if own := p.eventAt(si, r.noun); own != nil && own.number == 0 && r.n > 1 && (own.kind == Summit || own.kind == Meeting) {
		own.number = r.n
	}
	p.dateSeries(si, r, c)
	p.fileClaim(si, min(r.at, r.noun), r.noun, *c)
	return true
}

// othersGather tells a gathering that is not the governments': a business or a
// media forum, "the sixth international meeting on Syria" of whoever was asked.
func (p *page) othersGather(t *tree, r *rank, owners []string) bool {
	for k := r.at + 1; k < r.noun; k++ {
		switch t.lemma(k) {
		case "business", "media", "youth", "investment", "interregional", "inter-regional", "academic", "film":
			return true
		case "international":
			return len(owners) == 0
		}
	}
	return false
}

// dateSeries gives a numbered gathering the date told behind it: "the first, in
// Cairo in April 2000".
func (p *page) dateSeries(si int, r *rank, c *Claim) {
	if c.When != "" {
		return
	}
	stop := min(r.noun+12, r.stop)
	if d := p.lastDate(si, r.noun+1, stop); d != "" && r.since < 0 {
		c.When = d
	}
}

// claimedSeries gives whose series the report numbered last.
func (p *page) claimedSeries() []string {
	for k := len(p.claims) - 1; k >= 0; k-- {
		if c := &p.claims[k]; c.Type == SeriesNumber {
			var codes []string
			for _, q := range c.Parties {
				codes = append(codes, q.Country)
			}
			return codes
		}
	}
	return nil
}

// seriesParties gives whose series a gathering belongs to: the organisation
// alone, or the sides.
func (p *page) seriesParties(e *event) []string {
	if e.practice != "" && p.isOrg(e.practice) {
		var codes []string
		for _, q := range e.parties { // "the EU-Japan summit": both sides own it
			if !q.weak && e.number > 0 && len(e.parties) == 2 && strings.Contains(e.name, "-") {
				codes = appendNew(codes, q.code)
			}
		}
		if len(codes) == 2 {
			return codes
		}
		return []string{e.practice}
	}
	var codes, orgs []string
	for _, q := range e.parties {
		if q.code == "" || q.weak {
			continue
		}
		codes = appendNew(codes, q.code)
		if p.isOrg(q.code) {
			orgs = appendNew(orgs, q.code)
		}
	}
	if len(orgs) >= 2 || len(orgs) == 1 && len(codes) > 2 {
		return orgs
	}
	return codes
}

// seriesOwners gives the states and organisations that stand in the name of a
// gathering, before it or behind "of", "between", "with".
func (p *page) seriesOwners(si, noun int) []string {
	t := p.tree(si)
	var codes []string
	add := func(k int) {
		if m := p.mention(si, k); m != nil && (m.kind == mState || m.kind == mPeople || m.kind == mOrg || m.kind == mGathering) && m.code != "" {
			codes = appendNew(codes, m.code)
			for _, c := range m.more {
				codes = appendNew(codes, c)
			}
		}
	}
	for k := noun; k >= 0 && noun-k < 12; k-- {
		if m := p.mention(si, k); m != nil {
			switch m.kind {
			case mState, mPeople, mOrg, mGathering:
				add(k)
				k = int(m.from)
				continue
			case mPerson:
				return codes
			}
		}
		w := t.word(k)
		if k == noun || glue(w) || w == "'s" || w == "’s" || w == "'" || w == "’" || t.upos(k) == language.ADJ || t.upos(k) == language.NUM || t.upos(k) == language.NOUN || t.upos(k) == language.PROPN || t.upos(k) == language.SYM {
			continue
		}
		break
	}
	for a, b := 0, len(codes)-1; a < b; a, b = a+1, b-1 {
		codes[a], codes[b] = codes[b], codes[a]
	}
	for k := noun + 1; k < len(t.s.Tokens) && k-noun < 4; k++ {
		switch strings.ToLower(t.word(k)) {
		case "of", "between", "with", "among":
			if len(codes) >= 2 { // "the second India-CARICOM summit with Grenada's prime minister"
				return codes
			}
			for n := k + 1; n < len(t.s.Tokens) && n-k < 18; n++ {
				if m := p.mention(si, n); m != nil && m.code != "" && m.kind != mPerson && m.kind != mCity && m.kind != mSeat && m.kind != mOffice {
					add(n)
					n = int(m.to) - 1
					continue
				}
				switch w := strings.ToLower(t.word(n)); w {
				case "-", "–", "intergovernmental", "inter-governmental", "governmental", "joint", "high-level":
					continue
				case "group", "bloc", "alliance", "grouping", "organisation", "organization", "union", "club":
					if len(codes) == 0 {
						return p.orgBefore(si, n, 3)
					}
				case "the", "and", ",", "of", "heads", "state", "leaders", "foreign", "ministers", "government", "'s", "’s", "consultations", "talks", "annual", "strategic", "bilateral", "political", "with", "between", "states", "dialogue", "negotiations", "consultation":
					if w == "," && !(n+1 < len(t.s.Tokens) && p.mention(si, n+1) != nil) {
						return codes
					}
					continue
				}
				return codes
			}
		default:
			return codes
		}
	}
	return codes
}

// roundOfTalks tells "the fourth round of consultations" from the round of a
// vote.
func (p *page) roundOfTalks(t *tree, noun int) bool {
	for k := noun + 1; k < len(t.s.Tokens) && k-noun < 9; k++ {
		switch t.lemma(k) {
		case "talk", "consultation", "negotiation", "dialogue", "discussion", "meeting":
			return true
		}
	}
	for k := noun - 1; k >= 0 && noun-k < 5; k-- {
		switch t.lemma(k) {
		case "consultation", "dialogue", "negotiation":
			return true
		}
	}
	return false
}

// orgBefore gives the organisation named last before a token, up to reach
// sentences back: whom "the group" means.
func (p *page) orgBefore(si, i, reach int) []string {
	for s := si; s >= 0 && si-s <= reach; s-- {
		p.tree(s)
		ms := p.sents[s].mentions
		for k := len(ms) - 1; k >= 0; k-- {
			if m := &ms[k]; (s < si || int(m.from) < i) && (m.kind == mOrg || m.kind == mGathering) && m.code != "" {
				return []string{m.code}
			}
		}
	}
	return nil
}

// titleOrg gives the organisation whose gathering the report's title names:
// "Kazan live: last day of the BRICS summit".
func (p *page) titleOrg(noun string) []string {
	if !strings.Contains(strings.ToLower(p.rep.Title), noun) {
		return nil
	}
	doc := &p.scratch
	doc.Text, doc.Sentences = "", doc.Sentences[:0]
	language.Segment(p.rep.Title, doc)
	for si := range doc.Sentences {
		p.an2 = p.gaz.Match(doc, &doc.Sentences[si], p.an2[:0])
		for _, m := range p.an2 {
			for _, s := range m.Senses {
				if s.Kind == gazetteer.KindOrganisation {
					return []string{p.gaz.Organisation(s.Ref).Code}
				}
			}
		}
	}
	return nil
}

// seriesTold gives the gathering of a series told before a token: the nearest
// that is numbered or regular, else the nearest of any sort, else the practice
// of holding them.
func (p *page) seriesTold(si, i int) *event {
	if e := p.toldBefore(si, i, 12, func(e *event) bool {
		return e.kind == Summit && (e.number > 0 || e.ordinary) || e.kind == Meeting && p.numberedMeeting(e)
	}); e != nil {
		return e
	}
	if e := p.toldBefore(si, i, 12, func(e *event) bool { return e.kind == Summit }); e != nil {
		return e
	}
	return p.toldBefore(si, i, 6, func(e *event) bool { return e.kind == Arrangement })
}

// numberedMeeting tells rounds and dialogues that are counted.
func (p *page) numberedMeeting(e *event) bool {
	t := p.tree(e.sent)
	i := e.tok
	if h := t.head(i); h >= 0 && t.lemma(h) == "round" && t.caseOf(i) == "of" { // "the third round of talks"
		i = h
	}
	what, _ := countedNoun(t.lemma(i))
	return what == countsSeries && p.ordinalOf(e.sent, i) > 0
}

// headingStates gives the sides that a heading right before the sentence
// names: "EU-CHINA. The 25th summit filled two days".
func (p *page) headingStates(si int) []string {
	if si == 0 || len(p.doc.Sentences[si-1].Tokens) > 6 {
		return nil
	}
	p.tree(si - 1)
	var codes []string
	for k := range p.sents[si-1].mentions {
		m := &p.sents[si-1].mentions[k]
		if m.code != "" && (m.kind == mState || m.kind == mOrg || m.kind == mPeople) {
			codes = appendNew(codes, m.code)
			for _, c := range m.more {
				codes = appendNew(codes, c)
			}
		}
	}
	return codes
}

// holdsSeries tells whether an ordinal alone is one of a series told before:
// "The first was held in Delhi", "the third is due next year".
func (p *page) holdsSeries(si, i int) bool {
	t := p.tree(si)
	return gathersNext(t, i) && (p.seriesTold(si, i) != nil || len(p.claimedSeries()) > 0 && p.dateBehind(si, i))
}

// dateBehind tells whether a date follows a token in its sentence.
func (p *page) dateBehind(si, i int) bool {
	for _, k := range p.sents[si].times {
		if x := &p.times[k]; x.First > i && x.Type == timex.Date && x.EDTF != "" {
			return true
		}
	}
	return false
}

// gathersNext tells whether the words behind a subject say where or when a
// gathering takes place.
func gathersNext(t *tree, i int) bool {
	for k := i + 1; k < len(t.s.Tokens) && k-i <= 4; k++ {
		switch t.upos(k) {
		case language.AUX, language.ADV, language.PART:
			continue
		}
		switch strings.ToLower(t.lemma(k)) {
		case "hold", "meet", "convene", "due", "schedule", "plan", "expect", "host", "take", "open", "in", "set", "slate", "fix":
			return k > i+1 || t.isVerb(k)
		}
		return false
	}
	return false
}

// ofSeriesRank reads "the first of the summits", "the second of their yearly
// summits", "the 15th of the group".
func (p *page) ofSeriesRank(si int, r *rank, c *Claim) bool {
	t := p.tree(si)
	for k := r.at + 2; k < len(t.s.Tokens) && k-r.at < 7; k++ {
		if what, _ := countedNoun(t.lemma(k)); what == countsSeries || t.lemma(k) == "group" || t.lemma(k) == "bloc" {
			at := r.at
			r.noun, r.kind = k, Summit
			if t.lemma(k) == "group" || t.lemma(k) == "bloc" {
				r.noun = at
			}
			if len(p.seriesOwners(si, k)) == 0 && r.noun == k { // "their summits", "the summits"
				var codes []string
				if poss := t.child(k, language.RelNmodPoss); poss >= 0 {
					for _, a := range p.actors(si, poss, nil) {
						codes = appendNew(codes, a.code)
					}
				} else if e := p.seriesTold(si, at); e != nil {
					codes = p.seriesParties(e)
				} else if e := p.eventAt(si, k); e != nil && e.kind == Summit {
					codes = p.seriesParties(e)
				}
				if len(codes) >= 2 || len(codes) == 1 && p.isOrg(codes[0]) {
					if e := p.eventAt(si, k); e != nil && e.kind == Summit && e.number == 0 { // "met, the second of the summits that they promised"
						e.number = r.n
					}
					c.Type, c.Kind = SeriesNumber, Summit
					for _, code := range codes {
						c.Parties = append(c.Parties, Party{Country: code, Role: RoleParty})
					}
					p.fileClaim(si, at, k, *c)
				}
				return false
			}
			p.seriesRank(si, r, c)
			return false
		}
		if t.upos(k) == language.VERB {
			break
		}
	}
	return false
}
