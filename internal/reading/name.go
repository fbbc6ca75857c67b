package reading

import (
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/language"
)

// matchAll finds the listed names of all sentences.
func (p *page) matchAll() {
	defer p.turnTo("gazetteer")()
	for si := range p.doc.Sentences {
		s := &p.sents[si]
		s.matches = p.gaz.Match(p.doc, &p.doc.Sentences[si], s.matches[:0])
		s.matches = slices.DeleteFunc(s.matches, func(m gazetteer.Match) bool { return p.ofOneState(si, &m) })
	}
	for si := range p.doc.Sentences {
		p.chooseSeats(si)
	}
}

// ofOneState tells a body that shares the name of a better known one: "the
// Russian Security Council" is not the UN's, "the Social Democrats" are not of
// the United States.
func (p *page) ofOneState(si int, m *gazetteer.Match) bool {
	if m.From == 0 || m.Senses[0].Kind != gazetteer.KindOrganisation {
		return false
	}
	switch o := p.gaz.Organisation(m.Senses[0].Ref); {
	case o.Kind == gazetteer.Body && o.Parent == "UN" && m.To-m.From == 2:
		k := m.From
		if w := p.doc.Word(&p.doc.Sentences[si].Tokens[k-1]); k > 1 && (w == "'s" || w == "’s") {
			k--
		}
		before := p.matchEnding(si, k)
		return before != nil && (before.Senses[0].Kind == gazetteer.KindCountry || before.Senses[0].Kind == gazetteer.KindDemonym)
	case o.Kind == gazetteer.PoliticalParty && m.To-m.From == 1:
		switch p.doc.Word(&p.doc.Sentences[si].Tokens[m.From-1]) {
		case "Christian", "Social", "Liberal", "Free", "National":
			return true
		}
	}
	return false
}

// nameAll finds what all sentences name, once listed names are matched: first
// every person by full name or with a title, then the family names that stand
// alone, and the rest.
func (p *page) nameAll() {
	p.people = p.people[:0]
	for si := range p.doc.Sentences {
		s := &p.sents[si]
		s.mentions = s.mentions[:0]
		s.at = resize(s.at, len(p.doc.Sentences[si].Tokens))
		for i := range s.at {
			s.at[i] = -1
		}
	}
	for si := range p.doc.Sentences {
		p.namePeople(si)
	}
	p.settlePeople()
	for si := range p.doc.Sentences {
		p.nameFamilies(si)
		p.nameRest(si)
		p.sents[si].named = true
		p.joinCouples(si)
	}
	p.listSightings()
}

// put files a mention and marks its tokens.
func (p *page) put(si int, m mention) {
	s := &p.sents[si]
	for i := int(m.from); i < int(m.to); i++ {
		if s.at[i] >= 0 {
			return
		}
	}
	k := int16(len(s.mentions))
	s.mentions = append(s.mentions, m)
	for i := int(m.from); i < int(m.to); i++ {
		s.at[i] = k
	}
}

// namePeople finds people named in full or with a title in one sentence.
func (p *page) namePeople(si int) {
	tokens := p.doc.Sentences[si].Tokens
	caps := p.allCaps(si)
	var last officeUse // title of a list: "Presidents X, Y and Z"
	lastEnd := -1
	var shared []string // states of a list that each have one of its names: "the ministers of Japan and Korea, X and Y"
	for i := 0; i < len(tokens); {
		if o, core, to := p.longTitle(si, i, caps); to > 0 {
			p.putTitled(si, i, core, to, o)
			i = to
			continue
		}
		from, to, senses := p.nameRun(si, i, caps)
		if to == 0 {
			i++
			continue
		}
		o, titleFrom, honour := p.titleBefore(si, from)
		if o.title == "" && lastEnd >= 0 && last.plural && p.listed(si, lastEnd, from) {
			o, titleFrom = last, from
			o.codes = nil
		}
		if o.title == "" || o.plural && len(o.codes) > 1 {
			if use, states := p.titleOfSeveral(si, from, o, caps); use.title != "" {
				if o.title == "" {
					titleFrom = from
				}
				o, shared = use, states
			}
		}
		country := ""
		if len(o.codes) == 1 {
			country = o.codes[0]
		}
		if country == "" && len(shared) > 0 && o.plural {
			country, shared = shared[0], shared[1:]
		}
		if country == "" {
			country = p.ownerBefore(si, titleFrom)
		}
		if country == "" {
			country = p.ledTeam(si, titleFrom)
		}
		if country == "" {
			country = p.amongOthers(si, to)
		}
		apposed, codes, _ := p.titleBehind(si, to)
		if apposed.title != "" && (o.title == "" || o.role == gazetteer.RoleLeader || len(o.codes) == 0) {
			if o.title == "" {
				o = apposed
			}
			if country == "" && len(codes) > 0 {
				country = codes[0]
			}
		}
		if country == "" {
			country = p.stateBehind(si, to)
		}
		if country == "" && o.title == "" {
			country = p.stateInApposition(si, to)
		}
		listed := hasKind(senses, gazetteer.KindPerson)
		accept := o.title != "" || honour.Word != "" || listed
		if to-from == 1 && len(senses) == 0 && p.possessive(si, from) != nobody { // "from Mr. Modis": left to the family names
			i = to
			continue
		}
		words := p.words(si, from, to)
		if !accept && to-from >= 2 {
			accept = !corporate(words) && (p.givenName(si, from) && !caps || country != "" && to-from <= 5 && !caps || p.actsAsPerson(si, from, to))
		}
		if !accept {
			i = to
			continue
		}
		who := p.meet(si, from, words, o, country, senses)
		w := &p.people[who]
		if honour.Gender != "" {
			w.gender = honour.Gender[0]
		}
		if w.gender == 0 {
			w.gender = p.givenGender(si, from)
		}
		if honour.Class == "royal" && w.name != "" && !strings.HasPrefix(w.name, honour.Word) && styled(honour.Word, to-from) && strings.HasPrefix(p.text(si, titleFrom, from), honour.Word) {
			w.name = honour.Word + " " + w.name
		}
		p.put(si, mention{from: int16(titleFrom), to: int16(to), kind: mPerson, person: who, core: int16(from)})
		p.dropTimes(si, from, to)
		if o.plural {
			last, lastEnd = o, to
		} else if o.title != last.title {
			lastEnd = -1
		} else {
			lastEnd = to
		}
		i = to
	}
}

