package record

import "github.com/chancery-project/chancery/internal/edtf"

// Tenure is an office that a person held, as far as reports say. What the
// gazetteer says is not in it.
type Tenure struct {
	Person      string // longest form
	Office      string
	Country     string
	First, Last edtf.Day // publication dates of the first and last report that say so
	Reports     []string // ids, sorted
}
