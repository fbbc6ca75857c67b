package jsonl

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/chancery-project/chancery/internal/report"
)

// lines gives the lines of a stream that are not blank.
type lines struct {
	r     *bufio.Reader
	limit int
	line  int
	at    int64  // bytes read
	entry int    // lines that were not blank
	buf   []byte // a line longer than the reader's buffer
}

// begin goes to a place.
func (l *lines) begin(from report.Place) error {
	for left := from.Offset; left > 0; {
		n, err := l.r.Discard(int(min(left, 1<<30)))
		if left -= int64(n); err != nil {
			return fmt.Errorf("it is shorter than what was read of it before: %w", err)
		}
	}
	l.line, l.at, l.entry = from.Line, from.Offset, from.Entry
	return nil
}

func (l *lines) reached() report.Place {
	return report.Place{Offset: l.at, Line: l.line, Entry: l.entry}
}

func (l *lines) next() ([]byte, int, error) {
	for {
		l.line++
		raw, err := l.read()
		if err != nil {
			if err == errTooLong {
				l.entry++
			}
			return nil, l.line, err
		}
		if raw = bytes.TrimSpace(raw); len(raw) > 0 {
			l.entry++
			return raw, l.line, nil
		}
	}
}

// read gives one line with its end. A line over the limit is read to its end
// and dropped, so memory stays within the limit.
func (l *lines) read() ([]byte, error) {
	raw, err := l.r.ReadSlice('\n')
	l.at += int64(len(raw))
	if err != bufio.ErrBufferFull {
		return l.short(raw, err)
	}
	l.buf = append(l.buf[:0], raw...)
	tooLong := false
	for err == bufio.ErrBufferFull {
		raw, err = l.r.ReadSlice('\n')
		l.at += int64(len(raw))
		if tooLong = tooLong || len(l.buf)+len(raw) > l.limit; !tooLong {
			l.buf = append(l.buf, raw...)
		}
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case tooLong:
		return nil, errTooLong
	}
	return l.buf, nil
}

// short judges a line that fits the reader's buffer. The last line of a
// stream passes without its end.
func (l *lines) short(raw []byte, err error) ([]byte, error) {
	switch {
	case err == io.EOF && len(raw) == 0, err != nil && err != io.EOF:
		return nil, err
	case len(raw) > l.limit:
		return nil, errTooLong
	}
	return raw, nil
}
