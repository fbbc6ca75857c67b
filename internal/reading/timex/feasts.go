package timex

import "github.com/chancery-project/chancery/internal/edtf"

// feast is a day of the year with a name, fixed or moving.
type feast int8

const (
	noFeast feast = iota
	newYearsDay
	newYearsEve
	christmas
	christmasEve
	boxingDay
	thanksgiving
	easterSunday
	easterMonday
	goodFriday
	palmSunday
	pentecost
	electionDay
	laborDay
	memorialDay
	veteransDay
	columbusDay
	presidentsDay
	kingDay
	valentinesDay
	halloween
	mayDay
	victoryDay
	bastilleDay
	orthodoxChristmas
	mothersDay
	saintPatricksDay
	nowruz
	europeDay
	armisticeDay
	allSaintsDay
	ashWednesday
	ascensionDay
	whitMonday
)

// feastWords are the feasts' names, longest first where one begins another.
// Names that fall on different days in different countries ("Independence
// Day") are left out.
var feastWords = []struct {
	words []string
	feast feast
}{
	{[]string{"new", "year", "'", "s", "day"}, newYearsDay},
	{[]string{"new", "year", "'", "s", "eve"}, newYearsEve},
	{[]string{"new", "year", "'", "s"}, newYearsDay},
	{[]string{"orthodox", "christmas"}, orthodoxChristmas},
	{[]string{"christmas", "eve"}, christmasEve},
	{[]string{"christmas", "day"}, christmas},
	{[]string{"christmas"}, christmas},
	{[]string{"boxing", "day"}, boxingDay},
	{[]string{"thanksgiving", "day"}, thanksgiving},
	{[]string{"thanksgiving"}, thanksgiving},
	{[]string{"easter", "sunday"}, easterSunday},
	{[]string{"easter", "monday"}, easterMonday},
	{[]string{"easter"}, easterSunday},
	{[]string{"good", "friday"}, goodFriday},
	{[]string{"palm", "sunday"}, palmSunday},
	{[]string{"pentecost"}, pentecost},
	{[]string{"election", "day"}, electionDay},
	{[]string{"labor", "day"}, laborDay},
	{[]string{"memorial", "day"}, memorialDay},
	{[]string{"veterans", "day"}, veteransDay},
	{[]string{"columbus", "day"}, columbusDay},
	{[]string{"presidents", "day"}, presidentsDay},
	{[]string{"martin", "luther", "king", "day"}, kingDay},
	{[]string{"valentine", "'", "s", "day"}, valentinesDay},
	{[]string{"halloween"}, halloween},
	{[]string{"may", "day"}, mayDay},
	{[]string{"victory", "day"}, victoryDay},
	{[]string{"bastille", "day"}, bastilleDay},
	{[]string{"mother", "'", "s", "day"}, mothersDay},
	{[]string{"st", ".", "patrick", "'", "s", "day"}, saintPatricksDay},
	{[]string{"st", "patrick", "'", "s", "day"}, saintPatricksDay},
	{[]string{"nowruz"}, nowruz},
	{[]string{"europe", "day"}, europeDay},
	{[]string{"armistice", "day"}, armisticeDay},
	{[]string{"all", "saints", "'", "day"}, allSaintsDay},
	{[]string{"ash", "wednesday"}, ashWednesday},
	{[]string{"ascension", "day"}, ascensionDay},
	{[]string{"whit", "monday"}, whitMonday},
}

// in gives the feast's day in year y. The American feasts follow the rules of
// the United States, Victory Day is Russia's, Europe Day that of the European
// Union, Easter the western one.
func (f feast) in(y int) (edtf.Day, bool) {
	switch f {
	case newYearsDay:
		return fixedDay(y, 1, 1)
	case newYearsEve:
		return fixedDay(y, 12, 31)
	case christmas:
		return fixedDay(y, 12, 25)
	case christmasEve:
		return fixedDay(y, 12, 24)
	case orthodoxChristmas:
		return fixedDay(y, 1, 7)
	case boxingDay:
		return fixedDay(y, 12, 26)
	case veteransDay:
		return fixedDay(y, 11, 11)
	case valentinesDay:
		return fixedDay(y, 2, 14)
	case halloween:
		return fixedDay(y, 10, 31)
	case mayDay:
		return fixedDay(y, 5, 1)
	case victoryDay:
		return fixedDay(y, 5, 9)
	case bastilleDay:
		return fixedDay(y, 7, 14)
	case saintPatricksDay:
		return fixedDay(y, 3, 17)
	case nowruz:
		return fixedDay(y, 3, 20)
	case europeDay:
		return fixedDay(y, 5, 9)
	case armisticeDay:
		return fixedDay(y, 11, 11)
	case allSaintsDay:
		return fixedDay(y, 11, 1)
	case thanksgiving:
		return nthWeekday(y, 11, 4, 4)
	case laborDay:
		return nthWeekday(y, 9, 1, 1)
	case columbusDay:
		return nthWeekday(y, 10, 1, 2)
	case presidentsDay:
		return nthWeekday(y, 2, 1, 3)
	case kingDay:
		return nthWeekday(y, 1, 1, 3)
	case mothersDay:
		return nthWeekday(y, 5, 7, 2)
	case memorialDay:
		d, ok := fixedDay(y, 5, 31)
		return d.Monday(), ok
	case electionDay:
		d, ok := nthWeekday(y, 11, 1, 1)
		return d + 1, ok
	case goodFriday:
		return easter(y, -2)
	case easterSunday:
		return easter(y, 0)
	case easterMonday:
		return easter(y, 1)
	case palmSunday:
		return easter(y, -7)
	case pentecost:
		return easter(y, 49)
	case ashWednesday:
		return easter(y, -46)
	case ascensionDay:
		return easter(y, 39)
	case whitMonday:
		return easter(y, 50)
	}
	return 0, false
}

func fixedDay(y, m, d int) (edtf.Day, bool) {
	day, err := edtf.NewDay(y, m, d)
	return day, err == nil
}

// nthWeekday gives the nth weekday (1 Monday to 7 Sunday) of a month.
func nthWeekday(y, m, weekday, n int) (edtf.Day, bool) {
	first, ok := fixedDay(y, m, 1)
	wait := (weekday - isoWeekday(first) + 7) % 7
	return first + edtf.Day(wait+7*(n-1)), ok
}

// easter gives the day so many days from western Easter Sunday, by the
// anonymous Gregorian computus.
func easter(y, days int) (edtf.Day, bool) {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	d, ok := fixedDay(y, n/31, n%31+1)
	return d + edtf.Day(days), ok
}
