package gazetteer

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadTableErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", `x.tsv: the table has no header; it must be "a b"`},
		{"another header", "a\tc\n", `x.tsv:1: the header is "a c"; it must be "a b"`},
		{"too few cells", "a\tb\n1\n", "x.tsv:2: the row has 1 cells; the header has 2"},
		{"too many cells", "a\tb\n\n1\t2\t3\n", "x.tsv:3: the row has 3 cells; the header has 2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := readTable("x.tsv", tt.text, []string{"a", "b"}, func([]string) error { return nil })
			if err == nil || err.Error() != tt.want {
				t.Errorf("readTable(%q) gives the error %v; want %s", tt.text, err, tt.want)
			}
		})
	}
}

func TestBrokenDataNameTheirPlace(t *testing.T) {
	good := fstest.MapFS{}
	entries, err := tables.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := tables.ReadFile("data/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		good["data/"+e.Name()] = &fstest.MapFile{Data: text}
	}
	tests := []struct{ name, file, row, want string }{
		{"a country twice", "countries.tsv", "FRA\tFR\tFrance\t\t\t\t\t\t\t\t", "the country FRA stands twice"},
		{"a tenure that ends early", "people-europe.tsv", "FRA\thead-of-state\tpresident\tX Y\t\tm\t2020\t2019", "it ends (2019) before it begins (2020)"},
		{"an unknown role", "people-europe.tsv", "FRA\tbaker\tbaker\tX Y\t\tm\t2020\t", `the role "baker" is unknown`},
		{"a date that is none", "people-europe.tsv", "FRA\tother\tx\tX Y\t\tm\t2020-13\t", "2020-13"},
		{"an unknown tense", "standing.tsv", "future\tsome day", `the tense "future" is unknown`},
		{"a rank out of bounds", "offices.tsv", "minister\t12\texecutive\t\tx\t\t", `the rank "12"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := "data/" + tt.file
			old := good[path]
			text := strings.TrimRight(string(old.Data), "\n") + "\n" + tt.row + "\n"
			good[path] = &fstest.MapFile{Data: []byte(text)}
			defer func() { good[path] = old }()
			_, err := read(good, packedCities)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), tt.file+":") {
				t.Errorf("the row %q in %s gives the error %v; want one that names the file and says %s", tt.row, tt.file, err, tt.want)
			}
		})
	}
	if _, err := read(good, []byte("no archive")); err == nil || !strings.Contains(err.Error(), "unpacking the cities") {
		t.Errorf("a broken archive of cities gives the error %v", err)
	}
}

// FuzzReadTable holds that every row has as many cells as the header, that
// cells carry no tab or line end and no outer white space, and that what was
// read, written and read again is the same.
func FuzzReadTable(f *testing.F) {
	f.Add("a\tb\n1\t2\n")
	f.Add("# note\na\tb\r\n \t x \r\n\n")
	f.Add("a\tb\n1\n")
	f.Fuzz(func(t *testing.T, text string) {
		columns := []string{"a", "b"}
		var rows [][]string
		err := readTable("x", text, columns, func(c []string) error {
			if len(c) != len(columns) {
				t.Fatalf("readTable(%q) gives a row of %d cells", text, len(c))
			}
			for _, cell := range c {
				if strings.ContainsAny(cell, "\t\n") || strings.TrimSpace(cell) != cell {
					t.Fatalf("readTable(%q) gives the cell %q", text, cell)
				}
			}
			rows = append(rows, slices.Clone(c))
			return nil
		})
		if err != nil {
			return
		}
		again := "a\tb\n"
		for _, r := range rows {
			if strings.HasPrefix(r[0], "#") {
				return // would be read as a note
			}
			again += strings.Join(r, "\t") + "\n"
		}
		n := 0
		err = readTable("x", again, columns, func(c []string) error {
			if n >= len(rows) || !slices.Equal(c, rows[n]) {
				t.Fatalf("readTable(%q) gives %q for row %d; the first time %q", again, c, n, rows)
			}
			n++
			return nil
		})
		if err != nil || n != len(rows) {
			t.Fatalf("reading %q again gives %d rows and the error %v; want %d", again, n, err, len(rows))
		}
	})
}
