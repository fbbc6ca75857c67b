package gazetteer

// Kind is what a name can be the name of.
type Kind uint8

// The kinds of names. The Ref of a Sense indexes the table of its kind.
const (
	KindCountry      Kind = iota // a country, a territory or a former state: g.Country
	KindDemonym                  // "Russian", "Danes", the "Sino" of "Sino-": g.Demonym
	KindOrganisation             // an organisation, a group of states, a movement: g.Organisation
	KindCity                     // a city, a site, a region: g.City
	KindSeat                     // a seat of power or a ministry, as place or as metonym: g.Seat
	KindOffice                   // "prime minister", "Kremlin aide": g.Office
	KindGathering                // "COP28", "Munich Security Conference": g.Gathering
	KindPerson                   // the full name or a long alias of a known person: g.Person
	KindSurname                  // a family name or short form of known persons: g.Surname
	KindGivenName                // "Angela": g.GivenName
	KindHonorific                // "Mr.", "Sir", "Sheikh": g.Honorific
	KindStanding                 // "former", "acting", "late": Ref is a Tense
	kindCount
)

var kindNames = [kindCount]string{"country", "demonym", "organisation", "city", "seat", "office", "gathering", "person", "surname", "given name", "honorific", "standing"}

// String gives the kind in lower case, as in "given name".
func (k Kind) String() string { return kindNames[k] }

// Sense is one thing that a name can stand for.
type Sense struct {
	Kind Kind
	Ref  int32 // index into the table of that kind
}

// Match is a run of tokens of a sentence that is a name.
type Match struct {
	From, To int     // tokens [From, To) of the sentence
	Senses   []Sense // best prior first, never empty; belongs to the gazetteer, do not change it
	Compound bool    // one token of several names, such as "India-Russia": all senses hold together, in order
	Within   bool    // the name is only a part of the token, as in "US-led" or "pro-Russian"
}

// Has gives the first sense of the kind, and whether there is one.
func (m *Match) Has(k Kind) (ref int32, ok bool) {
	for _, s := range m.Senses {
		if s.Kind == k {
			return s.Ref, true
		}
	}
	return 0, false
}
