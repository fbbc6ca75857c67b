// Package listing prints engagements of the record for people: one line or two
// each, in columns, or one engagement with everything that is known of it.
//
// In: engagements. Out: text folded to the width of a terminal, the same bytes
// for the same engagements; colour only where the style has it.
package listing
