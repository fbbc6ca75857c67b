package gazetteer

// Places gives the cities and regions that go by a name, whatever its case and
// diacritics, in the order of the lists; nil where none does.
func (g *Gazetteer) Places(name string) []*Place {
	var n uint32
	for _, w := range appendName(nil, name) {
		if n = g.trie.child(n, w.hash); n == 0 {
			return nil
		}
	}
	if n == 0 {
		return nil
	}
	var places []*Place
	for _, s := range g.trie.at(n, 0xffff, 0xffff) {
		if s.Kind == KindCity {
			places = append(places, &g.cities[s.Ref])
		}
	}
	return places
}