// dropTimes takes away the months that are names of people: January Makamba.
func (p *page) dropTimes(si, from, to int) {
	s := &p.sents[si]
	if len(s.times) == 0 {
		return
	}
	tokens := p.doc.Sentences[si].Tokens
	start, end := tokens[from].Start, tokens[to-1].End
	s.times = slices.DeleteFunc(s.times, func(k int32) bool { return p.times[k].Start >= start && p.times[k].End <= end })
}

// putTitled files the person named at [core,to) whose title starts at token i.
func (p *page) putTitled(si, i, core, to int, o officeUse) {
	country := ""
	if len(o.codes) == 1 {
		country = o.codes[0]
	}
	if country == "" {
		country = p.ledTeam(si, i)
	}
	if country == "" && len(o.codes) == 0 {
		country = p.bodyWithin(si, i, core)
	}
	who := p.meet(si, core, p.words(si, core, to), o, country, nil)
	if w := &p.people[who]; w.gender == 0 {
		w.gender = p.givenGender(si, core)
	}
	p.put(si, mention{from: int16(p.titleBeside(si, i)), to: int16(to), kind: mPerson, person: who, core: int16(core)})
}

// titleBeside gives the first token of an office that is joined to the one at
// token i: "First Deputy Prime Minister and Minister of Foreign Affairs".
func (p *page) titleBeside(si, i int) int {
	tokens := p.doc.Sentences[si].Tokens
	if i < 2 || p.doc.Word(&tokens[i-1]) != "and" {
		return i
	}
	mt := p.matchEnding(si, i-1)
	if mt == nil || !hasKind(mt.Senses, gazetteer.KindOffice) || tokens[mt.From].Flags&language.FlagUpper == 0 {
		return i
	}
	for k := mt.From; k < i; k++ {
		if p.sents[si].at[k] >= 0 {
			return i
		}
	}
	return mt.From
}

// corporate tells company names from people.
func corporate(words []string) bool {
	switch strings.TrimSuffix(words[len(words)-1], ".") {
	case "AG", "BV", "Inc", "Corp", "Plc", "PLC", "SA", "Ltd", "Co", "NV", "AB", "GmbH", "Electric", "Motors", "Telecommunications", "Ericsson", "Industries", "Airlines", "Oil", "Steel", "Post", "Times", "Journal", "Ledger", "Herald", "Tribune", "Newspaper", "Magazine", "Today":
		return true
	}
	return len(words[0]) <= 3 && words[0] == strings.ToUpper(words[0]) && !strings.Contains(words[0], ".")
}

func hasKind(senses []gazetteer.Sense, k gazetteer.Kind) bool {
	for _, s := range senses {
		if s.Kind == k {
			return true
		}
	}
	return false
}

func (p *page) words(si, from, to int) []string {
	out := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		out = append(out, p.doc.Word(&p.doc.Sentences[si].Tokens[i]))
	}
	return out
}

// allCaps tells whether a sentence is a headline in capitals.
func (p *page) allCaps(si int) bool {
	caps, words := 0, 0
	for _, t := range p.doc.Sentences[si].Tokens {
		if t.Flags&language.FlagAllCaps != 0 {
			caps++
		}
		if c := p.doc.Text[t.Start]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			words++
		}
	}
	return words > 3 && caps*3 > words*2
}

// nameRun finds the run of name words that starts at token i; to is 0 where
// there is none. A listed person's name is taken whole.
func (p *page) nameRun(si, i int, caps bool) (from, to int, senses []gazetteer.Sense) {
	tokens := p.doc.Sentences[si].Tokens
	if mt := p.matchStarting(si, i); mt != nil && hasKind(mt.Senses, gazetteer.KindPerson) && mt.Senses[0].Kind != gazetteer.KindOrganisation {
		to = mt.To
		same := true // what follows leaves the listed person who he is
		for to < len(tokens) {
			if w := p.doc.Word(&tokens[to]); w != "Al" && w != "El" && p.nameWord(si, to, caps) && p.matchStarting(si, to) == nil && p.covering(si, to) == nil {
				to++
				same = false
			} else if w == "bin" && to+3 < len(tokens) && strings.EqualFold(p.doc.Word(&tokens[to+1]), "al") && glue(p.doc.Word(&tokens[to+2])) && p.nameWord(si, to+3, caps) {
				to += 4 // "Abdullah II bin Al-Hussein"
			} else if w == "bin" && to+1 < len(tokens) && p.nameWord(si, to+1, caps) {
				to += 2 // "Haitham bin Tariq"
			} else if (w == "al" || w == "Al" || w == "el" || w == "El") && to+2 < len(tokens) && glue(p.doc.Word(&tokens[to+1])) && p.glued(si, to+1) && p.nameWord(si, to+2, caps) {
				to += 3 // "Tamim bin Hamad al-Thani"
			} else if mt := p.matchStarting(si, to+1); w == "Al" && to+1 < len(tokens) && p.nameWord(si, to+1, caps) && (mt == nil || nameSense(mt, true)) {
				to += 2 // "Tamim bin Hamad Al Thani"
			} else {
				break
			}
		}
		if to > mt.To && !same {
			return i, p.suffix(si, to), nil
		}
		return i, p.suffix(si, to), mt.Senses
	}
	if !p.nameWord(si, i, caps) {
		return 0, 0, nil
	}
	if mt := p.covering(si, i); mt != nil && !nameSense(mt, false) {
		return 0, 0, nil
	}
	k := i + 1
	for k < len(tokens) {
		mt := p.covering(si, k)
		w := p.doc.Word(&tokens[k])
		switch {
		case glue(w) && p.glued(si, k) && k+1 < len(tokens) && p.glued(si, k+1) && alphabetic(p.doc.Word(&tokens[k+1])):
			if w == "'" || w == "’" || p.nameWord(si, k+1, caps) || p.lowerTail(si, k+1) {
				k += 2
				continue
			}
		case p.nameWord(si, k, caps) && (mt == nil || nameSense(mt, true)):
			k++
			continue
		case mt != nil && mt.From == k && k == i+1 && mt.Senses[0].Kind == gazetteer.KindPerson && p.givenName(si, i): // "Michel Regis Onanga Ndiaye", listed without the first
			return i, p.suffix(si, mt.To), mt.Senses
		case particle(w) && k+1 < len(tokens) && (p.nameWord(si, k+1, caps) || glue(p.doc.Word(&tokens[k+1])) && p.glued(si, k+1)):
			if k2 := k + 1; glue(p.doc.Word(&tokens[k2])) && k2+1 < len(tokens) { // al - Aiban
				k += 3
			} else {
				k += 2
			}
			continue
		case particle(w) && k+2 < len(tokens) && particle(p.doc.Word(&tokens[k+1])) && p.nameWord(si, k+2, caps):
			k += 3
			continue
		}
		break
	}
	return i, p.suffix(si, k), nil
}

