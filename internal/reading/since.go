package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/reading/timex"
)

// sinceWords finds "since", "in … years" or "as president" in tokens
// (noun,stop); -1 if there is none.
func (p *page) sinceWords(si, noun, stop int) int {
	t := p.tree(si)
	for k := noun + 1; k < stop && k-noun < 30; k++ {
		switch strings.ToLower(t.word(k)) {
		case "though", "although", "while", "but":
			if t.word(k-1) == "," {
				return -1
			}
		case "since":
			return k
		case "in", "for":
			if p.longAgo(si, k) {
				return k
			}
			if strings.HasPrefix(strings.ToLower(p.text(si, k, min(k+3, stop))), "in this office") || strings.ToLower(p.text(si, k, min(k+2, stop))) == "in office" {
				return k
			}
			if p.ofTenure(si, k, stop) {
				return k
			}
		case "after": // "his first foreign trip after he took office"
			if p.sinceOffice(si, k, stop) {
				return k
			}
		case "of", "during":
			if p.ofTenure(si, k, stop) {
				return k
			}
		case "as":
			if k+1 < stop {
				if m := p.mention(si, k+1); m != nil && (m.kind == mOffice || m.kind == mPerson) && t.lemma(k+1) != "part" {
					return k
				}
				switch strings.ToLower(t.lemma(k + 1)) {
				case "president", "premier", "chancellor", "king", "queen", "pope", "leader", "secretary", "foreign", "prime", "minister", "head", "pontiff", "monarch":
					return k
				}
			}
		}
	}
	return -1
}

// ofTenure tells "of his presidency", "in her time in office".
func (p *page) ofTenure(si, k, stop int) bool {
	t := p.tree(si)
	if k+2 >= stop || t.rel(k+1) != language.RelNmodPoss {
		return false
	}
	switch t.lemma(k + 2) {
	case "presidency", "premiership", "chancellorship", "tenure", "pontificate", "papacy", "reign", "mandate":
		return true
	case "time":
		return k+4 < stop && t.word(k+3) == "in" && t.word(k+4) == "office"
	}
	return false
}

// longAgo tells whether a length of months or years follows "in" or "for".
func (p *page) longAgo(si, k int) bool {
	for _, x := range p.sents[si].times {
		e := &p.times[x]
		if e.Type == timex.Duration && e.First > k && e.First-k <= 3 {
			if _, unit := e.Count(); unit >= timex.Week {
				return true
			}
		}
	}
	return false
}

// sinceValue reads the earlier date of "first … since", as EDTF, empty where
// the report tells it by an event without a date. It is false where the words
// tell no earlier engagement: "since independence".
func (p *page) sinceValue(si int, r *rank, c *Claim) (string, bool) {
	k := r.since
	t := p.tree(si)
	word := strings.ToLower(t.word(k))
	var latest edtf.Date
	for _, x := range p.sents[si].times {
		e := &p.times[x]
		if e.First < k || e.First-k > 18 || e.First >= r.stop {
			continue
		}
		switch {
		case e.Type == timex.Date && e.EDTF != "" && e.Kind != timex.Vague && word == "since":
			d := e.Resolve(p.ref, timex.Past)
			if d == "" {
				d = e.EDTF
			}
			if first, _, ok := d.Bounds(); ok && first <= p.ref && (latest == "" || d.Refines(latest)) {
				latest = d
			}
		case e.Type == timex.Duration && (word != "since" || e.First-k <= 2):
			if e.First == e.Last && (t.word(e.First) == "years" || t.word(e.First) == "decades") { // "in years": nobody says how many
				return "", true
			}
			if d := p.before(e); d != "" {
				return string(d), true
			}
		}
		if latest != "" {
			break
		}
	}
	if p.sinceOrigin(si, k, r.stop) {
		return "", false
	}
	if latest != "" && word == "since" && p.sinceOffice(si, k, r.stop) { // "since he took office in 2021", "… nearly two years ago"
		if d := p.officeFrom(si, k, r.stop, c); d.Refines(latest) || len(latest) == 4 && p.yearsAgo(si, k, r.stop) && nearBy(d, latest) {
			latest = d
		}
	}
	if latest == "" && word == "since" {
		latest = p.era(si, k, r.stop, c)
	}
	if latest == "" && (word != "since" && !p.longAgo(si, k) || p.sinceOffice(si, k, r.stop)) {
		latest = p.officeFrom(si, k, r.stop, c)
	}
	if word != "since" && latest == "" {
		return "", false
	}
	return string(latest), true
}

