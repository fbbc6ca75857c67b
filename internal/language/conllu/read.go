package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
)

// Reader reads sentences one by one.
type Reader struct {
	lines *bufio.Scanner
	line  int
}

// NewReader reads from r, which must not be compressed.
func NewReader(r io.Reader) *Reader {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 64<<10), 4<<20)
	return &Reader{lines: s}
}

// Read gives the next sentence, or io.EOF. Any other error names the line and
// ends the reading. Tags and relations that the language room does not know
// come out as none; heads outside the sentence are errors.
func (r *Reader) Read() (*Sentence, error) {
	s := &Sentence{}
	for r.lines.Scan() {
		r.line++
		line := strings.TrimSuffix(r.lines.Text(), "\r")
		switch {
		case line == "" && len(s.Words) == 0:
			continue // further empty lines, and comments without words
		case line == "":
			return s, r.check(s)
		case line[0] == '#':
			comment(s, line[1:])
		default:
			if err := r.word(s, line); err != nil {
				return nil, fmt.Errorf("conllu: line %d: %w", r.line, err)
			}
		}
	}
	if err := r.lines.Err(); err != nil {
		return nil, fmt.Errorf("conllu: line %d: %w", r.line+1, err)
	}
	if len(s.Words) == 0 {
		return nil, io.EOF
	}
	return s, r.check(s)
}

// ReadAll reads to the end.
func ReadAll(in io.Reader) ([]*Sentence, error) {
	r := NewReader(in)
	var all []*Sentence
	for {
		s, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
}

func comment(s *Sentence, line string) {
	key, value, _ := strings.Cut(line, "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "sent_id":
		s.ID = value
	case "text":
		s.Text = value
	case "newdoc", "newdoc id":
		s.NewDoc = true
	case "newpar", "newpar id":
		s.NewPar = true
	}
}

// word reads a line of ten columns into s.
func (r *Reader) word(s *Sentence, line string) error {
	var col [10]string
	n := 0
	for ; n < 10; n++ {
		field, rest, more := strings.Cut(line, "\t")
		col[n] = field
		if line = rest; !more {
			n++
			break
		}
	}
	if n != 10 || strings.Contains(col[9], "\t") {
		return fmt.Errorf("want 10 columns apart by tabs, got %d", n)
	}
	space := true
	for _, m := range strings.Split(col[9], "|") {
		space = space && m != "SpaceAfter=No"
	}
	switch {
	case strings.Contains(col[0], "."):
		return nil
	case strings.Contains(col[0], "-"):
		first, last, _ := strings.Cut(col[0], "-")
		a, err1 := strconv.Atoi(first)
		b, err2 := strconv.Atoi(last)
		if err1 != nil || err2 != nil || a != len(s.Words)+1 || b <= a || b-a > 1000 {
			return fmt.Errorf("bad range %q after word %d", col[0], len(s.Words))
		}
		s.Spans = append(s.Spans, Span{a, b, col[1], space})
		return nil
	}
	if id, err := strconv.Atoi(col[0]); err != nil || id != len(s.Words)+1 {
		return fmt.Errorf("bad number %q after word %d", col[0], len(s.Words))
	}
	if col[1] == "" {
		return errors.New("empty form")
	}
	w := Word{Form: col[1], Lemma: col[2], SpaceAfter: space, Feats: language.ParseFeats(col[5])}
	w.UPOS, _ = language.ParseUPOS(col[3])
	w.XPOS, _ = language.ParseXPOS(col[4])
	w.Rel, _ = language.ParseRel(col[7])
	if col[6] != "_" {
		head, err := strconv.Atoi(col[6])
		if err != nil || head < 0 {
			return fmt.Errorf("bad head %q", col[6])
		}
		w.Head = head
	}
	s.Words = append(s.Words, w)
	return nil
}

// check looks for references outside the sentence.
func (r *Reader) check(s *Sentence) error {
	for i, w := range s.Words {
		if w.Head > len(s.Words) {
			return fmt.Errorf("conllu: sentence %q before line %d: head %d of word %d is outside", s.ID, r.line, w.Head, i+1)
		}
	}
	if k := len(s.Spans); k > 0 && s.Spans[k-1].Last > len(s.Words) {
		return fmt.Errorf("conllu: sentence %q before line %d: range %d-%d is outside", s.ID, r.line, s.Spans[k-1].First, s.Spans[k-1].Last)
	}
	return nil
}
