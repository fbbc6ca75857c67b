// Package backup writes a copy of a record to a file while others read and
// write it, and brings such a copy back.
//
// In: a record in any database. Out: a record in SQLite, which every command
// can open as it is. What a copy holds stood in the record at one moment. It
// is no good for undoing one change: it holds all or nothing.
package backup
