// Package outlook draws conclusions from the record as of a date: whose turn
// it is, what is due or overdue, which invitations are open, and whether
// claims hold.
//
// In: engagements of the record, claims and a date. Out: turns, open
// invitations and verdicts, each with the engagements it rests on. It is made
// of pure functions and answers "unknown", with the reason, where the record
// does not say.
package outlook
