package language

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chancery-project/chancery/internal/language/lemma"
	"github.com/chancery-project/chancery/internal/language/neural"
)

//go:embed model/lexicon.bin
var englishLexicon []byte

//go:embed model/english.bin
var englishNet []byte

//go:embed model/splitter.bin
var englishSplitter []byte

//go:embed model/lemma.txt
var englishLemmas []byte

// model is what all analyzers share.
type model struct {
	net    *neural.Model
	split  *neural.Splitter
	lemmas *lemma.Table
	rels   []Rel
	tags   []tag
}

// tag is what one number of the network's tags stands for.
type tag struct {
	upos  UPOS
	xpos  XPOS
	feats Feats
}

// english is the embedded model, read at first use.
var english = sync.OnceValues(func() (*model, error) { return readModel(englishLexicon, englishNet, englishSplitter, englishLemmas) })

func readModel(lexicon, net, splitter, lemmas []byte) (*model, error) {
	l, err := neural.ReadLexicon(lexicon)
	if err != nil {
		return nil, err
	}
	m := &model{}
	if m.net, err = neural.ReadModel(net, l); err != nil {
		return nil, err
	}
	if len(splitter) > 0 {
		if m.split, err = neural.ReadSplitter(splitter, m.net); err != nil {
			return nil, err
		}
	}
	if m.lemmas, err = lemma.Read(lemmas); err != nil {
		return nil, err
	}
	for _, n := range m.net.RelNames {
		r, ok := ParseRel(n)
		if !ok {
			return nil, fmt.Errorf("read model: unknown relation %q", n)
		}
		m.rels = append(m.rels, r)
	}
	for _, n := range m.net.TagNames {
		var t tag
		f := strings.Fields(n)
		if len(f) != 3 {
			return nil, fmt.Errorf("read model: bad tag %q", n)
		}
		t.upos, _ = ParseUPOS(f[0])
		t.xpos, _ = ParseXPOS(f[1])
		t.feats = ParseFeats(f[2])
		m.tags = append(m.tags, t)
	}
	return m, nil
}

// Analyzer segments and parses texts with buffers of its own. It is not safe
// for concurrent use: make one for each goroutine, they share the model.
type Analyzer struct {
	m      *model
	run    *neural.Runner
	split  splitter
	doc    Document
	lemmas map[lemmaKey]string

	pieces  []piece // to parse
	lengths []int   // of them
}

// New gives an analyzer of English. The first call reads the embedded model.
// It fails only if that is damaged.
func New() (*Analyzer, error) {
	m, err := english()
	if err != nil {
		return nil, fmt.Errorf("load the English model: %w", err)
	}
	return newAnalyzer(m), nil
}

// Open gives an analyzer with a model from files as the train command writes
// them. Without a splitter, sentences are those of the rules.
func Open(lexicon, net, splitter, lemmas []byte) (*Analyzer, error) {
	m, err := readModel(lexicon, net, splitter, lemmas)
	if err != nil {
		return nil, err
	}
	return newAnalyzer(m), nil
}

func newAnalyzer(m *model) *Analyzer {
	return &Analyzer{m: m, run: neural.NewRunner(m.net), lemmas: map[lemmaKey]string{}}
}

// Segment cuts text into sentences and tokens, as the function Segment does,
// and cuts again with the trained network what the rules are unsure of, into a
// document that the next Segment of this analyzer overwrites.
func (a *Analyzer) Segment(text string) *Document {
	Segment(text, &a.doc)
	if a.m.split != nil {
		a.split.split(a.m.split, &a.doc)
	}
	return &a.doc
}

// Parse sets tags, features, lemmas, heads and relations of the tokens of
// sentences of d. Several at once are parsed faster than one by one, to the
// same trees. Those that are parsed already are left alone. Sentences of more
// tokens than Segment puts into one are parsed in pieces, each of which hangs
// on the root of the first.
func (a *Analyzer) Parse(d *Document, sentences ...*Sentence) {
	a.pieces = a.pieces[:0]
	words := 0
	for _, s := range sentences {
		if s.Parsed {
			continue
		}
		s.Parsed = true
		for i := 0; i < len(s.Tokens); i += maxSentence {
			n := min(maxSentence, len(s.Tokens)-i)
			if words > 0 && words+n > parseAtOnce {
				a.parse(d)
				words = 0
			}
			a.pieces = append(a.pieces, piece{s, i, n})
			words += n
		}
	}
	a.parse(d)
	for _, s := range sentences {
		s.join()
	}
}

// parseAtOnce is about how many words the network reads at once: sentences
// enough to read side by side, words few enough to stay near the processor.
const parseAtOnce = 160

// piece is a run of tokens that the network reads as a sentence.
type piece struct {
	s       *Sentence
	from, n int
}

// parse parses the pieces that wait, long ones first: where sentences are read
// side by side, those that end last then end together.
func (a *Analyzer) parse(d *Document) {
	slices.SortStableFunc(a.pieces, func(x, y piece) int { return y.n - x.n })
	a.lengths = a.lengths[:0]
	for _, p := range a.pieces {
		a.lengths = append(a.lengths, p.n)
	}
	r := a.run
	r.Begin(a.lengths...)
	k := 0
	for _, p := range a.pieces {
		for i := range p.n {
			r.Word(k, d.Word(&p.s.Tokens[p.from+i]))
			k++
		}
	}
	r.Run()
	k = 0
	for _, p := range a.pieces {
		a.fill(d, p.s.Tokens[p.from:p.from+p.n], int16(p.from), k)
		k += p.n
	}
	a.pieces = a.pieces[:0]
}

// fill sets what the network found of tokens that start at index base of their
// sentence; first is the number of the first word there.
func (a *Analyzer) fill(d *Document, tokens []Token, base int16, first int) {
	r := a.run
	for i := range tokens {
		t := &tokens[i]
		g := &a.m.tags[r.Tags[first+i]]
		t.UPOS, t.XPOS, t.Feats = g.upos, g.xpos, g.feats
		t.Rel = a.m.rels[r.Rels[first+i]]
		t.Head = int16(r.Heads[first+i]) - 1
		if t.Head >= 0 {
			t.Head += base
		}
	}
	for i := range tokens {
		tokens[i].Lemma = a.lemma(d, tokens, i, base)
	}
}

// join hangs the roots of all pieces of a sentence on that of the first.
func (s *Sentence) join() {
	if len(s.Tokens) <= maxSentence {
		return
	}
	first := int16(-1)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch {
		case t.Head >= 0:
		case first < 0:
			first = int16(i)
		default:
			t.Head, t.Rel = first, RelParataxis
		}
	}
}
