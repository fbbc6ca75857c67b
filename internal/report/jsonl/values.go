package jsonl

import (
	"bufio"
	"fmt"
	"io"

	"github.com/chancery-project/chancery/internal/report"
)

// values gives the objects of an array, or objects behind one another. It only
// matches brackets and strings; whether an object is good JSON is seen when it
// is decoded.
type values struct {
	r     *bufio.Reader
	limit int
	line  int
	began bool // the opening bracket of an array, or an object, has been seen
	array bool
	buf   []byte
}

// reached is nowhere: an array can only be read from its beginning.
func (v *values) reached() report.Place { return report.Place{} }

func (v *values) next() ([]byte, int, error) {
	for {
		c, err := v.r.ReadByte()
		if err == io.EOF && v.array {
			return nil, v.line, broken("the array ends too early; get the whole file again")
		}
		if err != nil {
			return nil, v.line, err
		}
		switch {
		case c == '\n':
			v.line++
		case c == ' ' || c == '\t' || c == '\r' || c == ',' && v.began:
		case c == '[' && !v.began:
			v.began, v.array = true, true
		case c == ']' && v.array:
			v.array = false
		case c == '{':
			v.began = true
			start := v.line
			raw, err := v.object()
			return raw, start, err
		default:
			return nil, v.line, broken(fmt.Sprintf("found %q where a JSON object should start; nothing behind it was read", c))
		}
	}
}

// object reads to the bracket that closes the object just opened.
func (v *values) object() ([]byte, error) {
	v.buf = append(v.buf[:0], '{')
	depth, inString, size := 1, false, 1
	for depth > 0 {
		c, err := v.r.ReadByte()
		if err == io.EOF {
			return nil, broken("the last object ends too early; get the whole file again")
		}
		if err != nil {
			return nil, err
		}
		switch {
		case c == '\n':
			v.line++
		case c == '"':
			inString = !inString
		case inString && c == '\\':
			v.keep(c, &size)
			if c, err = v.r.ReadByte(); err != nil {
				return nil, broken("the last object ends too early; get the whole file again")
			}
		case inString:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		v.keep(c, &size)
	}
	if size > v.limit {
		return nil, errTooLong
	}
	return v.buf, nil
}

func (v *values) keep(c byte, size *int) {
	if *size++; *size <= v.limit {
		v.buf = append(v.buf, c)
	}
}

// broken is the end of what can be read of this input.
func broken(reason string) error {
	return &report.Failure{Reason: reason, Kind: report.ErrInvalid}
}
