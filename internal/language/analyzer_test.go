package language

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
)

func analyzer(t testing.TB) *Analyzer {
	t.Helper()
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// parsed prints word/lemma/tag:relation(head).
func parsed(d *Document, s *Sentence) string {
	var b strings.Builder
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head := "ROOT"
		if t.Head >= 0 {
			head = d.Word(&s.Tokens[t.Head])
		}
		fmt.Fprintf(&b, "%s/%s/%s:%s(%s) ", d.Word(t), t.Lemma, t.XPOS, t.Rel, head)
	}
	return b.String()
}

// Each want must stand in the parse of the text.
func TestParse(t *testing.T) {
	a := analyzer(t)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "The ministers met in Vienna.", []string{"ministers/minister/NNS:nsubj(met)", "met/meet/VBD:root(ROOT)", "Vienna/Vienna/NNP:obl(met)"}},
		{"passive", "The envoy was received by the king.", []string{"envoy/envoy/NN:nsubj:pass(received)", "king/king/NN:obl:agent(received)"}},
		{"relative clause", "The leader, who had visited Rome in May, returned home.", []string{"visited/visit/VBN:acl:relcl(leader)", "leader/leader/NN:nsubj(returned)"}},
		{"speech", "She said the talks would be held in Oslo next week.", []string{"held/hold/VBN:ccomp(said)", "talks/talk/NNS:nsubj:pass(held)", "week/week/NN:obl:unmarked(held)"}},
		{"title and name", "Austrian Foreign Minister Alois Mock arrived in Warsaw on Monday.", []string{"Austrian/Austrian/JJ:amod(Minister)", "Warsaw/Warsaw/NNP:obl(arrived)"}},
		{"infinitive", "The king invited the president to visit Jordan.", []string{"president/president/NN:obj(invited)", "visit/visit/VB:", "Jordan/Jordan/NNP:obj(visit)"}},
		{"capitals", "MINISTERS MEET IN VIENNA", []string{"MINISTERS/minister/NNS:nsubj(MEET)", "VIENNA/VIENNA/NNP:obl(MEET)"}},
		{"curly marks", "“We’ll come,” the minister’s aide said.", []string{"’ll/will/MD:aux(come)", "’s/'s/POS:case(minister)", "come/come/VB:ccomp(said)"}},
		{"perfect and copula", "He's left Rome, she's here.", []string{"'s/have/VBZ:aux(left)", "'s/be/VBZ:cop(here)"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := a.Segment(tt.text)
			a.Parse(d, &d.Sentences[0])
			got := parsed(d, &d.Sentences[0])
			for _, w := range tt.want {
				if !strings.Contains(got, w) {
					t.Errorf("%s\ngot  %s\nwant %s", tt.text, got, w)
				}
			}
		})
	}
}

func TestFeatures(t *testing.T) {
	a := analyzer(t)
	d := a.Segment("She visits them.")
	a.Parse(d, &d.Sentences[0])
	tok := d.Sentences[0].Tokens
	if f := tok[1].Feats; !f.Has(VerbFormFin | TensePres | Person3 | NumberSing) {
		t.Errorf("visits: %s", f)
	}
	if f := tok[2].Feats; !f.Has(Person3 | NumberPlur | CaseAcc) {
		t.Errorf("them: %s", f)
	}
	if f := ParseFeats(tok[1].Feats.String()); f != tok[1].Feats {
		t.Errorf("%s read back is %s", tok[1].Feats, f)
	}
}

func TestFlags(t *testing.T) {
	var d Document
	Segment("Mr. Modis met NATO's 32 envoys.", &d)
	for word, want := range map[string]Flags{
		"Modis":  FlagUpper | FlagSpaceBefore | FlagPossiblePossessive,
		"NATO":   FlagUpper | FlagAllCaps | FlagSpaceBefore,
		"'s":     FlagClitic,
		"32":     FlagDigit | FlagSpaceBefore,
		"envoys": FlagSpaceBefore,
	} {
		found := false
		for i := range d.Sentences[0].Tokens {
			if tok := &d.Sentences[0].Tokens[i]; d.Word(tok) == word {
				found = true
				if tok.Flags != want {
					t.Errorf("%s: flags %b, want %b", word, tok.Flags, want)
				}
			}
		}
		if !found {
			t.Errorf("no token %q", word)
		}
	}
}

