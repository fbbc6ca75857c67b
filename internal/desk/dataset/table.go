package dataset

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// Version marks readings that come from a table.
//
//	dataset-1: own layout and COLT
const Version = "dataset-1"

// Read gives an entry for each row of a table, in order, or the failure of a
// row. name says where the table comes from; source is the dataset's name,
// which stands as the outlet of its rows.
func Read(name, source string, in io.Reader) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		body := bufio.NewReader(in)
		if head, _ := body.Peek(3); bytes.Equal(head, []byte("\xef\xbb\xbf")) {
			_, _ = body.Discard(3)
		}
		table := csv.NewReader(body)
		table.FieldsPerRecord, table.ReuseRecord = -1, true
		header, err := table.Read()
		if err != nil {
			yield(store.Entry{}, fmt.Errorf("%s: no header: %w", name, err))
			return
		}
		code, columns, err := layout(header)
		if err != nil {
			yield(store.Entry{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		for n := 2; ; n++ {
			cells, err := table.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			var broken *csv.ParseError
			if err != nil && !errors.As(err, &broken) {
				yield(store.Entry{}, fmt.Errorf("%s: row %d: %w", name, n, err))
				return
			}
			var entry store.Entry
			if err == nil {
				entry, err = newRow(columns, cells).entry(source, code)
			}
			if err != nil {
				err = fmt.Errorf("%s: row %d: %w", name, n, err)
			}
			if !yield(entry, err) {
				return
			}
		}
	}
}

// row is one row, as the text of a report: a line "column: value" for each cell
// that is not empty.
type row struct {
	text  string
	cells map[string]reading.Span // by column, with the place of the value in the text
	used  []reading.Span
}

func newRow(columns, cells []string) *row {
	r := &row{cells: map[string]reading.Span{}}
	var b strings.Builder
	for i, column := range columns {
		if i >= len(cells) {
			break
		}
		value := strings.Join(strings.Fields(unmarked(cells[i])), " ")
		if column == "" || value == "" {
			continue
		}
		fmt.Fprintf(&b, "%s: ", column)
		start := b.Len()
		fmt.Fprintln(&b, value)
		r.cells[column] = reading.Span{Start: start, End: start + len(value), Quote: value}
	}
	r.text = b.String()
	return r
}

// unmarked takes off the apostrophe that the export puts before what looks like
// a formula.
func unmarked(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune("=+-@\t\r\n", rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

// get gives the value of a column, and remembers that it supports a field.
func (r *row) get(column, field string) string {
	span, ok := r.cells[column]
	if ok && field != "" {
		span.Field = field
		r.used = append(r.used, span)
	}
	return span.Quote
}

// entry makes of a row what the record keeps. A row without a date of
// publication counts from the last day of its engagement: then it was known.
func (r *row) entry(source string, code coder) (store.Entry, error) {
	if !utf8.ValidString(r.text) {
		return store.Entry{}, errors.New("not valid UTF-8; convert the table first")
	}
	e, err := code(r)
	if err != nil {
		return store.Entry{}, err
	}
	e.Evidence, e.Attribution, e.Confidence = r.used, []reading.Speaker{}, 1
	published, err := r.published(e)
	if err != nil {
		return store.Entry{}, err
	}
	id := r.get("id", "")
	if id == "" {
		sum := sha256.Sum256([]byte(r.text))
		id = hex.EncodeToString(sum[:6])
	}
	id = source + "/" + id
	return store.Entry{
		Report: report.Report{ID: id, Outlet: source, Published: published, Text: r.text},
		Reading: reading.Reading{
			ID: id, Published: published.String(), Outlet: source,
			Engagements: []reading.Engagement{e}, Times: []reading.Time{}, Claims: []reading.Claim{},
		},
		Kind: store.Dataset, Reader: Version,
	}, nil
}

func (r *row) published(e reading.Engagement) (edtf.Day, error) {
	if text := r.get("published", ""); text != "" {
		day, err := edtf.ParseDay(text)
		if err != nil {
			return 0, fmt.Errorf("column published: %w", err)
		}
		return day, nil
	}
	_, last, ok := e.When.Bounds()
	if !ok || e.When.Open() {
		return 0, errors.New("neither a date of publication nor a time that ends: nobody can say when it was known")
	}
	return last, nil
}
