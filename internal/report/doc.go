// Package report takes in dated news reports and cleans their text.
//
// In: files, folders, standard input and URLs (package source) holding plain
// text, JSON lines, CSV, HTML pages, RSS or Atom feeds or WARC archives, any
// of them under gzip (one package a format). Out: Reports, each with an id, a
// publication date, a clean text that every later offset points into, and the
// original bytes. It refuses what has no date and never guesses one. It knows
// nothing of what a report says.
//
// This package holds what the formats share: the Report, the Input a format
// reads from, and the Failure that names what could not be read and why.
package report
