package report

import "github.com/chancery-project/chancery/internal/edtf"

// Report is one dated news item.
type Report struct {
	ID        string   // stable: the id that it came with, the file's name without ending, the address, or a hash of the content
	Outlet    string   // who published it, if known
	URL       string   // where, if known
	Published edtf.Day // publication date
	Title     string   // headline, if it has one apart from the text
	Text      string   // valid UTF-8 without NUL, which every offset points into; as it came, but for mark-up: that of pages and feeds is taken off and a blank line stands between paragraphs
	Behind    Place    // the place behind it, in an input of many; else zero
	Original  []byte   // the bytes as they came; nil where they are Text itself
}
