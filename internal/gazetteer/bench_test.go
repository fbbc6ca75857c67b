package gazetteer

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/language"
)

// newsProse are sentences of our own in the manner of news agencies.
var newsProse = []string{
	"MOSCOW, March 3 - Soviet Foreign Minister Eduard Shevardnadze will visit Australia, Indonesia, Thailand, Laos, Cambodia and Vietnam this month, the Foreign Ministry spokesman said on Tuesday.",
	"French President Emmanuel Macron flew to Yerevan on Monday for a two-day state visit at the invitation of Armenian Prime Minister Nikol Pashinyan, his office said in a statement.",
	"The ministers agreed that the next round of talks should be held in Geneva before the end of the year, but they did not say which of the documents would be ready by then.",
	"Indian External Affairs Minister S. Jaishankar met his Japanese, Australian and U.S. counterparts on the sidelines of the G20 meeting in New Delhi, where the Quad partners discussed shipping and vaccines.",
	"She told reporters that the price of grain had risen for the third month in a row and that nobody in the village could remember a drier summer.",
	"The Kremlin said the two leaders had spoken by telephone about grain exports and the situation around Nagorno-Karabakh, while Ankara said that Turkish President Recep Tayyip Erdogan had invited the Russian leader to Istanbul.",
	"Prices on the exchange fell by two percent after the central bank kept its rate where it was, traders said, and most of them expect little change before the spring.",
}

func BenchmarkMatch(b *testing.B) {
	g, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	for _, size := range []struct {
		name  string
		times int
	}{{"1KB", 1}, {"100KB", 70}} {
		b.Run(size.name, func(b *testing.B) {
			doc := sentences(strings.Join(newsProse, "\n"), size.times)
			var dst []Match
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				for i := range doc.Sentences {
					dst = g.Match(doc, &doc.Sentences[i], dst[:0])
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := read(tables, packedCities); err != nil {
			b.Fatal(err)
		}
	}
}

// sentences makes a document of the text, repeated: one sentence a line, cut
// into tokens by a plain rule: white space, punctuation and 's.
func sentences(text string, times int) *language.Document {
	text = strings.TrimSuffix(strings.Repeat(text+"\n", times), "\n")
	doc := &language.Document{Text: text}
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		doc.Sentences = append(doc.Sentences, language.Sentence{Start: int32(start), End: int32(end), Tokens: tokens(text, start, end)})
		start = end + 1
	}
	return doc
}

func tokens(text string, start, end int) []language.Token {
	var all []language.Token
	add := func(from, to int) {
		if to > from {
			all = append(all, language.Token{Start: int32(from), End: int32(to)})
		}
	}
	for i := start; i < end; {
		if text[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < end && text[j] != ' ' {
			j++
		}
		next := j
		tail := j // punctuation behind the word stands alone; a stop only at the end
		for tail > i+1 && (strings.ContainsRune(",;:?!\")", rune(text[tail-1])) || text[tail-1] == '.' && tail == end) {
			tail--
		}
		word := tail
		if strings.HasSuffix(text[i:tail], "'s") {
			word -= 2
		}
		add(i, word)
		add(word, tail)
		for k := tail; k < next; k++ {
			add(k, k+1)
		}
		i = next
	}
	return all
}