func (p *page) suffix(si, to int) int {
	tokens := p.doc.Sentences[si].Tokens
	if to < len(tokens) {
		if w := p.doc.Word(&tokens[to]); w == "Jr" || w == "Jr." || regnal(w) {
			return to + 1
		}
	}
	return to
}

// regnal tells the number behind a monarch's or a pope's name. "X" and "I" are
// more often something else.
func regnal(w string) bool {
	switch w {
	case "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XXIII":
		return true
	}
	return false
}

// lowerTail tells "Il-sung", "Li Gun-mo": a lower-case second half of a given
// name.
func (p *page) lowerTail(si, k int) bool {
	t := &p.doc.Sentences[si].Tokens[k]
	return t.End-t.Start >= 2 && t.End-t.Start <= 7
}

func glue(w string) bool { return w == "-" || w == "'" || w == "’" || w == "‑" || w == "–" }

// glued tells whether no space stands before a token.
func (p *page) glued(si, k int) bool {
	t := p.doc.Sentences[si].Tokens
	return k > 0 && t[k].Start == t[k-1].End
}

func alphabetic(w string) bool {
	return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80) && w != "’s" && w != "s"
}

// particle names the small words inside names.
func particle(w string) bool {
	switch w {
	case "bin", "ibn", "bint", "al", "el", "von", "van", "der", "den", "de", "da", "do", "dos", "das", "di", "du", "del", "della", "la", "ben", "ould", "bin-", "ter", "zu", "af", "abu":
		return true
	}
	return false
}

// nameWord tells whether a token looks like a part of a name.
func (p *page) nameWord(si, i int, caps bool) bool {
	t := &p.doc.Sentences[si].Tokens[i]
	if t.Flags&language.FlagUpper == 0 || t.Flags&language.FlagDigit != 0 || caps {
		return false
	}
	w := p.doc.Text[t.Start:t.End]
	if len(w) == 1 && w != "U" {
		return false
	}
	if t.Flags&language.FlagAllCaps != 0 && len(w) > 2 && !strings.Contains(w, ".") {
		return false
	}
	if commonOpener(w) {
		return false
	}
	switch w {
	case "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Order", "Street", "Palace", "House", "Airport", "Hotel", "University", "Centre", "Center", "Square", "Hall", "Museum", "River", "Sea", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"Agency", "Wire", "News", "Ministry", "Party", "Minister", "Government", "Parliament", "Congress", "Senate", "Council", "Committee", "Commission", "Union", "Bank", "Corp", "Inc", "Ltd", "Co", "Treaty", "Agreement", "Summit", "Forum", "Conference", "Dialogue", "Embassy", "Army", "Navy", "Foundation", "Institute", "Group", "Initiative", "Strait", "Gulf", "Ocean", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Western-", "National", "International", "Foreign", "Joint", "High", "Supreme", "Federal", "General", "State", "Republic", "Democratic", "World", "Global", "Economic", "Security", "Trade", "Development", "Partnership", "Strategic", "Comprehensive", "Nations", "Leaders", "Meeting", "Forces", "Force":
		return i > 0 && (w == "General" || w == "March" || w == "May" || w == "June" || w == "April" || w == "August") && p.nameBefore(si, i)
	}
	if t.End-t.Start == 2 && w[1] == '.' {
		return true // an initial
	}
	return true
}

// commonOpener names common words that open sentences with a capital and can
// also be family names: "He", "Will", "Long".
func commonOpener(w string) bool {
	switch w {
	case "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "In", "On", "At", "But", "And", "This", "That", "These", "Those", "His", "Her", "Its", "Their", "Our", "My", "Your", "For", "From", "With", "After", "Before", "During",
		"Also", "As", "While", "When", "Both", "Earlier", "Later", "Meanwhile", "Asked", "Neither", "What", "Why", "Who", "How", "There", "Then", "If", "No", "Not", "Of", "To", "By", "Will", "Did", "Do", "Does", "Has", "Have", "Had", "Was", "Were", "Is", "Are", "So", "Or", "Nor", "Yet", "Now", "Here", "One", "Two", "Three", "Some", "Many", "Most", "More", "Few", "All", "Any", "Each", "Every", "Another", "Other", "Long", "Young", "Best", "Good", "Big", "Still", "Even", "Only", "Such", "Since", "Until", "Under", "Over", "Between", "Among", "Because", "Although", "Though", "However", "Can", "Could", "May", "Might", "Should", "Would", "Shall", "Must", "Let", "Yes", "Well", "Just", "Never", "Always", "Today", "Yesterday", "Tomorrow", "Last", "Next", "First", "Second", "Third", "Talks", "Officials", "Sources", "Analysts", "Leaders", "Ministers":
		return true
	}
	return false
}

// nameBefore tells whether a given name stands before a token that is also a
// common word: "Theresa May".
func (p *page) nameBefore(si, i int) bool {
	mt := p.matchEnding(si, i)
	return mt != nil && hasKind(mt.Senses, gazetteer.KindGivenName)
}

// nameSense tells whether a listed name can be a word of a person's name.
func nameSense(mt *gazetteer.Match, inside bool) bool {
	for n, s := range mt.Senses {
		switch s.Kind {
		case gazetteer.KindSurname, gazetteer.KindGivenName:
			return n == 0 || inside || mt.Senses[0].Kind == gazetteer.KindCity
		case gazetteer.KindHonorific:
			return inside
		}
	}
	return inside && mt.To-mt.From == 1 && mt.Senses[0].Kind == gazetteer.KindCity
}

