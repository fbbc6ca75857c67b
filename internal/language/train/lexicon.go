package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/language/neural"
)

// buildLexicon makes the lexicon from word vectors in the text format of
// GloVe, most frequent first, and from word classes and log probabilities as
// JSON objects (gzip), and writes it to out.
func buildLexicon(vectors, classes, probs, out string, words, forms int) error {
	e, err := readVectors(vectors, words)
	if err != nil {
		return err
	}
	if err := readClasses(&e, classes, probs, forms); err != nil {
		return err
	}
	b := neural.WriteLexicon(e)
	if _, err := neural.ReadLexicon(b); err != nil {
		return fmt.Errorf("check %s: %w", out, err)
	}
	fmt.Printf("lexicon: %d vectors of %d, %d classed forms, %d bytes\n", len(e.Words), e.Dim, len(e.Forms), len(b))
	return os.WriteFile(out, b, 0o644)
}

// readVectors takes the first n words. Components are cut at four standard
// deviations, which are 127 steps.
func readVectors(path string, n int) (e neural.LexiconEntries, err error) {
	f, err := os.Open(path)
	if err != nil {
		return e, fmt.Errorf("open word vectors: %w", err)
	}
	defer f.Close()
	type entry struct {
		word   string
		vector []float64
	}
	var all []entry
	lines := bufio.NewScanner(f)
	for lines.Scan() && len(all) < n {
		fields := strings.Split(lines.Text(), " ")
		v := make([]float64, len(fields)-1)
		for i, s := range fields[1:] {
			if v[i], err = strconv.ParseFloat(s, 32); err != nil {
				return e, fmt.Errorf("%s: word %q: %w", path, fields[0], err)
			}
		}
		if len(fields[0]) <= 40 && fields[0] == strings.ToLower(fields[0]) {
			all = append(all, entry{fields[0], v})
		}
	}
	if err := lines.Err(); err != nil || len(all) == 0 {
		return e, fmt.Errorf("read %s: %d words: %v", path, len(all), err)
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.word, b.word) })
	e.Dim = len(all[0].vector)
	e.Scale = 4 * 0.64 / 127 // the standard deviation of glove.6B.50d
	for _, x := range all {
		e.Words = append(e.Words, x.word)
		for _, c := range x.vector {
			q := c / float64(e.Scale)
			e.Vectors = append(e.Vectors, int8(max(-127, min(127, q+copysign(0.5, q)))))
		}
	}
	return e, nil
}

func copysign(x, sign float64) float64 {
	if sign < 0 {
		return -x
	}
	return x
}

// readClasses takes the n most probable forms that have a class.
func readClasses(e *neural.LexiconEntries, classes, probs string, n int) error {
	var class map[string]int
	var prob map[string]float64
	if err := readJSON(classes, &class); err != nil {
		return err
	}
	if err := readJSON(probs, &prob); err != nil {
		return err
	}
	var forms []string
	for w, c := range class {
		if c > 0 && len(w) <= 40 && !strings.ContainsAny(w, " \n\t") {
			forms = append(forms, w)
		}
	}
	slices.SortFunc(forms, func(a, b string) int {
		return cmp.Or(cmp.Compare(prob[b], prob[a]), cmp.Compare(a, b))
	})
	forms = forms[:min(n, len(forms))]
	slices.Sort(forms)
	e.Forms = forms
	for _, w := range forms {
		e.Classes = append(e.Classes, uint16(class[w]))
	}
	return nil
}

func readJSON(path string, to any) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := json.NewDecoder(z).Decode(to); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
