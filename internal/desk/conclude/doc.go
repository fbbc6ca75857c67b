// Package conclude draws from the whole record what the outlook has to say:
// turns, open invitations, verdicts on claims. It draws once for each state of
// the record, and after a change judges anew only the claims that the change
// can touch.
//
// In: a record and its register, which keeps the engagements for everybody.
// Out: conclusions as of its latest day. What it does badly: the first drawing
// reads all engagements, some ten seconds for 100,000.
package conclude
