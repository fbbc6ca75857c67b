package gazetteer

// OfficeUse is an office as a run of words names it.
type OfficeUse struct {
	Office  int32  // ref of the office; see Gazetteer.Office
	Tense   Tense  // "former", "acting", "-elect"
	Country string // code named inside the run: "former Russian president", "president of Chile"; or empty
}

// ParseOffice reads the longest office at the start of words: modifiers, a
// country, the office and "of" with a country, as in "former acting French
// foreign minister" or "president-elect of Chile". It gives how many words it
// read. Where the office's name means different things in different states,
// the country decides.
func (g *Gazetteer) ParseOffice(words []string) (use OfficeUse, n int, ok bool) {
	all := make([]word, 0, 2*len(words))
	for i, w := range words {
		all = appendWords(all, w, int32(i), 0)
	}
	use.Office = -1
	var named []Sense // what the office's name can mean
	i := 0
	for i < len(all) && use.Office < 0 {
		senses, end := g.trie.longest(all, i)
		if senses == nil {
			return OfficeUse{}, 0, false
		}
		switch s := senses[0]; s.Kind {
		case KindStanding:
			use.Tense = Tense(s.Ref)
		case KindOffice:
			use.Office, named = s.Ref, senses
			if t := g.offices[s.Ref].Tense; t != Current {
				use.Tense = t
			}
		default:
			code := g.codeOf(s)
			if code == "" || use.Country != "" {
				return OfficeUse{}, 0, false
			}
			use.Country = code
		}
		i = end
	}
	if use.Office < 0 {
		return OfficeUse{}, 0, false
	}
	if i+1 < len(all) && use.Country == "" && all[i].hash == ofHash {
		j := i + 1
		if all[j].hash == theHash {
			j++
		}
		if j < len(all) {
			if s, end := g.trie.longest(all, j); s != nil {
				if code := g.codeOf(s[0]); code != "" {
					use.Country, i = code, end
				}
			}
		}
	}
	if use.Country == "" {
		use.Country = g.offices[use.Office].Of
	}
	if use.Country != "" {
		if ref := g.OfficeFor(named, use.Country); ref >= 0 {
			use.Office = ref
		}
	}
	return use, int(all[i-1].tok) + 1, true
}

// codeOf gives the code of the state or organisation that a sense is or
// belongs to; for capitals and other cities it gives "".
func (g *Gazetteer) codeOf(s Sense) string {
	if s.Kind == KindSeat && !g.seats[s.Ref].Metonym() {
		return ""
	}
	return g.owner(s)
}

var ofHash, theHash = hashOf("of"), hashOf("the")

func hashOf(w string) uint64 {
	h, _, _ := scan(w, 0)
	return h
}