func (p *page) covering(si, i int) *gazetteer.Match {
	ms := p.sents[si].matches
	for k := range ms {
		if ms[k].From <= i && i < ms[k].To {
			return &ms[k]
		}
	}
	return nil
}

// titleBefore reads the office or honorific in front of a name: "President",
// "Poland's foreign minister,", "Mr.".
func (p *page) titleBefore(si, from int) (o officeUse, start int, h gazetteer.Honorific) {
	tokens := p.doc.Sentences[si].Tokens
	start = from
	k := from
	for steps := 0; steps < 4 && k > 0; steps++ {
		mt := p.matchEnding(si, k)
		if mt != nil {
			if ref, ok := mt.Has(gazetteer.KindHonorific); ok && !hasKind(mt.Senses, gazetteer.KindOffice) {
				h = *p.gaz.Honorific(ref)
				k, start = mt.From, mt.From
				continue
			}
			if hasKind(mt.Senses, gazetteer.KindOffice) {
				use := p.officeOf(si, mt.From, mt.To, mt.Senses)
				if ref, ok := mt.Has(gazetteer.KindHonorific); ok {
					h = *p.gaz.Honorific(ref)
				}
				if o.title == "" || use.rank > 0 && use.rank < o.rank {
					if len(use.codes) == 0 {
						use.codes = o.codes
					}
					o = use
				} else if len(o.codes) == 0 {
					o.codes = use.codes
				}
				if k == from || start == k {
					start = mt.From
				}
				k = mt.From
				if k > 1 && p.doc.Word(&tokens[k-1]) == "and" { // "State Councilor and Foreign Minister"
					if before := p.matchEnding(si, k-1); before == nil || !p.articled(si, before.From) {
						k--
						continue
					}
				}
				if before := p.matchEnding(si, k); before != nil && start == k { // "HRH Crown Prince"
					if ref, ok := before.Has(gazetteer.KindHonorific); ok && !hasKind(before.Senses, gazetteer.KindOffice) {
						start, h = before.From, *p.gaz.Honorific(ref)
					}
				}
				return o, start, h
			}
			// "President of Kazakhstan Nursultan Nazarbayev"
			if cs := p.matchStates(mt, true); len(cs) > 0 && k == from {
				q := mt.From
				for q > 0 && (p.doc.Word(&tokens[q-1]) == "the" || p.doc.Word(&tokens[q-1]) == "of") {
					q--
				}
				if q > 0 && p.sentTo(si, q-1) { // "UN special envoy for Syria Geir Pedersen"
					q, cs = q-1, nil
				}
				if q < mt.From {
					if om := p.matchEnding(si, q); om != nil && hasKind(om.Senses, gazetteer.KindOffice) {
						o = p.officeOf(si, om.From, om.To, om.Senses)
						if len(o.codes) == 0 {
							o.codes = cs
						}
						return o, om.From, h
					}
				}
			}
		}
		if p.doc.Word(&tokens[k-1]) == "," && o.title == "" && k > 1 { // "its foreign minister, Sergei Lavrov"
			if om, codes := p.officeEnding(si, k-1); om != nil {
				o = p.officeOf(si, om.From, om.To, om.Senses)
				if o.plural || p.inApposition(si, om.From) || k == from && !p.introduces(si, from) {
					return officeUse{}, start, h
				}
				if len(o.codes) == 0 {
					o.codes = codes
				}
				return o, start, h
			}
			w := p.doc.Word(&tokens[k-2])
			if strings.HasPrefix(w, "counterpart") || w == "colleague" || w == "host" || w == "guest" || w == "neighbour" || w == "rival" || w == "successor" || w == "predecessor" {
				o = officeUse{title: "", codes: p.officeStates(si, k-2, k-1)}
				return o, from, h
			}
		}
		if w := p.doc.Word(&tokens[k-1]); k == from && (w == "counterpart" || w == "counterparts" || w == "colleague") {
			o = officeUse{title: "", codes: p.officeStates(si, k-1, k)}
			return o, from, h
		}
		break
	}
	return o, start, h
}

// officeEnding gives the office that ends before token k, with the state behind
// it if there is one: "the prime minister", "the Minister of Defence of the
// Republic of Cyprus".
func (p *page) officeEnding(si, k int) (*gazetteer.Match, []string) {
	mt := p.matchEnding(si, k)
	if mt == nil {
		return p.envoyEnding(si, k), nil
	}
	if hasKind(mt.Senses, gazetteer.KindOffice) {
		return mt, nil
	}
	codes := p.matchStates(mt, true)
	of := mt.From - 1
	tokens := p.doc.Sentences[si].Tokens
	if of > 0 && p.doc.Word(&tokens[of]) == "the" {
		of--
	}
	if len(codes) > 0 && p.sentTo(si, of) { // "the UN envoy for Syria"
		return p.matchEnding(si, of), nil
	}
	if len(codes) == 0 {
		return p.envoyEnding(si, k), nil
	}
	if of < 1 || p.doc.Word(&tokens[of]) != "of" {
		return nil, nil
	}
	if om := p.matchEnding(si, of); om != nil && hasKind(om.Senses, gazetteer.KindOffice) {
		return om, codes
	}
	return nil, nil
}

// envoyEnding gives the envoy's office that ends before token k with what he is
// sent to, where that is no state: "the EU special representative for the Sahel".
func (p *page) envoyEnding(si, k int) *gazetteer.Match {
	tokens := p.doc.Sentences[si].Tokens
	for n := k - 1; n > 0 && k-n < 6; n-- {
		if p.sentTo(si, n) {
			return p.matchEnding(si, n)
		}
		if w := p.doc.Word(&tokens[n]); tokens[n].Flags&language.FlagUpper == 0 && w != "the" && w != "and" && w != "of" && w != "affairs" && w != "-" {
			return nil
		}
	}
	return nil
}

// inApposition tells whether an office describes the name before it: in "X,
// the Saudi adviser, Y" it says nothing of Y.
func (p *page) inApposition(si, k int) bool {
	tokens := p.doc.Sentences[si].Tokens
	for n := 0; k > 0 && n < 7; n++ {
		k--
		if p.doc.Word(&tokens[k]) == "," {
			return k > 0 && p.sents[si].at[k-1] >= 0 && p.sents[si].mentions[p.sents[si].at[k-1]].kind == mPerson
		}
		if p.sents[si].at[k] >= 0 {
			return false
		}
	}
	return false
}

