package reading

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/gazetteer"
)

// person is somebody whom the report names.
type person struct {
	name      string   // longest form that the report gives
	words     []string // the same, folded
	key       string   // folded name that stands alone: family name, or given name where it comes last
	country   string
	sure      int // how well the country is known: 3 said, 2 listed, 1 guessed
	office    string
	role      gazetteer.Role
	level     int // rank of the office, 1 head of state … 9; 0 not known
	gender    byte
	entry     *gazetteer.Person
	spokesman bool
	spouse    bool // of an official, and no party
	former    bool
	resident  bool // an ambassador: stationed abroad, so that his meetings are no visits
	sent, tok int  // first mention
	offSent   int  // where the office is said
	offTok    int
	offSaid   bool
}

// rank grows with the office: 10 for a head of state.
func (w *person) rank() int {
	if w.level == 0 {
		return 4
	}
	return 11 - w.level
}

// use gives the person's office for finding a counterpart of the same kind.
func (w *person) use() officeUse {
	return officeUse{title: w.office, role: w.role, leader: w.role == "" || w.rank() >= 9, rank: w.level}
}

// meet finds the person that a name means, or adds a new one. Words are the
// name's tokens as written.
func (p *page) meet(si, tok int, words []string, o officeUse, country string, senses []gazetteer.Sense) int32 {
	words = unstyled(words)
	folded := make([]string, 0, len(words))
	for _, w := range words {
		if f := gazetteer.Fold(w); f != "" && f != "-" && f != "." {
			folded = append(folded, f)
		}
	}
	name := joinName(words)
	best := nobody
	for i := len(p.people) - 1; i >= 0; i-- {
		if p.people[i].answersTo(folded) {
			if o.role != "" && p.people[i].role != "" && len(folded) == 1 && country != "" && p.people[i].country != country && p.people[i].sure >= 2 {
				continue // another of the same family name
			}
			best = int32(i)
			break
		}
	}
	if best != nobody && len(folded) == 1 {
		best = p.titledAlike(best, folded[0], o)
	}
	if best == nobody {
		p.people = append(p.people, person{name: name, words: folded, sent: si, tok: tok})
		best = int32(len(p.people) - 1)
		p.people[best].key = callName(folded)
	}
	w := &p.people[best]
	if len(folded) > len(w.words) {
		w.name, w.words = name, folded
	}
	p.describe(w, si, tok, o, country)
	if w.entry == nil || len(folded) > 1 && len(w.words) == len(folded) {
		p.lookUp(w, o, senses)
	}
	return best
}

// unstyled drops the style in front of a name that is one without it: "Dr. S.
// Jaishankar", "Ayatollah Ali Khamenei". "Sheikh Hasina" and "Crown Prince
// Haakon" go by theirs.
func unstyled(words []string) []string {
	n := 0
	switch strings.TrimSuffix(words[0], ".") {
	case "Dr", "Prof", "Ayatollah":
		n = 1
	case "Sheikh", "Sheikha", "Shaikh", "Sheik", "Emir", "Amir":
		if !styled(words[0], len(words)-1) {
			n = 1
		}
	case "Crown":
		if len(words) > 2 && !styled("Crown Prince", len(words)-2) {
			n = 2
		}
	}
	if n >= len(words) {
		return words
	}
	return words[n:]
}

// styled tells whether a royal style belongs to a name of so many words: a king
// or a prince always goes by it, a sheikh or an heir where the name is short.
func styled(style string, words int) bool {
	switch style {
	case "Sheikh", "Sheikha", "Shaikh", "Sheik", "Emir", "Amir", "Crown Prince", "Crown Princess":
		return words < 3
	}
	return words <= 3
}

// answersTo tells whether a folded name can mean the person: the whole name, a
// part of it that holds the family name, or the same family name with fitting
// given names.
func (w *person) answersTo(folded []string) bool {
	if len(folded) == 1 {
		if folded[0] == w.key || folded[0] == w.words[len(w.words)-1] || w.entry != nil && w.alias(folded[0]) {
			return true
		}
		return w.words[0] == folded[0] && (len(w.words) == 1 || w.entry == nil && familyFirst(w.country))
	}
	if equalWords(folded, w.words) {
		return true
	}
	if w.entry != nil && w.alias(strings.Join(folded, " ")) {
		return true
	}
	if len(w.words) == 1 { // named by the family name alone before
		one := w.words[0]
		if w.entry != nil { // Nancy Reagan is not the Reagan named before
			full := strings.Fields(strings.ReplaceAll(gazetteer.Fold(w.entry.Name), "-", " "))
			return subsequence(folded, full) || subsequence(full, folded) || w.alias(strings.Join(folded, " "))
		}
		return one == folded[len(folded)-1]
	}
	long, short := w.words, folded
	if len(short) > len(long) {
		long, short = short, long
	}
	return subsequence(short, long) && (short[len(short)-1] == long[len(long)-1] || short[0] == long[0])
}

