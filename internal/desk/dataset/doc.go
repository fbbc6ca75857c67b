// Package dataset takes in engagements that people coded by hand: a table in
// Chancery's own layout, which is that of its CSV export, or in the layout of
// the COLT data on leaders' travel.
//
// In: CSV with a header. Out: one entry for the record for each row: a report
// of the kind "dataset" whose text is the row, and a reading whose fields point
// at the row's cells. Rows that cannot be understood are failures that name
// the row; the others are taken in. docs/import.md describes both layouts.
package dataset
