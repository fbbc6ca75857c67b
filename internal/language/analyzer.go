package language

import (
	_ "embed"
	"fmt"
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

// Parse sets tags, features, lemmas, heads and relations of the tokens of s, a
// sentence of d. A sentence that is parsed already is left alone. Sentences of
// more tokens than Segment puts into one are parsed in pieces, each of which
// hangs on the root of the first.
func (a *Analyzer) Parse(d *Document, s *Sentence) {
	if s.Parsed {
		return
	}
	first := int16(-1)
	for i := 0; i < len(s.Tokens); i += maxSentence {
		root := a.parse(d, s.Tokens[i:min(i+maxSentence, len(s.Tokens))], int16(i))
		if i == 0 {
			first = root
			continue
		}
		s.Tokens[root].Head, s.Tokens[root].Rel = first, RelParataxis
	}
	s.Parsed = true
}

// parse parses tokens that start at index base of their sentence and gives the
// index of their root there.
func (a *Analyzer) parse(d *Document, tokens []Token, base int16) (root int16) {
	r := a.run
	r.Begin(len(tokens))
	for i := range tokens {
		r.Word(i, d.Word(&tokens[i]))
	}
	r.Run()
	for i := range tokens {
		t := &tokens[i]
		g := &a.m.tags[r.Tags[i]]
		t.UPOS, t.XPOS, t.Feats = g.upos, g.xpos, g.feats
		t.Rel = a.m.rels[r.Rels[i]]
		t.Head = int16(r.Heads[i]) - 1
		if t.Head < 0 {
			root = base + int16(i)
			continue
		}
		t.Head += base
	}
	for i := range tokens {
		tokens[i].Lemma = a.lemma(d, tokens, i, base)
	}
	return root
}
