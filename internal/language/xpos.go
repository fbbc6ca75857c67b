package language

// XPOS is a Penn Treebank tag as the English treebanks use it.
type XPOS uint8

// The tags. Those of marks carry the mark's name.
const (
	NoXPOS XPOS = iota
	XPOSADD
	XPOSAFX
	XPOSCC
	XPOSCD
	XPOSDT
	XPOSEX
	XPOSFW
	XPOSGW
	XPOSHYPH
	XPOSIN
	XPOSJJ
	XPOSJJR
	XPOSJJS
	XPOSLS
	XPOSMD
	XPOSNFP
	XPOSNN
	XPOSNNP
	XPOSNNPS
	XPOSNNS
	XPOSPDT
	XPOSPOS
	XPOSPRP
	XPOSPRPS // PRP$
	XPOSRB
	XPOSRBR
	XPOSRBS
	XPOSRP
	XPOSSYM
	XPOSTO
	XPOSUH
	XPOSVB
	XPOSVBD
	XPOSVBG
	XPOSVBN
	XPOSVBP
	XPOSVBZ
	XPOSWDT
	XPOSWP
	XPOSWPS // WP$
	XPOSWRB
	XPOSStop       // . ? !
	XPOSComma      // ,
	XPOSColon      // : ; and dashes
	XPOSOpenQuote  // ``
	XPOSCloseQuote // ''
	XPOSOpenBracket
	XPOSCloseBracket
	XPOSCurrency // $
	xposCount
)

var xposNames = [xposCount]string{"_", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP",
	"NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
	"WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$"}

// String gives the tag as the treebanks write it.
func (x XPOS) String() string { return xposNames[x] }

// ParseXPOS is the inverse of String.
func ParseXPOS(s string) (XPOS, bool) {
	for i, n := range xposNames {
		if n == s {
			return XPOS(i), true
		}
	}
	return NoXPOS, false
}
