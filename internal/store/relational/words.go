package relational

import (
	"strings"
	"unicode"

	"github.com/chancery-project/chancery/internal/record"
)

// terms gives the words that a search asks for, folded; words in quotes are
// one term, with a space between them.
func terms(text string) []string {
	var out []string
	for i, part := range strings.Split(record.Fold(text), `"`) {
		run := strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		switch {
		case len(run) == 0:
		case i%2 == 1:
			out = append(out, strings.Join(run, " "))
		default:
			out = append(out, run...)
		}
	}
	return out
}

// nameTerms gives the words under which the engagements of a person are
// found, whatever the spelling of the name.
func nameTerms(person string) []string {
	keys := record.NameKeys(person)
	for i := range keys {
		keys[i] = "name" + keys[i]
	}
	return keys
}

// eventTerms gives words of which the text of every engagement that goes by an
// event's name has all, or, of names such as "Group of 20" and "2+2", which are
// written in several ways, one at least. The name is compared afterwards.
func eventTerms(event string) (out []string, all bool) {
	words, _ := record.EventWords(event)
	for _, w := range words {
		if !strings.ContainsAny(w, "0123456789") {
			out = append(out, terms(w)...)
		}
	}
	if len(out) > 0 || len(words) == 0 {
		return out, true
	}
	return []string{words[0], "g", "group", "2", "two"}, false
}

// words gives the text by which an engagement is searched.
func words(e *record.Engagement) string {
	said := map[string]bool{}
	var b strings.Builder
	add := func(texts ...string) {
		for _, t := range texts {
			if !said[t] {
				said[t] = true
				b.WriteString(t)
				b.WriteByte(' ')
			}
		}
	}
	add(string(e.Kind), e.Country, e.Place, e.Event)
	for _, p := range e.Parties {
		add(p.Country, p.Person, p.Office)
	}
	for i := range e.Mentions {
		add(e.Mentions[i].Said.Place, e.Mentions[i].Said.Event)
	}
	text := record.Fold(b.String())
	for _, p := range e.Parties {
		text += " " + strings.Join(nameTerms(p.Person), " ")
	}
	return text
}

// snippetLength is about how many bytes a snippet has.
const snippetLength = 160

// snippet gives the words around the first of the words searched for, or the
// beginning of the text.
func snippet(text, words string) string {
	at := 0
	low := strings.ToLower(text)
	for _, w := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == '"' || r == ' ' }) {
		if i := strings.Index(low, w); i >= 0 && len(low) == len(text) {
			at = i
			break
		}
	}
	from := max(0, at-snippetLength/3)
	to := min(len(text), from+snippetLength)
	for from > 0 && text[from-1] != ' ' && text[from-1] != '\n' {
		from--
	}
	for to < len(text) && text[to] != ' ' && text[to] != '\n' {
		to++
	}
	out := strings.Join(strings.Fields(text[from:to]), " ")
	if from > 0 {
		out = "… " + out
	}
	if to < len(text) {
		out += " …"
	}
	return out
}
