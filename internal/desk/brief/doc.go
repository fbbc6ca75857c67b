// Package brief picks from the record what a person would want to know before
// a meeting, and says it as text: what comes next, what was last, whose turn
// it is, which invitations are open, where reports disagree, which claims
// hold, and who says so.
//
// In: engagements of the record, conclusions of the outlook, the day as of
// which the question is asked. Out: a Brief, and its text. The pages show the
// same Brief.
package brief
