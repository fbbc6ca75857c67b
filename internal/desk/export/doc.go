// Package export writes the record in formats that other programs read.
//
// In: engagements, in the order of the record. Out: JSON lines as the contract
// has them, or CSV with a header. Text of reports stays text: a value that a
// spreadsheet would take for a formula is marked as text.
package export
