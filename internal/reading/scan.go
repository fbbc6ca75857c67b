package reading

import "github.com/chancery-project/chancery/internal/reading/lexicon"

// scan lists the sentences that can tell of an engagement: they hold a form of
// a trigger, or name a state or city after "in" as the place somebody is.
// Everything else is never parsed unless a reference leads there.
func (p *page) scan() []int {
	p.candidates = p.candidates[:0]
	var low [32]byte
	for si := range p.doc.Sentences {
		s := &p.doc.Sentences[si]
		hit := false
		for i := range s.Tokens {
			t := &s.Tokens[i]
			w := p.doc.Text[t.Start:t.End]
			if len(w) < 3 && !(len(w) == 2 && (w == "go" || w == "in")) || len(w) > len(low) {
				continue
			}
			for k := 0; k < len(w); k++ {
				c := w[k]
				if 'A' <= c && c <= 'Z' {
					c += 'a' - 'A'
				}
				low[k] = c
			}
			lw := low[:len(w)]
			if lexicon.Announces(string(lw)) || string(lw) == "every" || string(lw) == "turn" || string(lw) == "year" || string(lw) == "annually" || string(lw) == "alternately" {
				hit = true
				break
			}
			if string(lw) == "in" && i+1 < len(s.Tokens) {
				n := &s.Tokens[i+1]
				if p.doc.Text[n.Start:n.End] == "the" && i+2 < len(s.Tokens) {
					n = &s.Tokens[i+2]
				}
				if c := p.doc.Text[n.Start]; c >= 'A' && c <= 'Z' || c >= 0x80 {
					hit = true
					break
				}
			}
		}
		if hit {
			p.candidates = append(p.candidates, si)
		}
	}
	return p.candidates
}
