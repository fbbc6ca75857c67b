package lemma

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Learner counts words with their tags and lemmas.
type Learner struct {
	counts map[string]map[script]float64 // by key
}

// maxEnding is the length of the longest ending that is learned, in bytes.
const maxEnding = 7

// Add counts a word. Tags are numbers below 60.
func (l *Learner) Add(word string, tag byte, lemma string, weight float64) {
	if l.counts == nil {
		l.counts = map[string]map[script]float64{}
	}
	if word == "" || lemma == "" || len(word) > maxWord || strings.ContainsAny(word+lemma, "\n\t") {
		return
	}
	word, lemma = straight(word), straight(lemma)
	s := scriptOf(word, lemma)
	low := wholeMark + string(appendLower(nil, word))
	c := capitals(word)
	add := func(ending string) {
		k := string(key(nil, tag, c, ending))
		if l.counts[k] == nil {
			l.counts[k] = map[script]float64{}
		}
		l.counts[k][s] += weight
	}
	add(low)
	for n := 0; n <= maxEnding && n < len(low); n++ {
		add(low[len(low)-n:])
	}
}

// scriptOf gives the script that cuts least.
func scriptOf(word, lemma string) script {
	plain := scriptFrom(word, lemma, false)
	if lower := scriptFrom(strings.ToLower(word), lemma, true); lower.cut+len(lower.add) < plain.cut+len(plain.add) {
		return lower
	}
	return plain
}

func scriptFrom(word, lemma string, lower bool) script {
	n := 0
	for n < len(word) && n < len(lemma) && word[n] == lemma[n] {
		n++
	}
	return script{lower, len(word) - n, lemma[n:]}
}

// Encode gives the bytes of a table that holds, of all endings and words,
// those that tell more than a shorter ending does.
func (l *Learner) Encode() []byte {
	var keys []string
	for k := range l.counts {
		keys = append(keys, k)
	}
	// Shorter endings first; whole words last.
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	rules := map[string]script{}
	for _, pass := range []bool{false, true} {
		for _, k := range keys {
			if whole := strings.HasPrefix(k[2:], wholeMark); whole != pass {
				continue
			}
			s, n := mostOf(l.counts[k])
			if !pass && n < 2 && len(k) > 2 {
				continue
			}
			if inherited, ok := longest(rules, k); !ok || inherited != s {
				rules[k] = s
			}
		}
	}
	return write(rules)
}

// longest gives the script of the longest proper ending of k in rules.
func longest(rules map[string]script, k string) (script, bool) {
	for i := 3; i <= len(k); i++ {
		if s, ok := rules[k[:2]+k[i:]]; ok {
			return s, true
		}
	}
	return script{}, false
}

// mostOf gives the most frequent script and how often it was seen.
func mostOf(counts map[script]float64) (script, float64) {
	var all []script
	for s := range counts {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b script) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.cut, b.cut), cmp.Compare(a.add, b.add), cmp.Compare(number(a.lower), number(b.lower)))
	})
	return all[0], counts[all[0]]
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// write gives the lines of a table: the scripts, an empty line, the rules
// with the numbers of their scripts.
func write(rules map[string]script) []byte {
	numbers := map[script]int{}
	var scripts []script
	var keys []string
	for k := range rules {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if _, ok := numbers[rules[k]]; !ok {
			numbers[rules[k]] = len(scripts)
			scripts = append(scripts, rules[k])
		}
	}
	var b strings.Builder
	fmt.Fprintln(&b, magic)
	for _, s := range scripts {
		fmt.Fprintf(&b, "%d %d %s\n", number(s.lower), s.cut, s.add)
	}
	fmt.Fprintln(&b)
	for _, k := range keys {
		fmt.Fprintf(&b, "%c%c%s\t%d\n", k[0]+'A', k[1]+'0', k[2:], numbers[rules[k]])
	}
	return []byte(b.String())
}