// familyFirst tells states whose people write the family name first: Chung In-yong
// is "Chung" when named again.
func familyFirst(code string) bool {
	switch code {
	case "CHN", "TWN", "HKG", "KOR", "PRK", "SGP":
		return true
	}
	return false
}

// callName gives the word of a folded name by which people go when named
// again: the last one, but "Harald" of Harald V.
func callName(folded []string) string {
	last := len(folded) - 1
	if last > 0 && regnal(strings.ToUpper(folded[last])) {
		last--
	}
	return folded[last]
}

func (w *person) alias(folded string) bool {
	for _, a := range w.entry.Aliases {
		if gazetteer.Fold(a) == folded {
			return true
		}
	}
	return gazetteer.Fold(w.entry.Name) == folded
}

func equalWords(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// subsequence tells whether all words of short stand in long in order; an
// initial stands for a word.
func subsequence(short, long []string) bool {
	k := 0
	for _, w := range long {
		if k < len(short) && (short[k] == w || initialOf(short[k], w)) {
			k++
		}
	}
	return k == len(short)
}

// initialOf tells whether a word of a name is the initial of another: "K.",
// "Kh." of Khaltmaagiin.
func initialOf(short, w string) bool {
	s := strings.TrimSuffix(short, ".")
	return (len(s) == 1 || len(s) == 2 && s != short) && strings.HasPrefix(w, s)
}

// joinName writes tokens of a name as one: hyphens and apostrophes without
// spaces around them.
func joinName(words []string) string {
	var b strings.Builder
	glue := true
	for _, w := range words {
		if w == "-" || w == "‑" || w == "–" || w == "'" || w == "’" {
			b.WriteString(w)
			glue = true
			continue
		}
		if !glue {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		glue = false
	}
	return b.String()
}

// describe takes in the office and the state that stand with a mention.
func (p *page) describe(w *person, si, tok int, o officeUse, country string) {
	if country != "" && w.sure < 3 {
		w.country, w.sure = country, 3
	}
	if o.title == "" {
		return
	}
	if w.office == "" || o.rank > 0 && (w.level == 0 || o.rank < w.level) {
		if !(o.former && w.office != "") {
			w.office, w.role, w.level = o.title, o.role, o.rank
			w.offSent, w.offTok, w.offSaid = si, o.from, true
		}
	}
	if o.usual != "" && w.sure < 1 {
		w.country, w.sure = o.usual, 1
	}
	w.spokesman = w.spokesman || o.spokesman
	w.former = w.former || o.former
	w.resident = w.resident || o.role == gazetteer.RoleAmbassador
}

// lookUp finds the person in the gazetteer. Several people can bear the name:
// the one who holds the office that the text gives him wins, then the one in
// office on the day, then the one whose office ended last.
func (p *page) lookUp(w *person, o officeUse, senses []gazetteer.Sense) {
	var candidates []*gazetteer.Person
	for _, s := range senses {
		if s.Kind == gazetteer.KindPerson {
			candidates = append(candidates, p.gaz.Person(s.Ref))
		}
	}
	if len(candidates) == 0 {
		for _, c := range p.gaz.People(w.words[len(w.words)-1]) {
			if len(w.words) == 1 || p.sameName(c, w.words) {
				candidates = append(candidates, c)
			}
		}
		if len(candidates) == 0 && len(w.words) > 1 {
			for _, c := range p.gaz.People(w.words[0]) {
				if p.sameName(c, w.words) {
					candidates = append(candidates, c)
				}
			}
		}
	}
	var best *gazetteer.Person
	top := -1 << 30
	for _, c := range candidates {
		if s := p.likely(c, w, o); s > top {
			best, top = c, s
		}
	}
	if best == nil || top < 0 {
		return
	}
	w.entry = best
	if len(w.words) > 1 || w.key == "" {
		w.key = callName(w.words)
	}
	for _, a := range best.Aliases { // Xi for Xi Jinping
		if f := gazetteer.Fold(a); !strings.Contains(f, " ") {
			for _, n := range w.words {
				if n == f && f != w.key {
					w.key = f
				}
			}
		}
	}
	if best.Gender != "" {
		w.gender = best.Gender[0]
	}
	if w.sure < 2 {
		w.country, w.sure = best.Country, 2
	}
	if t, ok := best.Held(p.ref); ok {
		if w.role == "" {
			w.role, w.office = t.Role, t.Title
			w.level = levelOf(t.Role)
		}
		if t.Role == gazetteer.RoleSpokesman {
			w.spokesman = true
		}
	}
}

func (p *page) sameName(c *gazetteer.Person, words []string) bool {
	fits := func(name string) bool {
		f := strings.Fields(strings.ReplaceAll(gazetteer.Fold(name), "-", " "))
		return equalWords(f, words) || len(words) > 1 && len(f) > 1 && (subsequence(words, f) || subsequence(f, words)) && f[len(f)-1] == words[len(words)-1]
	}
	if fits(c.Name) {
		return true
	}
	for _, a := range c.Aliases {
		if strings.Contains(a, " ") && fits(a) {
			return true
		}
	}
	return false
}

// likely scores how well a listed person fits a mention on the report's day.
func (p *page) likely(c *gazetteer.Person, w *person, o officeUse) int {
	s := 0
	if w.sure == 3 {
		if c.Country == w.country || p.gaz.CountryAt(c.Country, p.ref) == w.country {
			s += 40
		} else {
			s -= 60
		}
	}
	if len(w.words) > 1 {
		s += 30
	}
	best := -200
	for _, t := range c.Tenures {
		v := 0
		switch {
		case t.From <= p.ref+60 && p.ref <= t.To+60:
			v = 40 - 2*levelOf(t.Role)
		case t.To < p.ref:
			v = 20 - 2*levelOf(t.Role) - int(p.ref-t.To)/120
			if len(w.words) > 1 { // written out, it is the one known by that name, however long ago
				v = max(v, -20)
			}
		default:
			v = -10 - int(t.From-p.ref)/120
		}
		if o.role != "" && t.Role == o.role {
			v += 25
			if o.former && t.To < p.ref {
				v += 30
			}
		}
		best = max(best, v)
	}
	s += best
	if len(w.words) == 1 && o.title == "" && w.sure < 3 && best < 10 {
		return -1 // a bare family name of somebody long out of office
	}
	return s
}

// levelOf gives the rank of a role, as the offices' table has it.
func levelOf(r gazetteer.Role) int {
	switch r {
	case gazetteer.RoleHeadOfState, gazetteer.RoleSecretaryGeneral, gazetteer.RoleCommissionPresident, gazetteer.RoleCouncilPresident:
		return 1
	case gazetteer.RoleHeadOfGovernment:
		return 2
	case gazetteer.RoleVicePresident, gazetteer.RoleDeputyHead, gazetteer.RoleMonarchHeir, gazetteer.RolePartyLeader:
		return 3
	case gazetteer.RoleForeignMinister, gazetteer.RoleHighRepresentative:
		return 4
	case gazetteer.RoleDefenceMinister, gazetteer.RoleFinanceMinister, gazetteer.RoleMinister, gazetteer.RoleSpeaker, gazetteer.RoleSecurityAdviser:
		return 5
	case gazetteer.RoleCentralBank, gazetteer.RoleEnvoy:
		return 6
	case gazetteer.RoleAide:
		return 7
	case gazetteer.RoleSpokesman:
		return 8
	}
	return 6
}

// inOfficeSince gives the month in which a person took the office held on the
// report's day, empty where no list says.
func (p *page) inOfficeSince(name, country string) edtf.Date {
	for i := range p.people {
		w := &p.people[i]
		if w.name != name || w.country != country || w.entry == nil {
			continue
		}
		if t, ok := w.entry.Held(p.ref); ok {
			return edtf.MonthDate(t.From.Year(), t.From.Month())
		}
	}
	return ""
}

// tenures gives the offices that the report gives people.
func (p *page) tenures() []Tenure {
	var out []Tenure
	for i := range p.people {
		w := &p.people[i]
		if !w.offSaid || w.country == "" || w.office == "" {
			continue
		}
		if s, ok := p.mentionSpan(w.offSent, w.offTok); ok {
			out = append(out, Tenure{Person: w.name, Office: w.office, Country: w.country, Start: s.Start, End: s.End})
		}
	}
	return out
}
