// Package language cuts text into sentences and words, tags them, finds their
// lemmas and parses them into Universal Dependencies trees.
//
// In: a text. Out: a Document of sentences and tokens with byte offsets into
// that text. It knows words, not diplomacy: no names of states, offices or
// people. English is the first language; another one is a second set of
// models and rules behind the same Document.
//
//	a, err := language.New()        // one for each goroutine; they share the model
//	d := a.Segment(text)            // sentences and tokens, 50 to 90 MB/s of news
//	a.Parse(d, &d.Sentences[i])     // tags, lemmas, heads: only where they are needed
//
// Segmenting is cheap and parsing is not (about 150,000 tokens a second of one
// core with vector instructions, a hundredth of that without), so callers
// should parse the sentences that they want and no others.
//
// Rules cut edited text. What shows that nobody edited it, or that its lines
// were lost, is cut again by a trained network (unsure.go, split.go).
//
// What it does badly: sentences that end without a mark and without a new
// line in text that is edited otherwise; lists of names; the attachment of prepositional phrases; words that the
// treebanks tag by convention ("United" of United Nations is a form of unite).
// docs/language.md has figures and what was tried.
//
// The parts: neural is the network, lemma the lemmatiser, conllu the file
// format and the raw text of treebanks, evaluate the measures, train the command
// that makes the model files in the folder model.
package language