// introduces tells whether the name behind ", " stands for the office before
// it: it has two words, or it is closed by a comma or the end.
func (p *page) introduces(si, from int) bool {
	tokens := p.doc.Sentences[si].Tokens
	_, to, _ := p.nameRun(si, from, false)
	return to-from >= 2 || to < len(tokens) && p.doc.Word(&tokens[to]) == ","
}

// ownerBefore reads "Hungary's Viktor Orban", "Argentina's Javier Milei",
// "Cairo's", "Indonesian Prabowo Subianto".
func (p *page) ownerBefore(si, from int) string {
	tokens := p.doc.Sentences[si].Tokens
	k := from
	if k > 0 {
		switch p.doc.Word(&tokens[k-1]) {
		case "'s", "’s", "'", "’":
			k--
		}
	}
	mt := p.matchEnding(si, k)
	if mt == nil {
		return ""
	}
	if cs := p.matchStates(mt, k != from); len(cs) == 1 {
		if k == from && mt.Senses[0].Kind != gazetteer.KindDemonym {
			return ""
		}
		return cs[0]
	}
	return ""
}

// ledTeam reads the state of those who lead its people: "the Nigerian team,
// headed by Finance Minister X".
func (p *page) ledTeam(si, from int) string {
	tokens := p.doc.Sentences[si].Tokens
	if from > 0 && p.doc.Word(&tokens[from-1]) == "the" {
		from--
	}
	if from < 3 || p.doc.Word(&tokens[from-1]) != "by" {
		return ""
	}
	switch p.doc.Word(&tokens[from-2]) {
	case "led", "headed", "chaired":
	default:
		return ""
	}
	for k := from - 2; k > 0 && from-k < 9; k-- {
		switch p.doc.Word(&tokens[k-1]) {
		case "summit", "meeting", "session", "talks", "conference", "forum", "gathering": // "the EU-Central Asia summit, chaired by President X"
			return ""
		}
		if mt := p.matchEnding(si, k); mt != nil {
			if cs := p.matchStates(mt, false); len(cs) == 1 {
				return cs[0]
			}
		}
	}
	return ""
}

// amongOthers reads the state of "X and other senior Japanese officials".
func (p *page) amongOthers(si, to int) string {
	tokens := p.doc.Sentences[si].Tokens
	if to+2 >= len(tokens) || p.doc.Word(&tokens[to]) != "and" || p.doc.Word(&tokens[to+1]) != "other" {
		return ""
	}
	for k := to + 2; k < len(tokens) && k < to+6; k++ {
		mt := p.matchStarting(si, k)
		if mt == nil || mt.Senses[0].Kind != gazetteer.KindDemonym {
			continue
		}
		if cs := p.matchStates(mt, false); len(cs) == 1 {
			return cs[0]
		}
	}
	return ""
}

// stateBehind reads "Claudia Sheinbaum of Mexico", "Xi Jinping of China".
func (p *page) stateBehind(si, to int) string {
	tokens := p.doc.Sentences[si].Tokens
	if to+1 >= len(tokens) || p.doc.Word(&tokens[to]) != "of" {
		return ""
	}
	k := to + 1
	if p.doc.Word(&tokens[k]) == "the" {
		k++
	}
	if mt := p.matchStarting(si, k); mt != nil && (mt.Senses[0].Kind == gazetteer.KindCountry || mt.Senses[0].Kind == gazetteer.KindOrganisation) {
		if cs := p.matchStates(mt, false); len(cs) > 0 {
			return cs[0]
		}
	}
	return ""
}

// stateInApposition finds the state in a description that holds no listed
// office: ", the chief of the Saudi general staff,", ", China's senior man,".
func (p *page) stateInApposition(si, to int) string {
	tokens := p.doc.Sentences[si].Tokens
	if to+1 >= len(tokens) || p.doc.Word(&tokens[to]) != "," {
		return ""
	}
	for k := to + 1; k < len(tokens) && k < to+9; k++ { // "…, Belarus's news agency reported": who says so
		switch p.doc.Word(&tokens[k]) {
		case "said", "says", "reported", "reports", "announced", "wrote", "told", "confirmed":
			return ""
		case ",", ".", ";":
			k = len(tokens)
		}
	}
	first := p.doc.Word(&tokens[to+1])
	if m := p.matchStarting(si, to+1); first != "the" && first != "a" && first != "an" && !(m != nil && m.To < len(tokens) && p.doc.Word(&tokens[m.To]) == "'s") {
		return ""
	}
	if m := p.matchStarting(si, to+1); m != nil && m.To+1 < len(tokens) && isGenitive(p.doc.Word(&tokens[m.To])) && p.startsName(si, m.To+1) { // "Zelenskyy, Turkey's Recep Tayyip Erdogan and": another
		return ""
	}
	for k := to + 1; k < len(tokens) && k < to+9; k++ {
		if w := p.doc.Word(&tokens[k]); w == "," || w == "." || w == "who" || w == "in" || w == "to" || w == "at" {
			return ""
		}
		if mt := p.matchStarting(si, k); mt != nil {
			if n := mt.To; n+1 < len(tokens) && glue(p.doc.Word(&tokens[n])) && p.glued(si, n+1) && tokens[n+1].Flags&language.FlagUpper == 0 { // "the head of the Saudi-backed council"
				return ""
			}
			if cs := p.matchStates(mt, k == to+1); len(cs) == 1 {
				return cs[0]
			}
		}
	}
	return ""
}

