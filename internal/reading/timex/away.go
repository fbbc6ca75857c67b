package timex

// away reads what moves a length away from a day: "ago", "earlier", "later",
// "before", "from now".
func (g *grammar) away(d draft) (draft, bool) {
	w, b := g.at(d.next), g.at(d.next+1)
	end := b.class == classPunct && !b.is('(') || b.class == noClass && b.end == 0
	switch {
	case w.class == classAgo:
		d.n, d.kind, d.how = -d.n, Relative, shifted
		d.next++
		if t := g.at(d.next); t.class == classDeictic && t.val == 0 {
			d.how, d.part = stepped, Day
			d.next++
		} else if foldEqual("exactly", g.spelling(d.from-1)) {
			d.how, d.part = stepped, Day
		}
	case (w.id == wordEarlier || w.id == wordLater) && b.id == wordThan:
		return draft{}, false // "a day earlier than planned"
	case w.id == wordEarlier && b.class != classWhich:
		d.n, d.kind, d.how = -d.n, Anaphoric, stepped
		d.next++
	case w.id == wordLater && b.class != classWhich:
		d.kind, d.how = Anaphoric, stepped
		d.next++
	case w.id == wordBefore && end:
		d.n, d.kind, d.how = -d.n, Anaphoric, stepped
		d.next++
	case w.id == wordAfter && end:
		d.kind, d.how = Anaphoric, stepped
		d.next++
	case w.class == classPreposition && w.val == int16(From) && b.id == wordNow:
		d.kind, d.how = Relative, stepped
		if d.unit == Year && d.n == 1 && !d.vague {
			d.unit, d.n = Month, 12
		}
		d.next += 2
	case w.id == wordHence:
		d.kind, d.how = Relative, stepped
		d.next++
	default:
		return draft{}, false
	}
	if d.how == stepped && d.unit > Day && foldEqual("exactly", g.spelling(d.from-1)) {
		d.part = Day
	}
	d.typ, d.nth = Date, 0
	if d.unit == Decade || d.unit == Century || d.unit == Millennium {
		_, _, years := d.unit.length()
		d.unit, d.n = Year, int16(min(int(d.n)*years, 30000))
	}
	if d.vague {
		d.how = shifted
	}
	if d.unit < Day && !d.vague {
		d.typ = Time
	}
	return d, true
}

// stretched makes "the past three months" of a length and its side.
func (g *grammar) stretched(d draft, side which) (draft, bool) {
	d.how, d.kind = spanned, Relative
	if d.unit < Day {
		d.how, d.kind = nowhere, Length
	}
	if side == lastOne || side == pastOne {
		d.n = -d.n
	}
	return d, true
}