// yearsAgo tells "since he took office nearly two years ago", whose year is a
// rough one.
func (p *page) yearsAgo(si, k, stop int) bool {
	for _, x := range p.sents[si].times {
		if e := &p.times[x]; e.First > k && e.First < stop && e.Kind == timex.Relative {
			return true
		}
	}
	return false
}

// nearBy tells whether two times lie within a year of each other.
func nearBy(a, b edtf.Date) bool {
	lo, hi, ok := a.Bounds()
	from, to, known := b.Bounds()
	return ok && known && lo-to < 366 && from-hi < 366
}

// eras are turns in the life of many states that news counts from without a
// date, by a word behind "since".
var eras = []struct {
	word  string
	when  edtf.Date
	state string // a party that it must be about, or empty
}{
	{"invasion", "2022-02", "UKR"}, {"war", "2022-02", "UKR"}, {"war", "2022-02", "RUS"}, {"invade", "2022-02", "UKR"},
	{"invasion", "2022-02", "RUS"}, {"invade", "2022-02", "RUS"}, {"troops", "2022-02", "RUS"}, {"troops", "2022-02", "UKR"},
	{"pandemic", "2020-03", ""}, {"covid", "2020-03", ""}, {"covid-19", "2020-03", ""}, {"brexit", "2020-01", ""},
}

// era gives the date of a turn that "since" at token k names: "since the
// invasion", "since the pandemic". Of two wars it knows none.
func (p *page) era(si, k, stop int, c *Claim) edtf.Date {
	t := p.tree(si)
	for n := k + 1; n < min(k+10, stop); n++ {
		w := strings.ToLower(t.lemma(n))
		for _, e := range eras {
			if e.word != w || string(e.when) > p.ref.String() {
				continue
			}
			about := e.state == ""
			for _, q := range c.Parties {
				about = about || q.Country == e.state
			}
			if about {
				return e.when
			}
		}
	}
	return ""
}

// before gives the year or month that lies the length before the report.
func (p *page) before(e *timex.Expression) edtf.Date {
	n, unit := e.Count()
	switch {
	case n < 0: // "in the last four years"
		n = -n
	case n == 0 && unit == timex.Decade:
		n = 1
	case n == 0:
		return ""
	}
	switch unit {
	case timex.Decade:
		return edtf.YearDate(p.ref.Year() - 10*n)
	case timex.Year:
		return edtf.YearDate(p.ref.Year() - n)
	case timex.Month:
		day := p.ref.AddMonths(-n)
		return edtf.MonthDate(day.Year(), day.Month())
	case timex.Week:
		day := p.ref - edtf.Day(7*n)
		return edtf.MonthDate(day.Year(), day.Month())
	}
	return ""
}

// sinceOrigin tells "since it became independent", "since ties were
// established": no engagement lies before.
func (p *page) sinceOrigin(si, k, stop int) bool {
	t := p.tree(si)
	for n := k + 1; n < min(k+9, stop); n++ {
		switch strings.ToLower(t.lemma(n)) {
		case "independent", "independence", "establish", "establishment", "founding", "found", "statehood", "reunification":
			return true
		}
	}
	return false
}

// sinceOffice tells "since taking office", "since he came to power", "since
// his election". A further term has a beginning of its own, which no list has.
func (p *page) sinceOffice(si, k, stop int) bool {
	t := p.tree(si)
	for n := k + 1; n < min(k+10, len(t.s.Tokens)); n++ {
		if t.lemma(n) == "term" || t.lemma(n) == "re-election" || t.lemma(n) == "reelection" {
			return false
		}
	}
	for n := k + 1; n < min(k+10, stop); n++ {
		switch strings.ToLower(t.lemma(n)) {
		case "office", "power", "inauguration", "elect", "election", "inaugurate", "presidency", "throne", "enthronement", "premiership", "post", "white", "papacy", "swear", "coronation", "tenure", "chancellorship", "victory", "ministry", "helm", "appointment", "accession":
			return true
		case "become", "return":
			if n+1 < stop {
				return true
			}
		case "take":
			if n+1 < stop && (t.word(n+1) == "over" || t.word(n+1) == "charge") {
				return true
			}
		}
	}
	return false
}

