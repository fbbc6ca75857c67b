// Package gate judges by cheap traits of a sentence, before anything is
// parsed, whether it is worth a parse: a linear model, learned from what the
// reader reads when it parses all that has a cue. internal/reading/train makes
// its weights.
package gate
