// Package reading says what one report says: who did or plans what with whom,
// when and where, who told it and through whom, and which claims it makes.
//
// In: one report.Report. Out: one Reading, in which every field points at byte
// offsets of the report's text. It never looks at another report, is
// deterministic, and says nothing where the text says nothing.
package reading
