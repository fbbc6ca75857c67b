package language

import "strings"

// word cuts text[i:j], which starts and ends with a letter or digit (or keeps
// its full stop), at the marks inside it, and each part at its clitics.
func (c *cutter) word(i, j int) {
	s := c.text
	p := i // start of the open part
	for k := i; k < j; {
		cl, n := classAt(s, k)
		cut := 0 // length of a mark that is cut out
		switch cl {
		case digit:
		case letter:
			if k > p && unitAt(s, p, k, j) {
				c.emit(p, k, 0)
				p = k
			}
		case dot:
			if k+1 < j && s[k+1] == '.' {
				cut = 2
				for k+cut < j && s[k+cut] == '.' {
					cut++
				}
			} else if initialAt(s, p, k, j) {
				c.emit(p, k+1, 0)
				p = k + 1
			}
		case apo:
		case hyphen:
			switch {
			case k+n < j && s[k+n] == '-':
				cut = 2
				for k+cut < j && s[k+cut] == '-' {
					cut++
				}
			case k > p && cutHyphen(s, i, p, k, j):
				cut = n
			}
		default:
			switch {
			case s[k] == '$' && k > p:
				c.emit(p, k+1, 0)
				p = k + 1
			case !holds(s, p, k, n, j):
				cut = n
			}
		}
		if cut > 0 {
			c.part(p, k)
			c.emit(k, k+cut, 0)
			p = k + cut
			n = cut
		}
		k += n
	}
	c.part(p, j)
}

// initialAt reports whether the full stop at k ends an initial that is written
// together with the name behind it: "D.Tsogtbaatar", "Kh.Battulga".
func initialAt(s string, p, k, j int) bool {
	if k-p < 1 || k-p > 2 || s[p] < 'A' || s[p] > 'Z' || k-p == 2 && (s[p+1] < 'a' || s[p+1] > 'z') {
		return false
	}
	if k+5 >= j || s[k+1] < 'A' || s[k+1] > 'Z' {
		return false
	}
	for _, b := range []byte(s[k+2 : k+6]) {
		if b < 'a' || b > 'z' {
			return false
		}
	}
	return true
}

// holds reports whether the mark of n bytes at s[k:] stays inside the word
// whose open part starts at p and that ends at j.
func holds(s string, p, k, n, j int) bool {
	if k == p || k+n >= j {
		return k == p && (s[k] == '#' || s[k] == '@')
	}
	before, after := classes[s[k-1]], classes[s[k+n]]
	switch s[k] {
	case ',', ':':
		return before == digit && after == digit
	case '/':
		if before == digit && after == digit {
			return true
		}
		// "w/o", "I/C", but "and/or", "Reuters/AFP"
		return before == letter && after == letter && (k-p == 1 || k+2 >= j)
	case '&', '@', '*', '+', '^', '\\', '~':
		return true
	case '#':
		return false
	}
	return strings.HasPrefix(s[k:], "°") || strings.HasPrefix(s[k:], "·")
}

// units are what stands after a number without white space and is cut off:
// "5pm", "10km", "$3bn".
var units = map[string]bool{
	"am": true, "pm": true, "AM": true, "PM": true, "a.m": true, "p.m": true, "km": true, "kg": true, "mm": true, "cm": true, "ft": true,
	"k": true, "K": true, "m": true, "M": true, "mn": true, "bn": true, "tn": true, "mln": true, "bln": true, "B": true, "mph": true, "kph": true,
	"lb": true, "lbs": true, "hrs": true, "hr": true, "min": true, "mins": true, "sec": true, "secs": true, "GB": true, "MB": true, "TB": true,
	"MW": true, "GW": true, "kW": true, "kWh": true, "Hz": true, "GHz": true, "MHz": true, "ha": true, "oz": true, "percent": true,
	"million": true, "billion": true, "trillion": true,
}

// unitAt reports whether s[p:k] is a number and s[k:j] a unit.
func unitAt(s string, p, k, j int) bool {
	if classes[s[k-1]] != digit || classes[s[p]] != digit && s[p] != '.' {
		return false
	}
	end := k
	for end < j && (classes[s[end]] == letter || s[end] == '.' && end+1 < j) {
		end++
	}
	if end-k > 8 || !units[strings.TrimSuffix(s[k:end], ".")] {
		return false
	}
	for ; p < k; p++ {
		if classes[s[p]] != digit && s[p] != '.' && s[p] != ',' && s[p] != ':' {
			return false
		}
	}
	return true
}