// titleBehind reads an office in apposition: ", the president of Congo",
// ", Russia's foreign minister,", ", an aide to President Putin".
func (p *page) titleBehind(si, to int) (o officeUse, codes []string, end int) {
	tokens := p.doc.Sentences[si].Tokens
	if to >= len(tokens) || p.doc.Word(&tokens[to]) != "," && p.doc.Word(&tokens[to]) != "(" {
		return
	}
	for k := to + 1; k < len(tokens) && k < to+8; k++ {
		if mt := p.matchStarting(si, k); mt != nil {
			if hasKind(mt.Senses, gazetteer.KindOffice) && !p.startsName(si, mt.To) {
				o = p.officeOf(si, mt.From, mt.To, mt.Senses)
				if o.plural {
					return officeUse{}, nil, 0
				}
				return o, o.codes, mt.To
			}
			if len(p.matchStates(mt, true)) > 0 || hasKind(mt.Senses, gazetteer.KindStanding) {
				k = mt.To - 1
				continue
			}
			return
		}
		switch w := strings.ToLower(p.doc.Word(&tokens[k])); w {
		case "the", "a", "an", "'s", "’s", "his", "her", "its", "new", "top", "who", "is", "leader", "young", "old", "one", "of", "and", "head", "who's", "currently", "also", "senior", "veteran", "most", "powerful":
			if w == "leader" || w == "head" {
				o = officeUse{title: w, role: gazetteer.RoleLeader, rank: 1, leader: true, from: k, to: k + 1}
				o.codes = p.officeStates(si, k, k+1)
				if len(o.codes) > 0 {
					return o, o.codes, k + 1
				}
				return officeUse{}, nil, 0
			}
			if w == "and" || w == "of" {
				return
			}
			continue
		}
		return
	}
	return
}

// startsName tells whether a name follows, so that the office belongs to it:
// ", President Joe Biden".
func (p *page) startsName(si, k int) bool {
	tokens := p.doc.Sentences[si].Tokens
	return k < len(tokens) && p.nameWord(si, k, false) && (p.covering(si, k) == nil || nameSense(p.covering(si, k), false) || hasKind(p.covering(si, k).Senses, gazetteer.KindPerson))
}

func (p *page) givenName(si, i int) bool {
	mt := p.covering(si, i)
	return mt != nil && hasKind(mt.Senses, gazetteer.KindGivenName) && mt.Senses[0].Kind != gazetteer.KindCountry
}

func (p *page) givenGender(si, i int) byte {
	if mt := p.covering(si, i); mt != nil {
		if ref, ok := mt.Has(gazetteer.KindGivenName); ok {
			if g := p.gaz.GivenName(ref).Gender; g != "" {
				return g[0]
			}
		}
	}
	return 0
}

// actsAsPerson tells whether a verb that only people take follows an unknown
// name.
func (p *page) actsAsPerson(si, from, to int) bool {
	tokens := p.doc.Sentences[si].Tokens
	if to >= len(tokens) || to-from > 4 {
		return false
	}
	switch p.doc.Word(&tokens[to]) {
	case "said", "told", "met", "flew", "arrived", "says", "added", "visited", "who", "whom", "and":
		w := p.doc.Word(&tokens[to])
		return w != "and" && w != "who" || w == "who" || w == "whom"
	}
	return false
}

// listed tells whether only commas and "and" stand between two names.
func (p *page) listed(si, from, to int) bool {
	if to-from > 3 {
		return false
	}
	for k := from; k < to; k++ {
		switch p.doc.Word(&p.doc.Sentences[si].Tokens[k]) {
		case ",", "and", "&", "as", "well":
		default:
			return false
		}
	}
	return to > from
}

// settlePeople gives those without a state the one that the report's place
// suggests: "Prime Minister X" in a report from Rome is Italy's.
func (p *page) settlePeople() {
	for i := range p.people {
		w := &p.people[i]
		w.spouse = p.married(w)
		if w.country != "" {
			w.country = p.gaz.CountryAt(w.country, p.ref)
			continue
		}
		if w.office == "" || w.level == 0 || w.level == officialRank {
			continue
		}
		if c := p.besideColleague(w); c != "" {
			w.country, w.sure = c, 1
		} else if c := p.ofInstitution(w); c != "" {
			w.country, w.sure = c, 1
		} else if p.here.country != "" {
			w.country, w.sure = p.here.country, 1
		}
	}
}

// married tells the spouses of officials: a first lady, "his wife, X", and one
// without an office who bears a leader's family name.
func (p *page) married(w *person) bool {
	if w.role == "first-lady" || strings.EqualFold(w.office, "first lady") {
		return true
	}
	if w.level != 0 || w.entry != nil && w.role != "" {
		return false
	}
	if m := p.mention(w.sent, w.tok); m != nil {
		tokens := p.doc.Sentences[w.sent].Tokens
		k := int(m.from) - 1
		if k > 0 && p.doc.Word(&tokens[k]) == "," {
			k--
		}
		if k >= 0 {
			if spouseNoun(p.doc.Word(&tokens[k])) {
				return true
			}
		}
	}
	if len(w.words) < 2 || w.gender != 'f' {
		return false
	}
	for i := range p.people {
		if o := &p.people[i]; o != w && o.key == w.key && o.gender == 'm' && (o.level == 1 || o.level == 2) {
			return true
		}
	}
	return false
}

// besideColleague gives the state of the official whom the text lists right
// before another: "Nigerian Finance Minister X and Central Bank Governor Y".
func (p *page) besideColleague(w *person) string {
	m := p.mention(w.sent, w.tok)
	if m == nil || m.from < 2 {
		return ""
	}
	switch p.doc.Word(&p.doc.Sentences[w.sent].Tokens[m.from-1]) {
	case "and", ",":
	default:
		return ""
	}
	if o := p.mention(w.sent, int(m.from)-2); o != nil && o.kind == mPerson {
		return p.people[o.person].country
	}
	return ""
}

// ofInstitution gives the state of the ministry or government that speaks of an
// official of its own: "Djibouti's defence ministry said Defence Minister X".
func (p *page) ofInstitution(w *person) string {
	for k := 1; k < w.tok; k++ {
		to := k + 1
		if mt := p.matchStarting(w.sent, k); mt != nil {
			ref, ok := mt.Has(gazetteer.KindSeat)
			if !ok || !p.gaz.Seat(ref).Metonym() {
				continue
			}
			to = mt.To
		} else if !governing(p.doc.Word(&p.doc.Sentences[w.sent].Tokens[k])) {
			continue
		}
		if codes := p.officeStates(w.sent, k, to); len(codes) == 1 && !p.isOrg(codes[0]) {
			return codes[0]
		}
	}
	return ""
}

// governing names institutions that have a state's name before them.
func governing(w string) bool {
	switch w {
	case "government", "presidency", "ministry", "cabinet", "chancellery", "parliament":
		return true
	}
	return false
}

