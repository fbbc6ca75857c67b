package export

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/record"
)

// parquetRow is one engagement in columns. Days are DATEs, null where they are
// not known.
type parquetRow struct {
	EID        string            `parquet:"eid"`
	Kind       string            `parquet:"kind,dict"`
	Status     string            `parquet:"status,dict"`
	When       string            `parquet:"when"`
	FirstDay   *int32            `parquet:"first_day,optional,date"`
	LastDay    *int32            `parquet:"last_day,optional,date"`
	Country    string            `parquet:"country,dict"`
	Place      string            `parquet:"place"`
	Event      string            `parquet:"event"`
	Number     int32             `parquet:"number"`
	Practice   string            `parquet:"practice"`
	NextHost   string            `parquet:"next_host"`
	Confidence float64           `parquet:"confidence"`
	Parties    []parquetParty    `parquet:"parties,list"`
	Reports    []string          `parquet:"reports,list"`
	Conflicts  []parquetConflict `parquet:"conflicts,list"`
}

type parquetParty struct {
	Country string `parquet:"country,dict"`
	Person  string `parquet:"person"`
	Role    string `parquet:"role,dict"`
}

type parquetConflict struct {
	Field  string         `parquet:"field,dict"`
	Values []parquetValue `parquet:"values,list"`
}

type parquetValue struct {
	Value   string   `parquet:"value"`
	Reports []string `parquet:"reports,list"`
}

// Parquet writes one engagement a row, with parties, reports and conflicts as
// lists, compressed with zstd.
func Parquet(w io.Writer, es []record.Engagement) error {
	out := parquet.NewGenericWriter[parquetRow](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("chancery", "1", ""))
	for _, e := range es {
		if _, err := out.Write([]parquetRow{columnsOf(e)}); err != nil {
			return err
		}
	}
	return out.Close()
}

func columnsOf(e record.Engagement) parquetRow {
	r := parquetRow{
		EID: e.EID, Kind: string(e.Kind), Status: string(e.Status), When: string(e.When), Country: e.Country, Place: e.Place, Event: e.Event,
		Number: int32(e.Number), Practice: e.Practice, NextHost: e.NextHost, Confidence: e.Confidence, Reports: e.Reports,
	}
	if first, last, ok := e.When.Bounds(); ok {
		r.FirstDay, r.LastDay = date(first), date(last)
	}
	for _, p := range e.Parties {
		r.Parties = append(r.Parties, parquetParty{p.Country, p.Person, string(p.Role)})
	}
	for _, c := range e.Conflicts {
		conflict := parquetConflict{Field: c.Field}
		for _, value := range sortedKeys(c.Values) {
			conflict.Values = append(conflict.Values, parquetValue{value, c.Values[value]})
		}
		r.Conflicts = append(r.Conflicts, conflict)
	}
	return r
}

// date gives a day as Parquet counts it, from 1970-01-01; nil for an open end.
func date(d edtf.Day) *int32 {
	if d == edtf.MinDay || d == edtf.MaxDay {
		return nil
	}
	days := int32(d)
	return &days
}
