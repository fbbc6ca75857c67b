package table

import "strings"

// column is what a column holds.
type column int

const (
	id column = iota
	outlet
	url
	date
	title
	text
	columnCount
)

// columnNames lists the names of each column, best first: where a header has
// two of them, the earlier one counts. Case, spaces, "-" and "_" do not
// matter.
var columnNames = [columnCount][]string{
	id:     {"id", "guid", "articleid", "docid", "uid"},
	outlet: {"outlet", "source", "publisher", "publication", "newspaper", "site"},
	url:    {"url", "link", "address", "sourceurl"},
	date:   {"published", "date", "pubdate", "publishdate", "publishedat", "publicationdate", "datepublished", "datetime", "timestamp", "day"},
	title:  {"title", "headline", "subject"},
	text:   {"text", "body", "content", "article", "story", "fulltext", "articletext"},
}

// columns says at which place of a row each column stands; -1: nowhere.
type columns [columnCount]int

// findColumns reads a header. "subject" is the headline only where no other
// column is, as some tables keep a topic there.
func findColumns(header []string) columns {
	at := map[string]int{}
	for i, name := range header {
		name = strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(name))
		if _, twice := at[name]; !twice {
			at[name] = i
		}
	}
	var c columns
	for col, names := range columnNames {
		c[col] = -1
		for _, name := range names {
			if i, ok := at[name]; ok {
				c[col] = i
				break
			}
		}
	}
	return c
}

func (c columns) has(col column) bool { return c[col] >= 0 }

// of gives a column of a row, or nothing where the row is too short.
func (c columns) of(row []string, col column) string {
	if i := c[col]; i >= 0 && i < len(row) {
		return row[i]
	}
	return ""
}

// separator is the one of comma, semicolon and tab that the first line has
// most of; a comma where there is a tie.
func separator(head string) rune {
	line, _, _ := strings.Cut(strings.TrimLeft(head, "\r\n"), "\n")
	best, most := ',', strings.Count(line, ",")
	for _, c := range []rune{'\t', ';'} {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// IsHeader says whether a line looks like the header of a table of reports.
func IsHeader(head string) bool {
	sep := separator(head)
	line, _, _ := strings.Cut(strings.TrimLeft(head, "\r\n"), "\n")
	if !strings.ContainsRune(line, sep) {
		return false
	}
	var names []string
	for _, f := range strings.Split(line, string(sep)) {
		names = append(names, strings.Trim(strings.TrimSpace(f), `"`))
	}
	c := findColumns(names)
	return c.has(text) && (c.has(date) || c.has(title)) || c.has(title) && c.has(date)
}
