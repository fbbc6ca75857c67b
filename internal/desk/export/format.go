package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/record"
)

// Options is what the formats that name countries and places need.
type Options struct {
	Names  wording.Names
	Points Points
	Base   string // address of the pages, without a slash at its end; "" where none is known
}

// Format is a way to write the record.
type Format struct {
	Name  string
	Media string // media type, for HTTP
	What  string // what it is, for help
	write func(io.Writer, []record.Engagement, Options) error
}

// Formats are all there are, in the order in which help lists them.
var Formats = []Format{
	{"jsonl", "application/x-ndjson", "one engagement a line", func(w io.Writer, es []record.Engagement, _ Options) error { return record.WriteJSONL(w, es) }},
	{"csv", "text/csv; charset=utf-8", "a table, which 'chancery import' reads again", func(w io.Writer, es []record.Engagement, _ Options) error { return CSV(w, es) }},
	{"parquet", "application/vnd.apache.parquet", "the same as columns, for data frames", func(w io.Writer, es []record.Engagement, _ Options) error { return Parquet(w, es) }},
	{"ics", "text/calendar; charset=utf-8", "a calendar of what has a date (RFC 5545)", Calendar},
	{"geojson", "application/geo+json", "a map of what has a place (RFC 7946)", GeoJSON},
	{"colt", "text/csv; charset=utf-8", "visits in the columns of the COLT data", COLT},
	{"plover", "application/x-ndjson", "PLOVER events with CAMEO codes", func(w io.Writer, es []record.Engagement, o Options) error { return PLOVER(w, es, o.Names) }},
	{"prov", "application/ld+json", "who said what, as W3C PROV in JSON-LD", PROV},
}

// Names gives the names of the formats: "jsonl, csv, … or prov".
func Names() []string {
	var out []string
	for _, f := range Formats {
		out = append(out, f.Name)
	}
	return out
}

// ByName gives the format with a name.
func ByName(name string) (Format, error) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, fmt.Errorf("there is no format %q: it is one of %s", name, strings.Join(Names(), ", "))
	}
	return Formats[i], nil
}

// Write writes engagements, which stand in the order of the record.
func (f Format) Write(w io.Writer, es []record.Engagement, o Options) error {
	if err := f.write(w, es, o); err != nil {
		return fmt.Errorf("writing the record as %s: %w", f.Name, err)
	}
	return nil
}
