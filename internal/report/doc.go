// Package report takes in dated news reports and cleans their text.
//
// In: files, folders, standard input and URLs holding plain text, JSON lines,
// CSV, HTML pages, RSS or Atom feeds. Out: Reports, each with an id, a
// publication date, a clean text that every later offset points into, and the
// original bytes. It refuses what has no date and never guesses one. It knows
// nothing of what a report says.
package report
