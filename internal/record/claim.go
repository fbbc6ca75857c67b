package record

import (
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Claim is a claim with the report that makes it.
type Claim struct {
	Report    string
	Index     int // in the report's list of claims
	Outlet    string
	Published edtf.Day
	Print     Print // of the report's text
	reading.Claim
}
