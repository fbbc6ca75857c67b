package gazetteer

import (
	"fmt"
	"slices"
	"strings"
)

// readTable reads a table of tab-separated values: a header with the names of
// the columns, then one row a line. Empty lines and lines that begin with #
// are skipped. It calls each with the cells of a row, in the order of the
// header, trimmed; the cells are valid until the next call. A row with too few
// or too many cells, another header, or an error of each ends the reading
// with an error that names the file and the line.
func readTable(file, text string, columns []string, each func(cell []string) error) error {
	var cells []string
	header := false
	line := 0
	for len(text) > 0 {
		row := text
		if i := strings.IndexByte(text, '\n'); i >= 0 {
			row, text = text[:i], text[i+1:]
		} else {
			text = ""
		}
		line++
		row = strings.TrimSuffix(row, "\r")
		if row == "" || row[0] == '#' {
			continue
		}
		cells = cells[:0]
		for {
			i := strings.IndexByte(row, '\t')
			if i < 0 {
				cells = append(cells, strings.TrimSpace(row))
				break
			}
			cells = append(cells, strings.TrimSpace(row[:i]))
			row = row[i+1:]
		}
		if !header {
			if !slices.Equal(cells, columns) {
				return fmt.Errorf("%s:%d: the header is %q; it must be %q", file, line, strings.Join(cells, " "), strings.Join(columns, " "))
			}
			header = true
			continue
		}
		if len(cells) != len(columns) {
			return fmt.Errorf("%s:%d: the row has %d cells; the header has %d", file, line, len(cells), len(columns))
		}
		if err := each(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
	if !header {
		return fmt.Errorf("%s: the table has no header; it must be %q", file, strings.Join(columns, " "))
	}
	return nil
}

// list splits a cell at its semicolons.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	parts := strings.Split(cell, ";")
	kept := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
