// Package record says what all reports together say: which engagements of
// different reports are the same one, how an engagement moves through its
// life, and where sources conflict.
//
// In: reading.Readings, in any order. Out: Engagements with every value that
// was said, by whom and in which report. Conflicts are kept and shown, never
// settled in silence. It knows no SQL; the order of arrival never changes
// what it says.
package record