// nameFamilies finds family names that stand alone: of people named in full
// elsewhere in the report, or of well-known office holders.
func (p *page) nameFamilies(si int) {
	tokens := p.doc.Sentences[si].Tokens
	caps := p.allCaps(si)
	for i := range tokens {
		if p.sents[si].at[i] >= 0 || tokens[i].Flags&language.FlagUpper == 0 {
			continue
		}
		w := p.doc.Word(&tokens[i])
		if len(w) < 2 || commonOpener(w) {
			continue
		}
		mt := p.covering(si, i)
		end := i + 1
		f := gazetteer.Fold(w)
		who := p.known(f)
		if who == nobody && i+2 < len(tokens) && glue(p.doc.Word(&tokens[i+1])) && p.glued(si, i+1) { // Amir-Abdollahian
			if k := p.known(gazetteer.Fold(p.doc.Word(&tokens[i+2]))); k != nobody && p.glued(si, i+2) {
				who, end = k, i+3
			}
		}
		if who == nobody && mt != nil && mt.To > i+1 { // "Lopez Obrador", "Van der Bellen", "bin Salman"
			if _, ok := mt.Has(gazetteer.KindSurname); ok && mt.From == i {
				who, end = p.known(gazetteer.Fold(p.doc.Word(&tokens[mt.To-1]))), mt.To
			}
		}
		if who == nobody {
			who = p.possessive(si, i)
		}
		if who != nobody && mt != nil && mt.From <= i && !nameSense(mt, true) && mt.Senses[0].Kind != gazetteer.KindCity && mt.Senses[0].Kind != gazetteer.KindPerson && !p.namesake(si, i, who, mt) {
			continue // "Jordan" is the country unless a person of that name is listed so
		}
		if who == nobody && !caps && mt != nil && mt.From == i {
			if _, ok := mt.Has(gazetteer.KindSurname); ok && (mt.Senses[0].Kind == gazetteer.KindSurname || mt.Senses[0].Kind == gazetteer.KindPerson) && !p.startsCommon(si, i) {
				if !(end < len(tokens) && p.nameWord(si, end, false) && p.covering(si, end) == nil) {
					words := p.words(si, mt.From, mt.To)
					before := len(p.people)
					who = p.meet(si, i, words, officeUse{}, "", mt.Senses)
					end = mt.To
					if p.people[who].entry == nil {
						p.people = p.people[:before]
						who = nobody
					}
				}
			}
		}
		if who == nobody {
			continue
		}
		from := p.particlesBefore(si, i, who)
		o, start, _ := p.titleBefore(si, from)
		if start < from {
			from = start
		}
		who = p.titledAlike(who, f, o)
		if o.title != "" {
			country := ""
			if len(o.codes) == 1 {
				country = o.codes[0]
			}
			p.describe(&p.people[who], si, i, o, country)
		}
		if p.people[who].country != "" {
			p.people[who].country = p.gaz.CountryAt(p.people[who].country, p.ref)
		}
		p.put(si, mention{from: int16(from), to: int16(end), kind: mPerson, person: who, core: int16(i)})
	}
}

// particlesBefore gives where a family name begins that is told with the small
// words before it: "al-Busaidi", "van den Berg".
func (p *page) particlesBefore(si, i int, who int32) int {
	tokens := p.doc.Sentences[si].Tokens
	if i > 1 && glue(p.doc.Word(&tokens[i-1])) && p.glued(si, i-1) && p.glued(si, i) && particle(strings.ToLower(p.doc.Word(&tokens[i-2]))) && p.sents[si].at[i-2] < 0 && p.sents[si].at[i-1] < 0 {
		return i - 2
	}
	for i > 0 && p.sents[si].at[i-1] < 0 {
		w := p.doc.Word(&tokens[i-1])
		if !particle(w) || !slices.Contains(p.people[who].words, gazetteer.Fold(w)) {
			break
		}
		i--
	}
	return i
}

// startsCommon tells whether a token opens a sentence and so may be a common
// word in spite of its capital.
func (p *page) startsCommon(si, i int) bool {
	if i > 0 {
		return false
	}
	if w := p.doc.Word(&p.doc.Sentences[si].Tokens[i]); w == strings.ToUpper(w) { // "MBS"
		return false
	}
	if p.sents[si].built {
		return p.doc.Sentences[si].Tokens[i].UPOS != language.PROPN
	}
	return false
}

// possessive finds whom a name that has lost its apostrophe means, where nobody
// goes by it as it is written: "Modis" for "Modi's".
func (p *page) possessive(si, i int) int32 {
	t := &p.doc.Sentences[si].Tokens[i]
	w := p.doc.Word(t)
	if t.Flags&language.FlagPossiblePossessive == 0 || !strings.HasSuffix(w, "s") {
		return nobody
	}
	f := gazetteer.Fold(w)
	if p.known(f) != nobody {
		return nobody
	}
	return p.known(strings.TrimSuffix(f, "s"))
}

// titledAlike gives among those of one family name whom a title before it means:
// "Minister Shrestha" is not the ambassador of the name told of last.
func (p *page) titledAlike(who int32, folded string, o officeUse) int32 {
	bears := func(w *person) bool { return strings.Contains(strings.ToLower(w.office), strings.ToLower(o.title)) }
	if o.title == "" || p.people[who].office == "" || bears(&p.people[who]) {
		return who
	}
	for i := len(p.people) - 1; i >= 0; i-- {
		if w := &p.people[i]; len(w.words) > 1 && w.words[len(w.words)-1] == folded && !w.spouse && bears(w) {
			return int32(i)
		}
	}
	return who
}

// known finds the person of the report who goes by a folded single name; the
// one named last where two share it.
func (p *page) known(folded string) int32 {
	if len(folded) < 2 {
		return nobody
	}
	for i := len(p.people) - 1; i >= 0; i-- {
		w := &p.people[i]
		if w.spouse {
			continue
		}
		if w.key == folded || len(w.words) > 1 && w.words[len(w.words)-1] == folded {
			return int32(i)
		}
		if n := len(w.words); n > 2 && w.words[n-2] == folded && w.entry == nil && !particle(folded) { // "Martinez" of Alejandro Martinez Cuenca
			return int32(i)
		}
		if w.entry != nil && len(w.words) > 1 && w.alias(folded) {
			return int32(i)
		}
	}
	return nobody
}

