package record

import "strings"

// The ranks of sources, from what any page says to what was coded by hand. A
// rank decides only where two reports of the same day say different things.
const (
	RankOther    = 0 // papers, sites, broadcasters
	RankAgency   = 1 // news agencies, nearest to the event
	RankOfficial = 2 // the parties' own offices: ministries, embassies, the Kremlin
	RankDataset  = 3 // coded by hand
)

var agencies = []string{"reuters", "associated press", "afp", "agence france", "tass", "interfax", "xinhua", "kyodo", "yonhap", "anadolu", "dpa", "efe", "ansa", "pti", "upi", "wire"}

var offices = []string{"ministry", "embassy", "kremlin", "white house", "government", "department", "press service", "presidency", "president's office", "prime minister", "council of the", "commission"}

// Rank says how good a source is, from the outlet's name.
func Rank(outlet string) int {
	o := Fold(outlet)
	for _, w := range offices {
		if strings.Contains(o, w) {
			return RankOfficial
		}
	}
	for _, w := range agencies {
		if strings.Contains(o, w) {
			return RankAgency
		}
	}
	return RankOther
}
