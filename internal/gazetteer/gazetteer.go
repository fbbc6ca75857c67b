package gazetteer

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Gazetteer knows the names. It never changes after loading, so any number of
// goroutines may use it.
type Gazetteer struct {
	trie     trie
	prefixes map[uint64][]Sense // "Sino" before a hyphen
	scratch  sync.Pool          // *[]word, for Match

	countries     []Country
	demonyms      []Demonym
	organisations []Organisation
	cities        []Place
	seats         []Seat
	offices       []Office
	gatherings    []Gathering
	people        []Person
	families      []Family
	givenNames    []GivenName
	honorifics    []Honorific

	countryByCode      map[string]int32
	countryByAlpha2    map[string]int32
	organisationByCode map[string]int32
	successions        map[string][]succession
	parts              map[string]succession
	familyByName       map[string]int32
	holders            map[tenureKey][]holder
}

// Country gives the country of a KindCountry sense.
func (g *Gazetteer) Country(ref int32) *Country { return &g.countries[ref] }

// Demonym gives the demonym of a KindDemonym sense.
func (g *Gazetteer) Demonym(ref int32) *Demonym { return &g.demonyms[ref] }

// Organisation gives the organisation of a KindOrganisation sense.
func (g *Gazetteer) Organisation(ref int32) *Organisation { return &g.organisations[ref] }

// City gives the place of a KindCity sense.
func (g *Gazetteer) City(ref int32) *Place { return &g.cities[ref] }

// Seat gives the seat of a KindSeat sense.
func (g *Gazetteer) Seat(ref int32) *Seat { return &g.seats[ref] }

// Office gives the office of a KindOffice sense.
func (g *Gazetteer) Office(ref int32) *Office { return &g.offices[ref] }

// Gathering gives the gathering of a KindGathering sense.
func (g *Gazetteer) Gathering(ref int32) *Gathering { return &g.gatherings[ref] }

// Person gives the person of a KindPerson sense.
func (g *Gazetteer) Person(ref int32) *Person { return &g.people[ref] }

// Surname gives the family name, with its bearers, of a KindSurname sense.
func (g *Gazetteer) Surname(ref int32) *Family { return &g.families[ref] }

// GivenName gives the name of a KindGivenName sense.
func (g *Gazetteer) GivenName(ref int32) *GivenName { return &g.givenNames[ref] }

// Honorific gives the title of a KindHonorific sense.
func (g *Gazetteer) Honorific(ref int32) *Honorific { return &g.honorifics[ref] }

// CountryByCode gives the country with a code of three letters, as it is
// written: "IND", "SUN".
func (g *Gazetteer) CountryByCode(code string) (*Country, bool) {
	ref, ok := g.countryByCode[code]
	if !ok {
		return nil, false
	}
	return &g.countries[ref], true
}

// OrganisationByCode gives the organisation with a code, as it is written.
func (g *Gazetteer) OrganisationByCode(code string) (*Organisation, bool) {
	ref, ok := g.organisationByCode[code]
	if !ok {
		return nil, false
	}
	return &g.organisations[ref], true
}

//go:generate go run ./generate

//go:embed data/*.tsv
var tables embed.FS

//go:embed data/cities.tsv.zst
var packedCities []byte

var load = sync.OnceValues(func() (*Gazetteer, error) { return read(tables, packedCities) })

// Load gives the gazetteer of the embedded data. The first call reads them;
// later calls give the same one. An error means that the data are broken.
func Load() (*Gazetteer, error) { return load() }

// loader holds what is needed only while loading.
type loader struct {
	g           *Gazetteer
	b           *builder
	personByKey map[string]int32
	names       []string
	notSurnames map[string]bool // folded
	isGiven     map[string]bool // folded given names of men or women
}

// read makes a gazetteer of tables. The order matters: codes first, then what
// refers to them.
func read(files fs.FS, packedCities []byte) (*Gazetteer, error) {
	g := &Gazetteer{
		prefixes: map[uint64][]Sense{}, countryByCode: map[string]int32{}, countryByAlpha2: map[string]int32{}, organisationByCode: map[string]int32{},
		successions: map[string][]succession{}, parts: map[string]succession{}, holders: map[tenureKey][]holder{},
	}
	// Room for what the data hold, so that loading does not copy.
	g.cities, g.people, g.families = make([]Place, 0, 27_500), make([]Person, 0, 8_000), make([]Family, 0, 7_000)
	g.offices, g.givenNames = make([]Office, 0, 6_000), make([]GivenName, 0, 6_500)
	g.scratch.New = func() any { return new([]word) }
	l := &loader{g: g, b: newBuilder(110_000), personByKey: map[string]int32{}, notSurnames: map[string]bool{}, isGiven: map[string]bool{}}
	steps := []struct {
		pattern string
		read    func(file, text string) error
	}{
		{"former.tsv", l.former},
		{"countries.tsv", l.countries},
		{"organisations.tsv", l.organisations},
		{"seats.tsv", l.seats},
		{"offices.tsv", l.offices},
		{"portfolios.tsv", l.portfolios},
		{"gatherings.tsv", l.gatherings},
		{"standing.tsv", l.standing},
		{"honorifics.tsv", l.honorifics},
		{"given-names.tsv", l.givenNames},
		{"places.tsv", l.places},
		{"not-surnames.tsv", l.commonNames},
		{"people-*.tsv", l.people},
	}
	for _, s := range steps {
		names, err := fs.Glob(files, "data/"+s.pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				return nil, fmt.Errorf("reading the gazetteer: %w", err)
			}
			if err := s.read(name, string(text)); err != nil {
				return nil, fmt.Errorf("reading the gazetteer: %w", err)
			}
		}
	}
	cities, err := unpack(packedCities)
	if err != nil {
		return nil, fmt.Errorf("reading the gazetteer: unpacking the cities: %w", err)
	}
	if err := l.cities("data/cities.tsv", cities); err != nil {
		return nil, fmt.Errorf("reading the gazetteer: %w", err)
	}
	l.index()
	g.trie = l.b.freeze()
	g.nameOwners()
	return g, nil
}

func unpack(packed []byte) (string, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return "", err
	}
	defer d.Close()
	text, err := d.DecodeAll(packed, nil)
	return string(text), err
}
