// Package lexicon holds the words by which news speaks of diplomacy: which
// verb or noun announces which kind of engagement, which of its grammatical
// slots names the visitor, the host or the place, and which words around it
// make the engagement planned, proposed, postponed or cancelled.
//
// In: the tables triggers.tsv, modality.tsv and groups.tsv beside this file,
// written for people who code events, not for programmers. Out: lookups by
// lemma. Every trigger has an example sentence and what must be read in it;
// a test reads them all.
package lexicon
