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
	reading.Claim
}

// Claims gives the claims of one reading. It fails where the reading has no
// publication date.
func Claims(r reading.Reading) ([]Claim, error) {
	day, err := edtf.ParseDay(r.Published)
	if err != nil {
		return nil, err
	}
	out := make([]Claim, len(r.Claims))
	for i, c := range r.Claims {
		out[i] = Claim{r.ID, i, r.Outlet, day, c}
	}
	return out, nil
}
