package timex

// direction decides whether a weekday, month or day without its year lies in
// the past or is to come: by its own words, by the tense of the governing
// verb where the sentence is parsed, and else by the words around.
func (g *grammar) direction(d *draft, e *Expression, v *sentence) Direction {
	switch {
	case d.meaning.which == lastOne || d.meaning.which == pastOne || e.Relation == Since:
		return Past
	case d.meaning.which == nextOne || d.meaning.which == comingOne:
		return Future
	case d.fiscal || g.at(d.from-1).id == wordEnded && g.at(d.from-1).val == int16(Past):
		return Past
	case d.how == weekdayIn && g.at(d.next).is('\'') && g.at(d.next+1).id == wordS:
		return nearer
	case d.unit == Quarter || d.unit == Half:
		// "will report third-quarter results": the results are to come, not
		// the quarter
		switch dir := g.spoken(d, e, v); dir {
		case Past:
			return LikelyPast
		case Future:
			return LikelyFuture
		default:
			return dir
		}
	}
	return g.spoken(d, e, v)
}

// spoken gives the direction that verbs and adverbs around d give it.
func (g *grammar) spoken(d *draft, e *Expression, v *sentence) Direction {
	if dir := g.beside(d); dir != Unknown {
		return dir
	}
	if v.s.Parsed {
		switch dir := v.governed(e, d.how == yearless); {
		case dir == Future && g.attributive(d):
			return LikelyFuture // "the January case will remain before the court"
		case dir == Past && d.how == yearless && !g.before(d.from, max(g.clause(d.from), d.from-near), d.unit).past():
			return LikelyPast // a month is too easily hung on the wrong verb
		case dir != Unknown:
			return dir
		}
	}
	if t := g.tenseOf(d.next); t == pastVerb && d.how == weekdayIn {
		return LikelyPast // "the court Friday rejected"
	}
	if g.at(d.from-1).class == classArticle && d.how == yearless {
		return Unknown // "the December accord": no verb speaks for it
	}
	if a := g.at(d.from - 1); a.id == wordAs && g.at(d.from-3).id == wordAs {
		return LikelyFuture // "as early as Tuesday"
	}
	clause := g.clause(d.from)
	switch dir := g.before(d.from, clause, d.unit); {
	case dir.past() && d.how == yearless && (e.Relation == Until || e.Relation == By):
		return Unknown // "agreed to a delay until June 30"
	case dir != Unknown:
		return dir
	}
	if dir := g.behind(d.next); dir != Unknown {
		return dir
	}
	if dir := g.before(clause, d.from-reach, d.unit); dir != Unknown {
		return dir
	}
	if e.Relation == Until || e.Relation == By {
		return LikelyFuture
	}
	if v.s.Parsed {
		return v.above(e)
	}
	return Unknown
}

// beside gives the direction that the word right before a weekday speaks for,
// whatever the verb of the sentence says: "scheduled for Thursday", "said on
// Saturday that", "ahead of the vote on Friday".
func (g *grammar) beside(d *draft) Direction {
	if d.how != weekdayIn {
		return Unknown
	}
	i := d.from - 1
	prep := g.at(i).class == classPreposition
	if prep {
		i--
	}
	s := g.spelling(i)
	switch g.tenseOf(i) {
	case planning:
		if announces(s) {
			return g.before(d.from, i, d.unit)
		}
		if s != "until" {
			return g.plannedAt(i)
		}
	case pastVerb:
		if s == "called" && prep && g.at(d.from-1).val == int16(For) {
			return LikelyFuture // "a session was called for Friday"
		}
		return g.before(d.from, i, d.unit)
	}
	if prep && g.at(d.from-1).val == int16(For) && g.spelling(d.from-1) == "for" && !g.at(d.next).is('\'') {
		if s := g.spelling(d.next); s == "was" || s == "were" {
			return nearer // "a march planned for Saturday was cancelled"
		}
		return g.plannedAt(i + 1) // "called a strike for Wednesday"
	}
	for k := i; k > 0 && k > i-5; k-- {
		if g.spelling(k) == "ahead" && g.spelling(k+1) == "of" {
			return LikelyFuture
		}
		if g.tenseOf(k) != noTense || g.at(k).class == classPunct {
			break
		}
	}
	return Unknown
}

// plannedAt gives the direction of a word of planning. What "had been
// scheduled for Friday" may be over or not, whichever is nearer.
func (g *grammar) plannedAt(i int) Direction {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if w := g.at(k); w.class == classPunct {
			break
		}
		if g.spelling(k) == "had" && g.spelling(k+1) == "been" {
			return nearer
		}
	}
	return LikelyFuture
}

// attributive says whether a month stands before a noun with no preposition
// of its own: "the January case".
func (g *grammar) attributive(d *draft) bool {
	a, b := g.at(d.from-1), g.at(d.next)
	return d.how == yearless && d.unit == Month && a.class != classPreposition && b.class == noClass && b.end > 0 && !b.upper && g.tenseOf(d.next) == noTense
}
