// Package record says what all reports together say: which engagements of
// different reports are the same one, how an engagement moves through its
// life, and where sources conflict.
//
// In: reading.Readings, in any order. Out: Engagements with every value that
// was said, by whom and in which report. Conflicts are kept and shown, never
// settled in silence. It knows no SQL; the order of arrival never changes
// what it says.
//
// The way through the room: a Mention is one engagement as one report tells
// it. A Linker puts mentions into groups, each mention looking only at earlier
// ones (by publication date, report id, index), so that the groups are a
// function of the set of mentions alone and the record as of a day is the
// record of the reports published until then. Assemble turns a group into an
// Engagement.
//
// What it does badly: two undated plans of the same people that were never
// told apart become one; two named people whose names share a family name
// count as the same person; an engagement told with a wrong country is a new
// one.
package record
