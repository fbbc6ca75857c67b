package timex

// Unit is a unit of time, shortest first.
type Unit uint8

// The units. A weekend is Saturday and Sunday; a season is three months.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Weekend
	Week
	Fortnight
	Month
	Quarter
	Season
	Half
	Year
	Decade
	Century
	Millennium
)

// unitWords are the names of units, singular and plural.
var unitWords = []struct {
	one, many string
	unit      Unit
}{
	{"second", "seconds", Second},
	{"minute", "minutes", Minute},
	{"hour", "hours", Hour},
	{"day", "days", Day},
	{"weekend", "weekends", Weekend},
	{"week", "weeks", Week},
	{"fortnight", "fortnights", Fortnight},
	{"month", "months", Month},
	{"quarter", "quarters", Quarter},
	{"year", "years", Year},
	{"decade", "decades", Decade},
	{"century", "centuries", Century},
	{"millennium", "millennia", Millennium},
	{"yr", "yrs", Year},
	{"hr", "hrs", Hour},
	{"min", "mins", Minute},
}

// length gives the ISO 8601 letter of a unit, whether it stands behind T, and
// how many of that letter's unit it has: a decade is ten years.
func (u Unit) length() (letter byte, time bool, factor int) {
	switch u {
	case Second:
		return 'S', true, 1
	case Minute:
		return 'M', true, 1
	case Hour:
		return 'H', true, 1
	case Day:
		return 'D', false, 1
	case Weekend:
		return 'D', false, 2
	case Week:
		return 'W', false, 1
	case Fortnight:
		return 'W', false, 2
	case Month:
		return 'M', false, 1
	case Quarter, Season:
		return 'M', false, 3
	case Half:
		return 'M', false, 6
	case Decade:
		return 'Y', false, 10
	case Century:
		return 'Y', false, 100
	case Millennium:
		return 'Y', false, 1000
	}
	return 'Y', false, 1
}

// months is how many months a unit has, 0 where it is no whole number.
func (u Unit) months() int {
	switch u {
	case Month:
		return 1
	case Quarter, Season:
		return 3
	case Half:
		return 6
	case Year:
		return 12
	case Decade:
		return 120
	case Century:
		return 1200
	case Millennium:
		return 12000
	}
	return 0
}

// days is how many days a unit has, 0 for months and longer and for hours and
// shorter.
func (u Unit) days() int {
	switch u {
	case Day:
		return 1
	case Week, Weekend:
		return 7
	case Fortnight:
		return 14
	}
	return 0
}
