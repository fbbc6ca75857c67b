package warc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
)

// errNotWARC says that a record does not start or go on as the standard says.
var errNotWARC = errors.New("not a WARC record")

// maxHeader is how long one header line may be.
const maxHeader = 64 << 10

// record is one record, its block not yet read.
type record struct {
	kind      string // WARC-Type: "response", "request", "resource" …
	target    string // WARC-Target-URI
	mediaType string // Content-Type of the block
	body      block
}

// skip reads what is left of the block.
func (r *record) skip() error {
	_, err := io.Copy(io.Discard, &r.body)
	return err
}

// archive cuts a stream into records (ISO 28500, clause 4).
type archive struct {
	r     *bufio.Reader
	at    int64 // bytes read
	began int64 // of them before the present record
}

// begin goes to a place between two records.
func (a *archive) begin(from report.Place) error {
	n, err := io.CopyN(io.Discard, a.r, from.Offset)
	a.at = n
	if err == io.EOF {
		err = fmt.Errorf("it is shorter than what was read of it before: %w", io.ErrUnexpectedEOF)
	}
	return err
}

// next gives the next record, once the one before is read or skipped. io.EOF
// is a clean end.
func (a *archive) next() (*record, error) {
	version := ""
	for version == "" { // two line ends stand behind each record
		a.began = a.at
		line, err := a.line()
		if err != nil {
			return nil, err
		}
		version = line
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("%w: starts with %.20q", errNotWARC, version)
	}
	rec, size := &record{}, int64(-1)
	for {
		line, err := a.line()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		if line == "" {
			break
		}
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(key) {
		case "warc-type":
			rec.kind = strings.ToLower(value)
		case "warc-target-uri":
			rec.target = strings.Trim(value, "<>")
		case "content-type":
			rec.mediaType = value
		case "content-length":
			if size, err = strconv.ParseInt(value, 10, 64); err != nil || size < 0 {
				return nil, fmt.Errorf("%w: Content-Length is %.20q", errNotWARC, value)
			}
		}
	}
	if size < 0 {
		return nil, fmt.Errorf("%w: it has no Content-Length", errNotWARC)
	}
	rec.body = block{a: a, left: size}
	return rec, nil
}

// line gives a header line without its end.
func (a *archive) line() (string, error) {
	var long []byte
	for {
		part, err := a.r.ReadSlice('\n')
		a.at += int64(len(part))
		long = append(long, part...)
		switch {
		case len(long) > maxHeader:
			return "", fmt.Errorf("%w: a header line is over %d KB", errNotWARC, maxHeader>>10)
		case err == bufio.ErrBufferFull:
		case err == io.EOF && len(long) > 0:
			return "", io.ErrUnexpectedEOF
		case err != nil:
			return "", err
		default:
			return strings.TrimRight(string(long), "\r\n"), nil
		}
	}
}

// block reads the bytes of one record and knows when they end too early.
type block struct {
	a    *archive
	left int64
}

func (b *block) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, io.EOF
	}
	n, err := b.a.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	b.a.at += int64(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// name tells a record in a failure.
func (r *record) name() string {
	if r.target == "" {
		return r.kind
	}
	return r.target
}
