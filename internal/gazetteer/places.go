package gazetteer

// Places gives the cities and regions that go by a name, whatever its case and
// diacritics, in the order of the lists; nil where none does.
func (g *Gazetteer) Places(name string) []*Place {
	var places []*Place
	for _, s := range g.trie.find(name) {
		if s.Kind == KindCity {
			places = append(places, &g.cities[s.Ref])
		}
	}
	return places
}
