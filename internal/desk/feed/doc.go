// Package feed serves the record to programs that subscribe: calendars
// (RFC 5545) and Atom feeds of changes (RFC 4287), of everything, of one party
// or of two.
//
// In: requests, a record. Out: /calendar.ics, /calendar/WHO.ics,
// /calendar/WHO/WHO.ics, and the same under /feed with .atom. What stands in a
// calendar is the business of package export. The same record gives the same
// bytes. What it does badly: the id of a change has the name of its engagement
// in it, which changes where an earlier report comes in.
package feed
