package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/chancery-project/chancery/internal/language"
	"github.com/chancery-project/chancery/internal/language/conllu"
)

func main() {
	f, _ := os.Open(os.Args[1])
	all, err := conllu.ReadAll(f)
	if err != nil {
		panic(err)
	}
	var text strings.Builder
	gold := map[int]bool{}
	tokEnd := map[int]bool{}
	for i, s := range all {
		if i > 0 && (s.NewDoc || s.NewPar) {
			text.WriteString("\n\n")
		}
		for k := 0; k < len(s.Words); {
			form, space, last := s.Words[k].Form, s.Words[k].SpaceAfter, k+1
			for _, m := range s.Spans {
				if m.First == k+1 {
					form, space, last = m.Form, m.SpaceAfter, m.Last
				}
			}
			text.WriteString(form)
			tokEnd[text.Len()] = true
			if last == len(s.Words) {
				gold[text.Len()] = true
			}
			if space {
				text.WriteByte(' ')
			}
			k = last
		}
	}
	t := text.String()
	var d language.Document
	language.Segment(t, &d)
	mine := map[int]bool{}
	fp, fn := 0, 0
	show := func(k string, e int) {
		a, b := max(0, e-50), min(len(t), e+40)
		fmt.Printf("%s %s ⏎ %s\n", k, strings.ReplaceAll(t[a:e], "\n", "/"), strings.ReplaceAll(t[e:b], "\n", "/"))
	}
	if os.Args[2] == "sent" {
		for _, s := range d.Sentences {
			mine[int(s.End)] = true
			if !gold[int(s.End)] {
				fp++
				show("EXTRA ", int(s.End))
			}
		}
		for i := 0; i <= len(t); i++ {
			if gold[i] && !mine[i] {
				fn++
				show("MISSED", i)
			}
		}
		fmt.Println("extra", fp, "missed", fn, "gold", len(gold))
		return
	}
	for _, s := range d.Sentences {
		for i, tk := range s.Tokens {
			if i+1 < len(s.Tokens) && s.Tokens[i+1].Flags.Has(language.FlagClitic) {
				continue
			}
			mine[int(tk.End)] = true
			if !tokEnd[int(tk.End)] {
				show("EXTRA ", int(tk.End))
			}
		}
	}
	for i := 0; i <= len(t); i++ {
		if tokEnd[i] && !mine[i] {
			show("MISSED", i)
		}
	}
}
