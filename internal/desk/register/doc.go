// Package register keeps of every engagement of the record a line in memory,
// some hundred bytes each, so that pages can count, sort and choose among all
// of them without asking the record, and the engagements themselves, without
// evidence, where somebody asked for those of all lines: two kilobytes each.
//
// In: the lines of a record, and those that changed since. Out: the lines of
// everything, of a country or organisation, of a person, of two of them, in
// the order of the record, and of many lines the engagements that a page
// shows. What it does badly: the first question after a start waits until all
// lines are read, a second for 100,000.
package register
