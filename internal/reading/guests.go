package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
)

// readGuests finds visits told by naming who is there: "Among the guests
// were Xi Jinping and Lula da Silva", "with Ruto and Kagame in attendance". Where it is
// the report has said: in the same sentence, of the gathering told last, or in
// its dateline.
func (p *page) readGuests(si int) {
	t := p.tree(si)
	at, ahead := showing(t)
	if at < 0 || p.hasWord(t, "absent") || p.hasWord(t, "video") || p.hasWord(t, "virtually") || p.hasWord(t, "not") || p.hasWord(t, "no") {
		return
	}
	e := event{sent: si, tok: at, kind: Visit, trig: presence, conf: 0.55, status: Held}
	if v := t.clause(at); !listsWho(t, at+1) && (t.isVerb(v) || t.child(v, language.RelCop) >= 0) {
		if st, neg, _ := p.tense(t, v); st != Held || neg {
			return
		}
	}
	scene, o := p.sceneAround(si)
	if scene.country == "" {
		return
	}
	for _, a := range p.namesBeside(si, at, ahead) {
		if a.code != scene.country && p.travels(a) {
			e.add(a, RoleVisitor, si)
		}
	}
	if len(e.parties) == 0 {
		return
	}
	if p.dateEvent(&e); e.when == "" && o != nil {
		e.when, e.times = o.when, o.times
	}
	if first, _, ok := e.when.Bounds(); ok && first > p.ref || o != nil && o.status == Planned {
		e.status = Planned
	}
	if o != nil && o.kind == Summit {
		e.name = o.name
	}
	p.emitVisits(&e, []locus{scene}, nil)
}

// readExpected finds visits told by a list of those who are to come: "Others
// due in Paris for it include Scholz and Lula", "Among those expected in Accra
// are Ruto and Kagame".
func (p *page) readExpected(si int) {
	t := p.tree(si)
	for k := 1; k+2 < len(t.s.Tokens) && k < 9; k++ {
		switch t.word(k) {
		case "due", "expected", "arriving", "coming":
		default:
			continue
		}
		switch strings.ToLower(t.word(k - 1)) {
		case "others", "those", "leaders", "also", "guests", "ministers", "presidents", "state":
		default:
			continue
		}
		list, at := -1, locus{}
		for v := k + 1; v < len(t.s.Tokens) && v-k < 14 && list < 0; v++ {
			switch t.lemma(v) {
			case "include", "be":
				list = v
			}
			if l, ok := p.placeAt(si, v); ok && at.country == "" && v == k+2 && around(t.word(k+1)) {
				at = l
			} else if t.lemma(v) == "country" && v == k+3 && t.word(k+2) == "the" && around(t.word(k+1)) {
				at, _ = p.sceneAround(si)
			}
		}
		if list < 0 || at.country == "" {
			continue
		}
		e := event{sent: si, tok: list, kind: Visit, trig: presence, conf: 0.6, status: Planned}
		for _, a := range p.namesBeside(si, list, true) {
			if a.code != at.country && p.travels(a) {
				e.add(a, RoleVisitor, si)
			}
		}
		if len(e.parties) > 0 {
			p.dateEvent(&e)
			p.emitVisits(&e, []locus{at}, nil)
		}
		return
	}
}

// showing finds the words that show people at a place, and whether their
// names come behind them; -1 where there are none.
func showing(t *tree) (at int, ahead bool) {
	before := func(k int) string {
		if k <= 0 {
			return ""
		}
		return strings.ToLower(t.word(k - 1))
	}
	for k := range t.s.Tokens {
		ok := false
		switch t.word(k) {
		case "attendance":
			ok = before(k) == "in"
		case "present":
			b := before(k)
			ok = b == "those" || b == "also" || b == "were" || b == "was"
		case "attending":
			ok = before(k) == "those"
		case "attendees", "participants":
			ok = listsWho(t, k+1)
			fallthrough
		case "guests":
			ok = ok || before(k) == "among" || before(k) == "the" && before(k-1) == "among"
		case "row":
			ok = before(k) == "front"
		case "mourners", "dignitaries":
			ok = before(k) == "among" || before(k) == "the" && before(k-1) == "among"
		case "rostrum", "podium", "stand", "stands", "audience":
			ok = before(k) == "the" && (before(k-1) == "on" || before(k-1) == "in")
		}
		if ok {
			return k, listsWho(t, k+1) || k <= 7 && (t.upos(0) == language.ADP || strings.EqualFold(t.word(0), "also"))
		}
	}
	return -1, false
}