// Trees are trees, whatever the text; parsing twice changes nothing; the
// analyzers of several goroutines agree.
func TestParseIsATree(t *testing.T) {
	texts := []string{newsProse, "x", "... !!! ???", strings.Repeat("and ", 2500), "\xff\xfe \x00 a", "日本 と 中国 の 首脳", "(((", "A B C D E F G"}
	want := make([]string, len(texts))
	for i, text := range texts {
		a := analyzer(t)
		want[i] = trees(t, a, text)
	}
	var wg sync.WaitGroup
	for range 3 {
		a := analyzer(t)
		wg.Go(func() {
			for i, text := range texts {
				if got := trees(t, a, text); got != want[i] {
					t.Errorf("%.40q: got\n%s\nbefore\n%s", text, got, want[i])
				}
			}
		})
	}
	wg.Wait()
}

func trees(t *testing.T, a *Analyzer, text string) string {
	var b strings.Builder
	d := a.Segment(text)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		a.Parse(d, s)
		once := parsed(d, s)
		a.Parse(d, s)
		if again := parsed(d, s); again != once {
			t.Errorf("parsing again changes\n%s\nto\n%s", once, again)
		}
		checkTree(t, d, s)
		b.WriteString(once + "\n")
	}
	return b.String()
}

func checkTree(t *testing.T, d *Document, s *Sentence) {
	roots := 0
	for i := range s.Tokens {
		tok := &s.Tokens[i]
		if tok.Head < 0 {
			roots++
		}
		if (tok.Head < 0) != (tok.Rel == RelRoot) || tok.UPOS == NoUPOS || tok.Lemma == "" {
			t.Errorf("%.60q: token %d: %+v", d.Text, i, tok)
		}
		k := i
		for n := 0; k >= 0; n++ {
			if n > len(s.Tokens) {
				t.Fatalf("%.60q: token %d is in a cycle", d.Text, i)
			}
			k = int(s.Tokens[k].Head)
		}
	}
	if roots != 1 {
		t.Errorf("%.60q: %d roots", d.Text, roots)
	}
}

// Sentences parsed together have the trees that they have alone.
func TestParseTogether(t *testing.T) {
	a := analyzer(t)
	d := a.Segment(newsProse)
	var alone, together strings.Builder
	for i := range d.Sentences {
		a.Parse(d, &d.Sentences[i])
		alone.WriteString(parsed(d, &d.Sentences[i]) + "\n")
	}
	d = a.Segment(newsProse)
	var all []*Sentence
	for i := range d.Sentences {
		all = append(all, &d.Sentences[i])
	}
	a.Parse(d, all...)
	for _, s := range all {
		checkTree(t, d, s)
		together.WriteString(parsed(d, s) + "\n")
	}
	if alone.String() != together.String() {
		t.Errorf("alone:\n%s\ntogether:\n%s", alone.String(), together.String())
	}
}

// A document that was not made by Segment may have longer sentences.
func TestParseLongSentence(t *testing.T) {
	a := analyzer(t)
	d := &Document{Text: strings.Repeat("talks ", 2300)}
	s := Sentence{End: int32(len(d.Text))}
	for i := range 2300 {
		s.Tokens = append(s.Tokens, Token{Start: int32(6 * i), End: int32(6*i + 5)})
	}
	d.Sentences = []Sentence{s}
	a.Parse(d, &d.Sentences[0])
	checkTree(t, d, &d.Sentences[0])
}

func TestParseAllocations(t *testing.T) {
	a := analyzer(t)
	tokens := 0
	run := func() {
		d := a.Segment(newsProse)
		tokens = 0
		for i := range d.Sentences {
			a.Parse(d, &d.Sentences[i])
			tokens += len(d.Sentences[i].Tokens)
		}
	}
	run()
	if n := testing.AllocsPerRun(5, run); n > float64(tokens)/10 {
		t.Errorf("%v allocations for %d tokens seen before", n, tokens)
	}
}

func BenchmarkParse(b *testing.B) {
	text := newsProse
	if p := os.Getenv("CHANCERY_NEWS"); p != "" { // a large text file
		raw, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		text = string(raw)
	}
	a := analyzer(b)
	tokens := 0
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var all []*Sentence
	for b.Loop() {
		d := a.Segment(text)
		all = all[:0]
		for i := range d.Sentences {
			all = append(all, &d.Sentences[i])
			tokens += len(d.Sentences[i].Tokens)
		}
		a.Parse(d, all...)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkLoad is the cost of the first New.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := readModel(englishLexicon, englishNet, englishSplitter, englishLemmas); err != nil {
			b.Fatal(err)
		}
	}
}
