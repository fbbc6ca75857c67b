// Package export writes the record in formats that other programs read: see
// Formats, and docs/exports.md for what each holds.
//
// In: engagements, in the order of the record. Out: bytes, the same for the
// same record. Text of reports stays text: a value that a spreadsheet would
// take for a formula is marked as text. What it does badly: a place that the
// gazetteer does not know is shown at its country's capital.
package export