// listsWho tells the verb behind which a list of people begins: "attendees
// include X and Y", "the other participants are X and Y".
func listsWho(t *tree, v int) bool {
	return v < len(t.s.Tokens) && (t.lemma(v) == "include" || t.lemma(v) == "be")
}

// namesBeside gives the people of the list that stands beside token at.
func (p *page) namesBeside(si, at int, ahead bool) []actor {
	t := p.tree(si)
	step := -1
	if ahead {
		step = 1
	}
	var out []actor
	for k := at + step; k >= 0 && k < len(t.s.Tokens); k += step {
		if m := p.mention(si, k); m != nil && m.kind == mPerson {
			if !p.samePerson(out, m.person) {
				out = append(out, p.personActor(m.person, k))
			}
			continue
		}
		w := t.word(k)
		if w == ";" || w == ":" || w == "with" || t.upos(k) == language.VERB && len(out) > 0 || t.upos(k) == language.SCONJ {
			break
		}
	}
	return out
}

// listBehind gives those whom a list behind a colon names: "hosted five
// African leaders for lunch: Senegal's X, Liberia's Y and Gabon's Z".
func (p *page) listBehind(si, i int) []actor {
	t := p.tree(si)
	if g := lexicon.Group(t.lemma(i)); g != lexicon.Leaders && g != lexicon.OfficeNoun || !strings.HasSuffix(t.word(i), "s") {
		return nil
	}
	for k := i + 1; k < len(t.s.Tokens); k++ {
		if w := t.word(k); w == ":" || w == "—" || w == "--" || w == "–" {
			return p.inOffice(p.namesBeside(si, k, true))
		}
	}
	return nil
}

// sceneAround gives the place that a sentence speaks of, with the engagement
// that it is the place of, if it is that of one told before.
func (p *page) sceneAround(si int) (locus, *event) {
	t := p.tree(si)
	for k := range t.s.Tokens {
		if m := p.mention(si, k); m != nil && (m.kind == mCity && t.caseOf(k) == "in" || m.kind == mSeat && around(t.caseOf(k)) && t.caseOf(k) != "to") {
			if l, ok := p.placeAt(si, k); ok && l.country != "" {
				return l, nil
			}
		}
	}
	for k := len(p.events) - 1; k >= 0; k-- {
		o := &p.events[k]
		if o.status != Held || si-o.sent > 3 || o.kind != Summit && o.kind != Visit && o.kind != Meeting {
			continue
		}
		if o.place.country != "" {
			return o.place, o
		}
		if o.kind == Summit && o.sent <= p.lead()+1 && p.here.country != "" {
			return p.here, o
		}
	}
	if si <= p.lead()+2 {
		return p.here, nil
	}
	if o := p.onlyGathering(); o != nil {
		return o.place, o
	}
	return locus{}, nil
}

// onlyGathering gives the summit that the report is about, where it tells of
// summits in one country alone; nil where it does not.
func (p *page) onlyGathering() *event {
	var of *event
	for k := range p.events {
		o := &p.events[k]
		switch {
		case o.kind != Summit || o.place.country == "" || o.status != Held && !p.near(o):
		case of == nil:
			of = o
		case of.place.country != o.place.country:
			return nil
		}
	}
	return of
}

// near tells whether what is planned begins within the week.
func (p *page) near(e *event) bool {
	first, last, ok := e.when.Bounds()
	return ok && e.status == Planned && first <= p.ref+7 && last <= p.ref+14
}

// readGuest finds the visit told by "his German guest, Annalena Baerbock".
func (p *page) readGuest(si int) {
	t := p.tree(si)
	for i := range t.s.Tokens {
		if l := t.lemma(i); l != "guest" && l != "visitor" || i == 0 {
			continue
		}
		poss := t.child(i, language.RelNmodPoss)
		if poss < 0 {
			continue
		}
		var guest *mention
		for k := i + 1; k < len(t.s.Tokens) && k-i < 9 && guest == nil; k++ {
			if m := p.mention(si, k); m != nil && m.kind == mPerson {
				guest = m
			} else if t.isVerb(k) || t.upos(k) == language.CCONJ || t.upos(k) == language.SCONJ {
				break
			}
		}
		hosts := p.inOffice(p.actors(si, poss, nil))
		if guest == nil || len(hosts) != 1 || p.isOrg(hosts[0].code) {
			continue
		}
		a := p.personActor(guest.person, int(guest.from))
		if !p.travels(a) || a.code == hosts[0].code {
			continue
		}
		e := event{sent: si, tok: i, kind: Visit, trig: presence, conf: 0.65, status: Held}
		e.add(a, RoleVisitor, si)
		p.dateEvent(&e)
		p.emitVisits(&e, []locus{{country: hosts[0].code, sent: si, tok: poss}}, hosts)
	}
}
