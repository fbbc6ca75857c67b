// Package table reads reports from CSV with a header row, one report a row.
//
// The header names the columns in any order and any case; columns.go
// lists the names that are known. Commas, semicolons and tabs are told apart
// by the header. A bad row costs that row alone. Quotes inside unquoted fields
// are taken as they stand.
package table

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/charset"
)

// Read gives the reports of the table in the order of its rows.
func Read(in *report.Input) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		t := &table{in: in, budget: budget{r: bufio.NewReaderSize(charset.Reader(in.Body), 64<<10), limit: in.MaxBytes()}}
		if f := t.header(); f != nil {
			yield(nil, f)
			return
		}
		if err := t.begin(in.From); err != nil {
			yield(nil, in.FailRead("", err))
			return
		}
		for {
			r, f, err := t.next()
			in.Reached = t.reached()
			switch {
			case err == io.EOF:
				return
			case err != nil:
				yield(nil, in.FailRead(t.entry(), err))
				return
			case f != nil:
				if !yield(nil, f) {
					return
				}
			case !yield(r, nil):
				return
			}
		}
	}
}

type table struct {
	in      *report.Input
	budget  budget
	csv     *csv.Reader
	comma   rune
	columns columns
	row     int   // of the row last read; the first behind the header is 1
	base    int   // lines before the first that csv counts
	before  int64 // bytes before the first that csv counts
	line    int   // the line it starts on; for a row over the limit, the line behind the row before
	end     int   // the line it ends on
}

// header reads the first row that is not blank and finds the columns.
func (t *table) header() *report.Failure {
	head, _ := t.budget.r.Peek(4 << 10)
	t.comma = separator(string(head))
	t.restart()
	row, err := t.read()
	switch {
	case err == io.EOF:
		return t.in.Fail("", report.ErrInvalid, "empty; want a header row such as title,text,date and one report a row")
	case errors.Is(err, errTooLong):
		return t.in.FailTooLarge("header", "row")
	case err != nil:
		return t.in.FailRead("header", err)
	}
	t.columns = findColumns(row)
	if !t.columns.has(text) && !t.columns.has(title) {
		return t.in.Fail("header", report.ErrInvalid, "no column with the text of a report among %s; name one of them \"text\"", list(row))
	}
	return nil
}

// next gives the report of a row, or its failure, or the error that ends the
// table.
func (t *table) next() (*report.Report, *report.Failure, error) {
	row, err := t.read()
	t.row++
	var bad *csv.ParseError
	switch {
	case errors.Is(err, errTooLong):
		f := t.in.FailTooLarge(t.entry(), "row")
		f.Reason += "; or close the quotation mark that was left open"
		if err := t.skipLine(); err != nil && err != io.EOF {
			return nil, nil, err
		}
		return nil, f, nil
	case errors.As(err, &bad):
		return nil, t.in.Fail(t.entry(), report.ErrInvalid, "not a row of CSV: %w", bad.Err), nil
	case err != nil:
		return nil, nil, err
	}
	c := t.columns
	r := &report.Report{
		ID: strings.TrimSpace(c.of(row, id)), Outlet: strings.TrimSpace(c.of(row, outlet)), URL: strings.TrimSpace(c.of(row, url)),
		Title: strings.TrimSpace(c.of(row, title)), Text: strings.TrimSpace(c.of(row, text)),
	}
	f := t.in.Admit(r, t.entry(), c.of(row, date))
	if f != nil && f.Kind == report.ErrNoDate && !c.has(date) {
		f.Reason = "no publication date; name a column of the header \"date\" or give --published YYYY-MM-DD"
	}
	return r, f, nil
}

// begin passes over the rows before a place. The header has been read.
func (t *table) begin(from report.Place) error {
	for t.reached().Offset < from.Offset {
		if _, _, err := t.next(); err == io.EOF {
			return fmt.Errorf("it is shorter than what was read of it before: %w", io.ErrUnexpectedEOF)
		} else if err != nil {
			return err
		}
	}
	return nil
}

// reached gives the place behind the row last read.
func (t *table) reached() report.Place {
	return report.Place{Offset: t.before + t.csv.InputOffset(), Line: t.end, Entry: t.row}
}

// read gives the next row of the table and notes where it starts.
func (t *table) read() ([]string, error) {
	t.budget.left = t.budget.limit
	row, err := t.csv.Read()
	var bad *csv.ParseError
	switch {
	case err == nil:
		last := len(row) - 1
		first, _ := t.csv.FieldPos(0)
		end, _ := t.csv.FieldPos(last)
		t.line, t.end = t.base+first, t.base+end+strings.Count(row[last], "\n")
	case errors.As(err, &bad):
		t.line, t.end = t.base+bad.StartLine, t.base+bad.Line
	default:
		t.line = t.end + 1
	}
	return row, err
}

// skipLine goes to the end of the line that a row over the limit broke off in.
func (t *table) skipLine() error {
	for {
		rest, err := t.budget.r.ReadSlice('\n')
		if err == bufio.ErrBufferFull {
			t.budget.bytes += int64(len(rest))
			continue
		}
		t.budget.lines++
		t.budget.bytes += int64(len(rest))
		t.end = t.budget.lines
		t.restart()
		return err
	}
}

// restart begins to read rows where the stream stands.
func (t *table) restart() {
	t.base, t.before = t.budget.lines, t.budget.bytes
	t.csv = csv.NewReader(&t.budget)
	t.csv.Comma = t.comma
	t.csv.LazyQuotes = true
	t.csv.FieldsPerRecord = -1
	t.csv.ReuseRecord = true
}

func (t *table) entry() string { return fmt.Sprintf("row %d (line %d)", t.row, t.line) }

// list quotes the header's columns for a message, the first eight of them.
func list(row []string) string {
	more := ""
	if len(row) > 8 {
		row, more = row[:8], " …"
	}
	return fmt.Sprintf("%q", row) + more
}