// nameRest files states, peoples, cities, seats, organisations, offices and
// gatherings that are no part of a person's name.
func (p *page) nameRest(si int) {
	ms := p.sents[si].matches
	for k := range ms {
		mt := &ms[k]
		m := mention{from: int16(mt.From), to: int16(mt.To), person: nobody, core: int16(mt.From), senses: mt.Senses}
		s := mt.Senses[0]
		for _, x := range mt.Senses { // a person's name in a place where nobody of the name is meant
			if x.Kind != gazetteer.KindPerson && x.Kind != gazetteer.KindSurname && x.Kind != gazetteer.KindGivenName && x.Kind != gazetteer.KindHonorific && x.Kind != gazetteer.KindStanding {
				s = x
				break
			}
		}
		m.ref = s.Ref
		switch s.Kind {
		case gazetteer.KindCountry:
			m.kind = mState
			m.code = p.senseCode(s, false)
		case gazetteer.KindDemonym:
			if k := int(m.from) - 1; k >= 0 && p.ofContinent(si, k) {
				continue
			}
			m.kind = mPeople
			m.code = p.senseCode(s, false)
		case gazetteer.KindOrganisation:
			m.kind = mOrg
			m.code = p.orgCode(s.Ref)
			if o := p.gaz.Organisation(s.Ref); o.Kind == gazetteer.PoliticalParty {
				continue
			} else if o.Kind == gazetteer.StateByName {
				m.kind = mState
			}
		case gazetteer.KindCity:
			m.kind = mCity
			m.code = p.gaz.CityCountryAt(p.bestCity(mt.Senses), p.ref)
			m.ref = p.bestCity(mt.Senses)
		case gazetteer.KindSeat:
			m.kind = mSeat
			seat := p.gaz.Seat(s.Ref)
			if m.to-m.from == 1 && p.partOfName(si, int(m.from)) { // "the World Energy Congress", "the French Senate"
				continue
			}
			m.code = seat.Country
			if m.code == "" {
				m.code = seat.For
			}
			m.code = p.gaz.CountryAt(m.code, p.ref)
		case gazetteer.KindOffice:
			m.kind = mOffice
		case gazetteer.KindGathering:
			m.kind = mGathering
			m.code = p.gaz.Gathering(s.Ref).Organisation
		default:
			continue
		}
		if mt.Within && m.kind != mState && m.kind != mPeople {
			continue
		}
		if mt.Compound {
			for n, x := range mt.Senses {
				if c := p.senseCode(x, true); c != "" && n > 0 {
					m.more = appendNew(m.more, c)
				}
			}
		}
		p.put(si, m)
	}
}

// partOfName tells whether "Congress" or "Senate" stands behind a word of the
// same name, so that it is not the American one.
func (p *page) partOfName(si, i int) bool {
	tokens := p.doc.Sentences[si].Tokens
	switch p.doc.Word(&tokens[i]) {
	case "Congress", "Senate":
		return i > 0 && tokens[i-1].Flags&language.FlagUpper != 0 && p.doc.Word(&tokens[i-1]) != "The"
	}
	return false
}

// bestCity chooses between cities of one name: one in a country that the
// report names, else the likeliest.
func (p *page) bestCity(senses []gazetteer.Sense) int32 {
	first := int32(-1)
	for _, s := range senses {
		if s.Kind != gazetteer.KindCity {
			continue
		}
		if first < 0 {
			first = s.Ref
			if c := p.gaz.City(s.Ref); c.Capital || c.Population > 1000000 {
				return first
			}
			continue
		}
		if p.gaz.City(first).Population > 3*p.gaz.City(s.Ref).Population && p.gaz.City(first).Population > 100000 {
			continue // Geneva is Geneva, however many towns are named for it
		}
		code := p.gaz.CityCountryAt(s.Ref, p.ref)
		if p.namesState(code) && !p.namesState(p.gaz.CityCountryAt(first, p.ref)) {
			return s.Ref
		}
	}
	return first
}

// chooseSeats puts among the seats of one name, such as the Foreign Office of
// London and that of Islamabad, that first which is meant: the one in the
// dateline's state, or else in a state that the report names.
func (p *page) chooseSeats(si int) {
	for k := range p.sents[si].matches {
		mt := &p.sents[si].matches[k]
		if len(mt.Senses) < 2 || mt.Senses[0].Kind != gazetteer.KindSeat || mt.Senses[1].Kind != gazetteer.KindSeat {
			continue
		}
		best := slices.IndexFunc(mt.Senses, func(s gazetteer.Sense) bool {
			return s.Kind == gazetteer.KindSeat && p.gaz.Seat(s.Ref).Country == p.here.country && p.here.country != ""
		})
		if best < 0 && !p.namesState(p.gaz.Seat(mt.Senses[0].Ref).Country) {
			best = slices.IndexFunc(mt.Senses, func(s gazetteer.Sense) bool {
				return s.Kind == gazetteer.KindSeat && p.namesState(p.gaz.Seat(s.Ref).Country)
			})
		}
		if best > 0 {
			mt.Senses = slices.Clone(mt.Senses) // the gazetteer's own
			mt.Senses[0], mt.Senses[best] = mt.Senses[best], mt.Senses[0]
		}
	}
}

// namesState tells whether the report names a state.
func (p *page) namesState(code string) bool {
	for si := range p.sents {
		for k := range p.sents[si].matches {
			mt := &p.sents[si].matches[k]
			if mt.Senses[0].Kind == gazetteer.KindCountry && p.senseCode(mt.Senses[0], false) == code {
				return true
			}
		}
	}
	return false
}

// listSightings lists the mentions of people in the order of the text.
func (p *page) listSightings() {
	p.said = p.said[:0]
	for si := range p.sents {
		s := &p.sents[si]
		last := int16(-1)
		for i := range s.at {
			k := s.at[i]
			if k < 0 || k == last {
				continue
			}
			last = k
			if s.mentions[k].kind == mPerson {
				p.said = append(p.said, sighting{person: s.mentions[k].person, sent: si, tok: int(s.mentions[k].core)})
			}
		}
	}
}

// ofContinent tells the word before "American" that makes it one of a continent:
// "his Latin American tour".
func (p *page) ofContinent(si, k int) bool {
	tokens := p.doc.Sentences[si].Tokens
	switch p.doc.Word(&tokens[k]) {
	case "Latin", "South", "Central", "North":
		return p.doc.Word(&tokens[k+1]) == "American"
	}
	return false
}
