// Command train makes the English model of the language room.
//
//	go run ./internal/language/train lexicon -vectors glove.6B.50d.txt -classes en_lexeme_cluster.json.gz -probs en_lexeme_prob.json.gz
//	go run ./internal/language/train model -data ewt-train.conllu.gz,gum-train.conllu.gz -dev ewt-dev.conllu.gz,gum-dev.conllu.gz
//	go run ./internal/language/train splitter -data ewt-train.conllu.gz,gum-train.conllu.gz -dev ewt-dev.conllu.gz,gum-dev.conllu.gz
//
// The first writes the lexicon: word vectors and word classes learned from
// large texts. The second reads it with the treebanks and writes the weights of
// the tagger and the parser. The third reads both and writes the weights of the
// network that tells where sentences begin; it starts from those of the parser.
// The same input, options and seed give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("say what to make: lexicon, model or splitter")
	}
	f := flag.NewFlagSet(args[0], flag.ContinueOnError)
	dir := f.String("dir", "internal/language/model", "folder of the model files")
	switch args[0] {
	case "lexicon":
		vectors := f.String("vectors", "", "word vectors, as text, most frequent first")
		classes := f.String("classes", "", "word classes, JSON, gzip")
		probs := f.String("probs", "", "log probabilities of words, JSON, gzip")
		words := f.Int("words", 120000, "number of vectors")
		forms := f.Int("forms", 90000, "number of classed forms")
		if err := f.Parse(args[1:]); err != nil {
			return err
		}
		return buildLexicon(*vectors, *classes, *probs, *dir+"/lexicon.bin", *words, *forms)
	case "model", "splitter":
		o := defaults
		if args[0] == "splitter" {
			o = splitterDefaults
		}
		data := f.String("data", "", "treebanks to learn from, apart by commas")
		dev := f.String("dev", "", "treebanks to measure on")
		f.IntVar(&o.epochs, "epochs", o.epochs, "passes over the data")
		f.IntVar(&o.hidden, "hidden", o.hidden, "cells of one direction of a layer")
		f.IntVar(&o.arc, "arc", o.arc, "length of the vectors of arcs")
		f.IntVar(&o.rel, "rel", o.rel, "hidden units of relations")
		f.IntVar(&o.tag, "tag", o.tag, "hidden units of tags")
		f.IntVar(&o.batch, "batch", o.batch, "words in a batch")
		f.Float64Var(&o.rate, "rate", o.rate, "highest learning rate")
		f.Float64Var(&o.dropIn, "drop-in", o.dropIn, "dropout of the input")
		f.Float64Var(&o.dropOut, "drop-out", o.dropOut, "dropout of the layers")
		f.Uint64Var(&o.seed, "seed", o.seed, "seed of all chance")
		f.IntVar(&o.members, "members", o.members, "networks of the splitter")
		f.IntVar(&o.workers, "workers", o.workers, "goroutines; part of the seed, for it changes the order of sums")
		f.StringVar(&o.out, "out", o.out, "name of the model file in the folder")
		if err := f.Parse(args[1:]); err != nil {
			return err
		}
		if args[0] == "splitter" {
			return trainSplitter(o, *dir, strings.Split(*data, ","), strings.Split(*dev, ","))
		}
		return trainModel(o, *dir, strings.Split(*data, ","), strings.Split(*dev, ","))
	}
	return fmt.Errorf("cannot make %q: say lexicon, model or splitter", args[0])
}
