package language

// Gap is what stands before a token: what the splitter knows of it besides the
// words.
type Gap uint8

// What stands before a token.
const (
	GapSpace Gap = 1 << iota // white space
	GapCut                   // the end of a sentence, by the rules
	Gaps     = 4             // number of kinds
)

// GapBefore gives what stands before token k of sentence i of a document that
// the rules have cut.
func GapBefore(d *Document, i, k int) Gap {
	return gap(d.Sentences[i].Tokens[k].Flags.Has(FlagSpaceBefore), k == 0)
}

func gap(space, cut bool) Gap {
	var g Gap
	if space {
		g |= GapSpace
	}
	if cut {
		g |= GapCut
	}
	return g
}
