// Package readers reads the exports with libraries that have nothing to do with
// those that wrote them: Parquet with hyparquet, CSV with csv-parse, calendars
// with ical.js, JSON lines with the JSON of Node.
//
// It holds tests alone, behind the build tag "readers", since they need Node and
// what scripts/readers fetches; `make test` does that. GeoJSON, JSON-LD and Atom
// are read by other libraries in the tests of those that write them.
package readers
