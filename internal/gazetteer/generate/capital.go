package main

import (
	"fmt"
	"os"
	"strings"
)

// capital is a city that countries.tsv names as a capital.
type capital struct {
	country string   // code of two letters
	names   []string // spellings, the usual one first
	former  bool
	found   bool
}

// readCapitals reads the capitals of countries.tsv. The former states are left
// out: their capitals are those of countries of today.
func readCapitals(path string) ([]*capital, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the capitals: %w", err)
	}
	var all []*capital
	for n, row := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		c := strings.Split(row, "\t")
		if len(c) != 11 {
			return nil, fmt.Errorf("%s:%d: the row has %d cells, not 11", path, n+1, len(c))
		}
		switch c[0] {
		case "code", "SUN", "DDR", "YUG", "CSK", "YMD", "ANT":
			continue
		}
		for _, names := range split(c[9]) {
			all = append(all, &capital{country: c[1], names: strings.Split(names, "/")})
		}
		for _, names := range split(c[10]) {
			names = names[:strings.LastIndexByte(names, ' ')]
			all = append(all, &capital{country: c[1], names: strings.Split(names, "/"), former: true})
		}
	}
	return all, nil
}

func split(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}

// readStopList reads the names that are no names of cities in English news:
// ordinary words, given names, words of other languages.
func readStopList(path string) (map[string]bool, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the words that are not cities: %w", err)
	}
	stop := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				stop[strings.ReplaceAll(w, "_", " ")] = true
			}
		}
	}
	return stop, nil
}

// readOtherNames reads what English news calls a city besides the name that
// GeoNames has: lines such as "CH Genève: =Geneva; Genf", where = marks the
// usual name. It gives the names by the country's code and the folded name.
func readOtherNames(path string) (map[string][]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the other names of cities: %w", err)
	}
	names := map[string][]string{}
	for n, line := range strings.Split(string(text), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		of, others, ok := strings.Cut(line, ": ")
		if !ok || len(of) < 4 || of[2] != ' ' {
			return nil, fmt.Errorf("%s:%d: %q must be like %q", path, n+1, line, "CH Genève: =Geneva; Genf")
		}
		k := of[:2] + key(of[3:])
		if names[k] != nil {
			return nil, fmt.Errorf("%s:%d: %s stands twice", path, n+1, of)
		}
		for o := range strings.SplitSeq(others, ";") {
			names[k] = append(names[k], strings.TrimSpace(o))
		}
	}
	return names, nil
}
