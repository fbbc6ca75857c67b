package conllu

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
)

const sample = `# newdoc id = sample
# newpar
# sent_id = s1
# text = Vienna's ministers don't meet.
1-2	Vienna's	_	_	_	_	_	_	_	_
1	Vienna	Vienna	PROPN	NNP	Number=Sing	3	nmod:poss	_	_
2	's	's	PART	POS	_	1	case	_	_
3	ministers	minister	NOUN	NNS	Number=Plur	6	nsubj	_	_
4-5	don't	_	_	_	_	_	_	_	_
4	do	do	AUX	VBP	Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin	6	aux	_	_
5	n't	not	PART	RB	Polarity=Neg	6	advmod	_	_
6	meet	meet	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
6.1	meet	meet	VERB	VB	_	_	_	0:root	_
7	.	.	PUNCT	.	_	6	punct	_	_

`

func TestRead(t *testing.T) {
	all, err := ReadAll(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || len(all[0].Words) != 7 || len(all[0].Spans) != 2 || !all[0].NewDoc || !all[0].NewPar {
		t.Fatalf("got %d sentences: %+v", len(all), all)
	}
	w := all[0].Words[2]
	if w.Form != "ministers" || w.Lemma != "minister" || w.UPOS != language.NOUN || w.XPOS != language.XPOSNNS || w.Feats != language.NumberPlur || w.Head != 6 || w.Rel != language.RelNsubj {
		t.Errorf("word 3: %+v", w)
	}
	if got, want := all[0].Document().Text, "Vienna's ministers don't meet."; got != want {
		t.Errorf("text of the words: got %q, want %q", got, want)
	}
}

func TestReadErrors(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"columns", "1\tA\ta\n", "line 1"},
		{"number", "2\tA\ta\tX\tX\t_\t0\troot\t_\t_\n", "bad number"},
		{"head", "1\tA\ta\tX\tX\t_\tx\troot\t_\t_\n", "bad head"},
		{"head outside", "1\tA\ta\tX\tX\t_\t7\troot\t_\t_\n\n", "outside"},
		{"range", "3-4\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", "bad range"},
		{"range outside", "1-9\tAB\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\ta\tX\tX\t_\t0\troot\t_\t_\n\n", "outside"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadAll(strings.NewReader(tt.in))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// What Write writes, Read reads back.
func TestWriteThenRead(t *testing.T) {
	a, err := language.New()
	if err != nil {
		t.Fatal(err)
	}
	d := a.Segment("Vienna's ministers don't meet. They talked (by telephone) on Monday.\n\nNobody came.")
	for i := range d.Sentences {
		a.Parse(d, &d.Sentences[i])
	}
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	all, err := ReadAll(&b)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != len(d.Sentences) || !all[0].NewDoc || !all[2].NewPar {
		t.Fatalf("got %d sentences, want %d with a new paragraph at the last", len(all), len(d.Sentences))
	}
	for i, s := range all {
		for k, w := range s.Words {
			tok := &d.Sentences[i].Tokens[k]
			if w.Form != d.Word(tok) || w.Lemma != tok.Lemma || w.UPOS != tok.UPOS || w.XPOS != tok.XPOS || w.Feats != tok.Feats || w.Head != int(tok.Head)+1 || w.Rel != tok.Rel {
				t.Errorf("sentence %d word %d: got %+v, want %+v", i, k, w, tok)
			}
		}
		if got, want := s.Document().Text, d.Text[d.Sentences[i].Start:d.Sentences[i].End]; got != want {
			t.Errorf("sentence %d: got %q, want %q", i, got, want)
		}
	}
}

func TestWriteTree(t *testing.T) {
	a, err := language.New()
	if err != nil {
		t.Fatal(err)
	}
	d := a.Segment("The ministers met in Vienna.")
	a.Parse(d, &d.Sentences[0])
	var b bytes.Buffer
	if err := WriteTree(&b, d); err != nil {
		t.Fatal(err)
	}
	want := `The ministers met in Vienna.
met  VBD root
├─ ministers  NNS nsubj
│  └─ The  DT det
├─ Vienna  NNP obl
│  └─ in  IN case
└─ .  . punct
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// The reader takes no words out of the blue: every form, head and range that
// it gives lies inside its sentence, and the words of a sentence can be made a
// document whose words are the forms.
func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("1\tA\ta\tX\tX\t_\t0\troot\t_\tSpaceAfter=No\n\n\n# text = x\n"))
	f.Add([]byte("1-2\tAB\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n2\tB\t_\t_\t_\t_\t1\tdep\t_\t_\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		all, err := ReadAll(bytes.NewReader(in))
		if err != nil {
			return
		}
		for _, s := range all {
			d := s.Document()
			for i, w := range s.Words {
				if w.Form == "" || w.Head < 0 || w.Head > len(s.Words) {
					t.Fatalf("word %d: %+v", i+1, w)
				}
				if got := d.Word(&d.Sentences[0].Tokens[i]); got != w.Form {
					t.Fatalf("word %d: document has %q, want %q", i+1, got, w.Form)
				}
			}
			for _, m := range s.Spans {
				if m.First < 1 || m.Last > len(s.Words) || m.First >= m.Last {
					t.Fatalf("range %+v of %d words", m, len(s.Words))
				}
			}
		}
	})
}

// The raw text has the spaces of the treebank, and a blank line where a
// document begins: by a comment, or by the ids of the sentences.
func TestRaw(t *testing.T) {
	plain := func(id, form string, space bool) *Sentence {
		return &Sentence{ID: id, Words: []Word{{Form: form, SpaceAfter: space}, {Form: ".", SpaceAfter: space}}}
	}
	first, err := ReadAll(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		all    []*Sentence
		text   string
		starts []int
	}{
		{"surface tokens", first, "Vienna's ministers don't meet. ", []int{0}},
		{"spaces", []*Sentence{plain("a-1", "One", false), plain("a-2", "Two", true)}, "One.Two . ", []int{0, 4}},
		{"ids", []*Sentence{plain("a-9", "One", true), plain("b-1", "Two", true)}, "One . \n\nTwo . ", []int{0, 8}},
		{"ids without numbers", []*Sentence{plain("a", "One", true), plain("b", "Two", true)}, "One . Two . ", []int{0, 6}},
		{"comments", []*Sentence{plain("1", "One", true), {NewPar: true, Words: []Word{{Form: "Two"}}}}, "One . \n\nTwo", []int{0, 8}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, starts := Raw(tt.all)
			if text != tt.text || !slices.Equal(starts, tt.starts) {
				t.Errorf("got %q, starts %v; want %q, %v", text, starts, tt.text, tt.starts)
			}
		})
	}
}
