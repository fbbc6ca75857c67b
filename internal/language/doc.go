// Package language cuts text into sentences and words, tags them, finds their
// lemmas and parses them into Universal Dependencies trees.
//
// In: a text. Out: a Document of sentences and tokens with byte offsets into
// that text. It knows words, not diplomacy: no names of states, offices or
// people. English is the first language; another one is a second set of
// models and rules behind the same Document.
package language
