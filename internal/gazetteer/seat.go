package gazetteer

import "fmt"

// Use says what the name of a seat is used for.
type Use string

// The uses of seats. A ministry has its portfolio after a colon:
// "ministry:foreign-minister".
const (
	UseGovernment Use = "government" // names the government only: "Whitehall"
	UseVenue      Use = "venue"      // names a place only: "Hyderabad House"
	UseBoth       Use = "both"       // either: "the Kremlin"
)

// Seat is a seat of power, a ministry, a parliament or a place where leaders
// are received, as a place or as a name of those who sit there.
type Seat struct {
	Name    string
	For     string // code of the country or organisation it stands for; empty for "the Presidential Palace"
	Country string // code of the country where it stands; empty as well
	City    string
	Use     Use
	Also    []string
}

// Metonym reports whether the name can stand for a government or one of its
// institutions: "the Kremlin said".
func (s *Seat) Metonym() bool { return s.Use != UseVenue }

var seatColumns = []string{"name", "for", "where", "city", "use", "also"}

func (l *loader) seats(file, text string) error {
	return readTable(file, text, seatColumns, func(c []string) error {
		if c[0] == "" || c[4] == "" {
			return fmt.Errorf("a seat needs a name and a use")
		}
		s := Seat{Name: c[0], For: c[1], Country: c[2], City: c[3], Use: Use(c[4]), Also: list(c[5])}
		if s.City == "generic" {
			s.City = ""
		}
		l.seat(s)
		return nil
	})
}

func (l *loader) seat(s Seat) {
	sense := Sense{KindSeat, int32(len(l.g.seats))}
	l.g.seats = append(l.g.seats, s)
	l.b.add(s.Name, sense, priorSeat)
	for _, n := range s.Also {
		if n != "the "+s.Name {
			l.b.add(n, sense, priorSeat)
		}
	}
}
