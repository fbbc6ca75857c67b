package language

import "strings"

// Feats is a set of the morphological features that reading asks for.
type Feats uint64

// The features, by their names in Universal Dependencies. Others of the
// treebanks (Abbr, Definite, ExtPos, Foreign, Typo, …) are not kept.
const (
	NumberSing Feats = 1 << iota
	NumberPlur
	Person1
	Person2
	Person3
	TensePast
	TensePres
	VerbFormFin
	VerbFormInf
	VerbFormPart
	VerbFormGer
	VoicePass
	MoodInd
	MoodImp
	MoodSub
	PolarityNeg
	PronTypePrs
	PronTypeArt
	PronTypeDem
	PronTypeRel
	PronTypeInt
	PronTypeInd
	PronTypeNeg
	PronTypeTot
	PossYes
	ReflexYes
	CaseNom
	CaseAcc
	CaseGen
	GenderMasc
	GenderFem
	GenderNeut
	DegreePos
	DegreeCmp
	DegreeSup
	NumTypeCard
	NumTypeOrd
	featsEnd
)

var featNames = [...]string{"Number=Sing", "Number=Plur", "Person=1", "Person=2", "Person=3", "Tense=Past", "Tense=Pres",
	"VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Ger", "Voice=Pass", "Mood=Ind", "Mood=Imp", "Mood=Sub", "Polarity=Neg",
	"PronType=Prs", "PronType=Art", "PronType=Dem", "PronType=Rel", "PronType=Int", "PronType=Ind", "PronType=Neg", "PronType=Tot",
	"Poss=Yes", "Reflex=Yes", "Case=Nom", "Case=Acc", "Case=Gen", "Gender=Masc", "Gender=Fem", "Gender=Neut",
	"Degree=Pos", "Degree=Cmp", "Degree=Sup", "NumType=Card", "NumType=Ord"}

// featOrder is the order of CoNLL-U: by name, without case.
var featOrder = [...]Feats{CaseAcc, CaseGen, CaseNom, DegreeCmp, DegreePos, DegreeSup, GenderFem, GenderMasc, GenderNeut, MoodImp, MoodInd, MoodSub,
	NumberPlur, NumberSing, NumTypeCard, NumTypeOrd, Person1, Person2, Person3, PolarityNeg, PossYes, PronTypeArt, PronTypeDem, PronTypeInd,
	PronTypeInt, PronTypeNeg, PronTypePrs, PronTypeRel, PronTypeTot, ReflexYes, TensePast, TensePres, VerbFormFin, VerbFormGer, VerbFormInf,
	VerbFormPart, VoicePass}

// Has reports whether all of the features in q are set.
func (f Feats) Has(q Feats) bool { return f&q == q }

// String gives the set as CoNLL-U writes it, or "_" for the empty set.
func (f Feats) String() string { return string(f.Append(nil)) }

// Append appends String to b.
func (f Feats) Append(b []byte) []byte {
	if f == 0 {
		return append(b, '_')
	}
	first := true
	for _, q := range featOrder {
		if f&q == 0 {
			continue
		}
		if !first {
			b = append(b, '|')
		}
		first = false
		b = append(b, featNames[q.bit()]...)
	}
	return b
}

// bit gives the index of the only feature in f.
func (f Feats) bit() int {
	n := 0
	for f > 1 {
		f >>= 1
		n++
	}
	return n
}

// ParseFeats reads the features column of CoNLL-U. Features that the set does
// not know are passed over.
func ParseFeats(s string) Feats {
	var f Feats
	for s != "" {
		part := s
		if i := strings.IndexByte(s, '|'); i >= 0 {
			part, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		for i, n := range featNames {
			if n == part {
				f |= 1 << i
			}
		}
	}
	return f
}
