package main

import (
	"fmt"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/evaluate"
)

// report measures the finished model, in 8 bits, on the files.
func report(files []string, lexicon, net, splitter, lemmas []byte) error {
	a, err := language.Open(lexicon, net, splitter, lemmas)
	if err != nil {
		return err
	}
	for _, p := range files {
		s, err := loadFile(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		fmt.Printf("%s\n%s", p, evaluate.Sentences(s, a))
	}
	return nil
}
