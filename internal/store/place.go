package store

import (
	"cmp"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Place is a place in the order of the record, that of one engagement. Lists
// that are asked for in parts go on behind it, whatever came in meanwhile.
type Place struct {
	Dated bool     // it has a time
	First edtf.Day // its first day, 0 where it has no time
	Kind  reading.Kind
	EID   string
}

// PlaceOf gives the place of an engagement.
func PlaceOf(e *record.Engagement) Place {
	p := Place{Kind: e.Kind, EID: e.EID}
	if lo, _, ok := e.When.Bounds(); ok {
		p.Dated, p.First = true, lo
	}
	return p
}

// Before says whether a place comes before that of an engagement.
func (p Place) Before(e *record.Engagement) bool {
	q := PlaceOf(e)
	if p.Dated != q.Dated {
		return p.Dated
	}
	return cmp.Or(cmp.Compare(p.First, q.First), cmp.Compare(p.Kind, q.Kind), cmp.Compare(p.EID, q.EID)) < 0
}

// ReportPlace is a place in the list of reports.
type ReportPlace struct {
	Published edtf.Day
	ID        string
}