// officeFrom gives the month in which the person of a claim took office: who
// is named behind "since", or else the first person of its parties who is not
// the host.
func (p *page) officeFrom(si, k, stop int, c *Claim) edtf.Date {
	t := p.tree(si)
	for n := k + 1; n < min(k+6, stop); n++ { // "since the British election"
		if m := p.mention(si, n); m != nil && (m.kind == mPeople || m.kind == mState) && t.rel(n) != language.RelNsubj && t.rel(n) != language.RelNsubjPass {
			if d := p.ruleSince(m.code); d != "" || m.kind == mPeople {
				return d // of another's election it says nothing
			}
		}
	}
	for n := k + 1; n < min(k+8, stop); n++ {
		if t.rel(n) != language.RelNsubj && t.rel(n) != language.RelNsubjPass && t.rel(n) != language.RelNmodPoss {
			continue
		}
		if as := p.single(si, n, nil); len(as) == 1 {
			if as[0].person != nobody {
				w := &p.people[as[0].person]
				if d := p.inOfficeSince(w.name, w.country); d != "" {
					return d
				}
			}
			for _, q := range c.Parties {
				if q.Country == as[0].code {
					if d := p.inOfficeSince(q.Person, q.Country); d != "" {
						return d
					}
				}
			}
		}
	}
	for _, q := range c.Parties {
		if d := p.inOfficeSince(q.Person, q.Country); d != "" && q.Role != RoleHost {
			return d
		}
	}
	return ""
}

// sinceNew reads "his first visit to Poland's new president": the first since
// the host took office.
func (p *page) sinceNew(si int, r *rank, c *Claim) (edtf.Date, bool) {
	t := p.tree(si)
	if r.what == countsHolders && p.ofAnyState(si, r) {
		if d := p.guestOf(si, r, c); d != "" {
			return d, true
		}
	}
	for k := r.noun + 1; k < min(r.noun+9, r.stop); k++ {
		if t.lemma(k) != "new" || k+1 >= r.stop {
			continue
		}
		what, _ := countedNoun(t.lemma(k + 1))
		m := p.mention(si, k+1)
		if what != countsHolders && (m == nil || m.kind != mOffice) {
			continue
		}
		for _, q := range c.Parties {
			if q.Role == RoleVisitor {
				continue
			}
			return p.ruleSince(q.Country), true
		}
	}
	return "", false
}

// ofAnyState tells "the first foreign leader", "the first guest", who may be of
// any state.
func (p *page) ofAnyState(si int, r *rank) bool {
	for k := r.at + 1; k <= r.noun; k++ {
		if p.codeAt(si, k) != "" {
			return false
		}
	}
	return true
}

// guestOf gives the month in which the man took office of whom somebody is
// the first guest: "the first foreign leader to be received by Trump", "the
// first leader hosted by Mr Dissanayake", "the first to meet him".
func (p *page) guestOf(si int, r *rank, c *Claim) edtf.Date {
	t := p.tree(si)
	for k := r.noun + 1; k < min(r.noun+9, r.stop); k++ {
		switch t.lemma(k) {
		case "receive", "host", "welcome", "greet", "meet":
		default:
			continue
		}
		for n := k + 1; n < min(k+8, r.stop); n++ {
			m := p.mention(si, n)
			if m == nil || m.kind != mPerson {
				continue
			}
			w := &p.people[m.person]
			for _, q := range c.Parties {
				if q.Country == w.country && q.Role != RoleVisitor {
					return p.inOfficeSince(w.name, w.country)
				}
			}
		}
		return ""
	}
	return ""
}

// ruleSince gives the month in which the highest person that the report names
// of a state took office.
func (p *page) ruleSince(code string) edtf.Date {
	best, top := edtf.Date(""), -1
	for i := range p.people {
		w := &p.people[i]
		if w.country != code || w.rank() <= top {
			continue
		}
		if d := p.inOfficeSince(w.name, code); d != "" {
			best, top = d, w.rank()
		}
	}
	return best
}
