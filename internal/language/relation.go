package language

// Rel is a relation of Universal Dependencies, subtypes included, as the
// English treebanks use them.
type Rel uint8

// The relations. NoRel stands before parsing.
const (
	NoRel Rel = iota
	RelAcl
	RelAclRelcl
	RelAdvcl
	RelAdvclRelcl
	RelAdvmod
	RelAmod
	RelAppos
	RelAux
	RelAuxPass
	RelCase
	RelCc
	RelCcPreconj
	RelCcomp
	RelCompound
	RelCompoundPrt
	RelConj
	RelCop
	RelCsubj
	RelCsubjOuter
	RelCsubjPass
	RelDep
	RelDet
	RelDetPredet
	RelDiscourse
	RelDislocated
	RelExpl
	RelFixed
	RelFlat
	RelGoeswith
	RelIobj
	RelList
	RelMark
	RelNmod
	RelNmodDesc
	RelNmodPoss
	RelNmodUnmarked
	RelNsubj
	RelNsubjOuter
	RelNsubjPass
	RelNummod
	RelObj
	RelObl
	RelOblAgent
	RelOblUnmarked
	RelOrphan
	RelParataxis
	RelPunct
	RelReparandum
	RelRoot
	RelVocative
	RelXcomp
	RelCount // the number of relations, NoRel included
)

var relNames = [RelCount]string{
	NoRel:           "_",
	RelAcl:          "acl",
	RelAclRelcl:     "acl:relcl",
	RelAdvcl:        "advcl",
	RelAdvclRelcl:   "advcl:relcl",
	RelAdvmod:       "advmod",
	RelAmod:         "amod",
	RelAppos:        "appos",
	RelAux:          "aux",
	RelAuxPass:      "aux:pass",
	RelCase:         "case",
	RelCc:           "cc",
	RelCcPreconj:    "cc:preconj",
	RelCcomp:        "ccomp",
	RelCompound:     "compound",
	RelCompoundPrt:  "compound:prt",
	RelConj:         "conj",
	RelCop:          "cop",
	RelCsubj:        "csubj",
	RelCsubjOuter:   "csubj:outer",
	RelCsubjPass:    "csubj:pass",
	RelDep:          "dep",
	RelDet:          "det",
	RelDetPredet:    "det:predet",
	RelDiscourse:    "discourse",
	RelDislocated:   "dislocated",
	RelExpl:         "expl",
	RelFixed:        "fixed",
	RelFlat:         "flat",
	RelGoeswith:     "goeswith",
	RelIobj:         "iobj",
	RelList:         "list",
	RelMark:         "mark",
	RelNmod:         "nmod",
	RelNmodDesc:     "nmod:desc",
	RelNmodPoss:     "nmod:poss",
	RelNmodUnmarked: "nmod:unmarked",
	RelNsubj:        "nsubj",
	RelNsubjOuter:   "nsubj:outer",
	RelNsubjPass:    "nsubj:pass",
	RelNummod:       "nummod",
	RelObj:          "obj",
	RelObl:          "obl",
	RelOblAgent:     "obl:agent",
	RelOblUnmarked:  "obl:unmarked",
	RelOrphan:       "orphan",
	RelParataxis:    "parataxis",
	RelPunct:        "punct",
	RelReparandum:   "reparandum",
	RelRoot:         "root",
	RelVocative:     "vocative",
	RelXcomp:        "xcomp",
}

// String gives the relation as CoNLL-U writes it.
func (r Rel) String() string { return relNames[r] }

// ParseRel is the inverse of String.
func ParseRel(s string) (Rel, bool) {
	for i, n := range relNames {
		if n == s {
			return Rel(i), true
		}
	}
	return NoRel, false
}

// universal gives, for a subtype, the relation that it is a kind of.
var universal = func() (t [RelCount]Rel) {
	for r := range RelCount {
		t[r] = r
		for q := range r {
			if n := len(relNames[q]); len(relNames[r]) > n && relNames[r][:n] == relNames[q] && relNames[r][n] == ':' {
				t[r] = q
			}
		}
	}
	return t
}()

// Universal gives the relation without its subtype: nsubj for nsubj:pass.
func (r Rel) Universal() Rel { return universal[r] }
