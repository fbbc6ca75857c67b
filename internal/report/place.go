package report

// Place is a place between two entries of an input of many: lines, rows or
// records. Whoever reads on from there passes over what lies before.
type Place struct {
	Input  string `json:"input"`  // its name
	Offset int64  `json:"offset"` // bytes before it, of the input without gzip
	Line   int    `json:"line,omitempty"`
	Entry  int    `json:"entry"` // entries before it, bad ones among them
}
