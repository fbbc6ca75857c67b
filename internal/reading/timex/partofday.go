package timex

// partOfDay is a stretch of the day as TIMEX3 codes it.
type partOfDay uint8

const (
	noPart partOfDay = iota
	morning
	midday
	afternoon
	evening
	night
	daytime
	dawn
)

var partCodes = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT", "MO"}

func (p partOfDay) code() string { return partCodes[p] }

// partWords name the parts of the day. Noon, midday and midnight are clock
// times and stand in clock.go.
var partWords = []struct {
	word string
	part partOfDay
}{
	{"morning", morning},
	{"mornings", morning},
	{"afternoon", afternoon},
	{"afternoons", afternoon},
	{"evening", evening},
	{"evenings", evening},
	{"night", night},
	{"nights", night},
	{"dawn", dawn},
	{"overnight", night},
	{"lunchtime", midday},
}
