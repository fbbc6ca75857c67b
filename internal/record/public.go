package record

import "slices"

// EventWords gives the telling words of an event's name, folded and sorted
// ("Group of 20 summit" gives "g20"), and its number in a series, or 0.
func EventWords(event string) (words []string, number int) { return parseEvent(event) }

// GoesBy says whether an engagement's event has the same telling words as a
// name, which must tell something.
func (e *Engagement) GoesBy(event string) bool {
	want, _ := parseEvent(event)
	if len(want) == 0 {
		return false
	}
	words, _ := parseEvent(e.Event)
	return slices.Equal(words, want)
}

// SameSeries says whether two names of gatherings can be of one series: the
// telling words of one are all among the other's, or one has none.
func SameSeries(a, b string) bool {
	x, _ := parseEvent(a)
	y, _ := parseEvent(b)
	r := relate(x, y)
	return r == eventSilent || r == eventSame || r == eventWithin
}

// SamePerson says whether two names can be of one person: "Modi" and
// "Narendra Modi". A name is not the same as no name.
func SamePerson(a, b string) bool { return parseName(a).same(parseName(b)) }
