// Package store keeps reports, readings and the record in a database.
//
// In and out: reports, readings and engagements. SQLite without cgo is the
// default; PostgreSQL passes the same suite. It decides nothing: what belongs
// together is the record's business.
package store
