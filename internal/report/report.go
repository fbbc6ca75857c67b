package report

import "github.com/chancery-project/chancery/internal/edtf"

// Report is one dated news item.
type Report struct {
	ID        string   // stable: the file's name without ending, the id column, or a hash of the content
	Outlet    string   // who published it, if known
	URL       string   // where, if known
	Published edtf.Day // publication date
	Title     string   // headline, if it has one apart from the text
	Text      string   // clean UTF-8 text; paragraphs are separated by a blank line; every offset points into it
	Original  []byte   // the bytes as they came; nil where they are Text itself
}
