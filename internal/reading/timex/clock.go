package timex

// clockTime reads a time of day, with the day behind it: "10:35 a.m.", "5
// p.m. EST Nov. 9", "noon Saturday", "1400 GMT", "14:30", "12.40" where it
// heads a paragraph, "4 in the morning".
func (g *grammar) clockTime(i int) (draft, bool) {
	d := draft{from: i, typ: Time, kind: Anaphoric}
	d.how, d.unit = nowhere, Day
	at := i
	if g.at(i).class == classApprox && foldEqual("around", g.spelling(i)) {
		d.mod = About
		at++
	}
	next, ok := g.hours(&d, at)
	if !ok {
		return draft{}, false
	}
	d.next = next
	if g.at(d.next).class == classZone {
		d.next++
	}
	g.dayBehind(&d)
	return d, true
}

// hours reads the time itself into d.
func (g *grammar) hours(d *draft, i int) (next int, ok bool) {
	w := g.at(i)
	d.clock = true
	if w.class == classClock {
		d.hour = int8(w.val)
		return i + 1, !g.isGlued(i+1, '-')
	}
	if w.class != classNumber || w.suffix != noSuffix || g.isGlued(i-1, '$') {
		return i, false
	}
	hour, minute, next := w.num, int32(0), i+1
	withMinutes := false
	if s, m := g.at(i+1), g.at(i+2); (s.is(':') || s.is('.')) && s.glued && m.glued && m.class == classNumber && m.digits == 2 && m.num < 60 && w.digits <= 2 {
		minute, next, withMinutes = m.num, i+3, true
	}
	half, end := g.halfOfDay(next)
	switch {
	case end > next && hour >= 1 && hour <= 12 && w.digits <= 2:
		hour = hour%12 + int32(half)
		next = end
	case w.digits == 4 && (g.at(next).class == classZone || g.at(next).class == classUnits && Unit(g.at(next).val) == Hour) && hour < 2400 && hour%100 < 60:
		hour, minute = hour/100, hour%100
		if g.at(next).class == classUnits {
			next++
		}
	case withMinutes && hour < 24 && g.at(i+1).is(':'):
		if g.at(next).glued && (g.at(next).is(':') || g.at(next).is('.') && g.at(next+1).glued && g.at(next+1).class == classNumber) {
			return i, false
		}
	case withMinutes && hour < 24 && w.digits == 2 && g.heads(i, next):
	case g.at(next).is('\'') && g.at(next+1).id == wordOClock, g.at(next).class == noClass && g.spelling(next) == "o" && g.at(next+1).is('\'') && g.at(next+2).id == wordOClock:
		if g.at(next).is('\'') {
			next += 2
		} else {
			next += 3
		}
		if hour > 24 {
			return i, false
		}
	case hour >= 1 && hour <= 12 && g.at(next).id == wordIn && g.at(next+1).id == wordThe && g.at(next+2).class == classPart:
		if partOfDay(g.at(next+2).val) != morning {
			hour = hour%12 + 12
		}
		next += 3
	default:
		return i, false
	}
	d.hour, d.minute = int8(hour), int8(minute)
	return next, true
}

// halfOfDay reads "a.m.", "p.m.", "am", "pm" and gives 0 or 12.
func (g *grammar) halfOfDay(i int) (int, int) {
	w := g.at(i)
	switch {
	case w.id == wordAM || w.id == wordPM && len(g.spelling(i)) == 2:
		return int(w.val), i + 1
	case (w.id == wordA && len(g.spelling(i)) == 1 || w.id == wordPM) && g.isGlued(i+1, '.') && g.at(i+2).id == wordM && g.at(i+2).glued:
		half := 0
		if w.id == wordPM {
			half = 12
		}
		if g.isGlued(i+3, '.') {
			return half, i + 4
		}
		return half, i + 3
	}
	return 0, i
}

// heads says whether "12.40" at i opens the sentence as the clock of a live
// report does: a capital letter or a dash follows.
func (g *grammar) heads(i, next int) bool {
	return i == 0 && next < len(g.words) && (g.at(next).upper || g.at(next).is('-') || g.at(next).is(':'))
}

// dayBehind reads the day behind a time of day.
func (g *grammar) dayBehind(d *draft) {
	at := d.next
	if g.at(at).is(',') {
		at++
	}
	if g.at(at).id == wordOn {
		at++
	}
	day, ok := g.core(at)
	if !ok || day.from != at || day.inside() != Day || day.typ != Date || day.how == dayOnly || day.how == nowhere {
		return
	}
	hour, minute := d.hour, d.minute
	d.meaning, d.kind, d.next = day.meaning, day.kind, day.next
	d.clock, d.hour, d.minute = true, hour, minute
}
