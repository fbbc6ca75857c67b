// Package neural is the network behind the tagger and the parser: features of
// a word, two layers of a recurrent network that reads the sentence both ways,
// and small heads on top that score tags, arcs and relations.
//
// In: the spelling of the words of a sentence. Out: for every word a tag, a
// head and a relation, by number. A second network of the same make, the
// splitter, reads the words of a passage and tells where sentences begin. The
// package knows no text, no treebank and no names of tags.
//
// Weights are 8-bit integers with a scale for each row, activations 7-bit
// integers; products are summed in 32-bit integers, and what is done in
// floating point is single multiplications and additions in a fixed order. So
// the result is the same on every machine, with or without the vector kernels.
package neural
