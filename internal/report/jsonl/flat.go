package jsonl

import (
	"bytes"
	"encoding/json"
	"strings"
)

// unmarshal does what json.Unmarshal does for an object. Most lines of the
// archives that people have are flat objects of strings, and those are read
// here several times as fast.
func unmarshal(raw []byte, o *object) error {
	if flat(raw, o) {
		return nil
	}
	*o = object{}
	return json.Unmarshal(raw, o)
}

// flat reads an object of strings. It gives up, with o half filled, where
// anything is other than plain: another value, a key that is written otherwise
// than usual, an escape of a letter, a mistake.
func flat(raw []byte, o *object) bool {
	rest, ok := token(raw, '{')
	for ok {
		var key, value string
		if key, rest, ok = text(rest); !ok {
			return false
		}
		if rest, ok = token(rest, ':'); !ok {
			return false
		}
		if value, rest, ok = text(rest); !ok {
			return false
		}
		switch key {
		case "id":
			o.ID = value
		case "outlet":
			o.Outlet = value
		case "url":
			o.URL = value
		case "published":
			o.Published = value
		case "title":
			o.Title = value
		case "text":
			o.Text = value
		default:
			if known(key) {
				return false
			}
		}
		if rest, ok = token(rest, ','); !ok {
			rest, ok = token(rest, '}')
			return ok && len(blank(rest)) == 0
		}
	}
	return false
}

// known tells whether a key is that of a field to json.Unmarshal, which does
// not mind its capitals.
func known(key string) bool {
	for _, k := range [...]string{"id", "outlet", "url", "published", "title", "text"} {
		if strings.EqualFold(k, key) {
			return true
		}
	}
	return false
}

// token takes a mark off the front, with the white space before it.
func token(b []byte, mark byte) (rest []byte, ok bool) {
	b = blank(b)
	if len(b) == 0 || b[0] != mark {
		return b, false
	}
	return b[1:], true
}

func blank(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\t' || b[0] == '\n' || b[0] == '\r') {
		b = b[1:]
	}
	return b
}

// text takes a string off the front.
func text(b []byte) (s string, rest []byte, ok bool) {
	if b, ok = token(b, '"'); !ok {
		return "", b, false
	}
	end, plain := 0, true
	for ; ; end++ {
		if end >= len(b) || b[end] < ' ' {
			return "", b, false
		}
		if b[end] == '"' {
			break
		}
		if b[end] == '\\' {
			plain = false
			end++
		}
	}
	rest = b[end+1:]
	if plain {
		return string(b[:end]), rest, true
	}
	var out strings.Builder
	out.Grow(end)
	for b = b[:end]; ; {
		at := bytes.IndexByte(b, '\\')
		if at < 0 {
			out.Write(b)
			return out.String(), rest, true
		}
		is := strings.IndexByte(escapes, b[at+1])
		if is < 0 {
			return "", rest, false
		}
		out.Write(b[:at])
		out.WriteByte(meanings[is])
		b = b[at+2:]
	}
}

// What stands behind a backslash, and what it means.
const (
	escapes  = `"\/bfnrt`
	meanings = "\"\\/\b\f\n\r\t"
)
