package language

// part emits text[p:q], a word without marks to cut out, and cuts it before
// its clitics: "Modi" "'s", "do" "n't", "can" "not".
func (c *cutter) part(p, q int) {
	if p >= q {
		return
	}
	s := c.text
	at := cliticAt(s[p:q])
	if at == 0 {
		c.emit(p, q, 0)
		return
	}
	cut := p + at
	if again := cliticAt(s[p:cut]); again > 0 { // "wouldn't've"
		c.emit(p, p+again, 0)
		c.emit(p+again, cut, FlagClitic)
	} else {
		c.emit(p, cut, 0)
	}
	c.emit(cut, q, FlagClitic)
}

// apoLen gives the length of the apostrophe at s[i:], or 0.
func apoLen(s string, i int) int {
	if i < 0 || i >= len(s) {
		return 0
	}
	if cl, n := classAt(s, i); cl == apo {
		return n
	}
	return 0
}

// cliticAt gives where the last clitic of w starts, or 0.
func cliticAt(w string) int {
	if irregular(w) {
		return irregularAt(w)
	}
	n := len(w)
	// 's 'm 'd and n't; 're 've 'll: one or two letters after the apostrophe,
	// which is one byte or (’) three.
	for _, letters := range [...]int{1, 2} {
		for _, mark := range [...]int{1, 3} {
			at := n - letters - mark
			if at < 1 || apoLen(w, at) != mark {
				continue
			}
			switch a, b := w[n-letters]|0x20, w[n-1]|0x20; {
			case letters == 1 && a == 't' && w[at-1]|0x20 == 'n' && at > 1:
				return at - 1
			case letters == 1 && (a == 's' || a == 'm' || a == 'd'):
				if classes[w[at-1]] == digit && at == 2 || at == 4 && classes[w[0]] == digit && classes[w[3]] == digit {
					return 0 // "80's", "1990's"
				}
				return at
			case letters == 2 && (a == 'r' && b == 'e' || a == 'v' && b == 'e' || a == 'l' && b == 'l'):
				return at
			}
		}
	}
	return 0
}

// irregulars are words of two syntactic words that are spelt as one, in lower
// case, with the length of the first.
var irregulars = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "arent": 3, "wasnt": 3, "werent": 4,
	"hasnt": 3, "havent": 4, "hadnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
}

// irregular reports whether w is one of the irregulars.
func irregular(w string) bool { return irregularAt(w) > 0 }

func irregularAt(w string) int {
	if len(w) < 4 || len(w) > 8 {
		return 0
	}
	switch w[len(w)-1] | 0x20 {
	case 't', 'a':
	default:
		return 0
	}
	var low [8]byte
	for i := 0; i < len(w); i++ {
		low[i] = w[i] | 0x20
	}
	return irregulars[string(low[:len(w)])]
}
