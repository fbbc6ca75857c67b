package source

import (
	"bufio"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/charset"
	"github.com/chancery-project/chancery/internal/report/jsonl"
)

// stream is an input that has been opened.
type stream struct {
	name      string // for failures
	ending    string // file name or path that may tell the format
	mediaType string // Content-Type of the answer, or empty
	id        string // id of the report where the input holds one
	url       string
	body      io.Reader
	inFolder  bool // found in a folder, not named by the user
	file      bool // it can be opened again
}

// read unpacks the stream, tells its format and passes on its reports.
func (s *source) read(st stream) bool {
	in := &report.Input{Name: st.name, URL: st.url, MediaType: st.mediaType, Published: s.opt.Published, Limit: s.opt.Limit}
	if st.file && s.opt.Count != nil {
		st.body = counted{st.body, s.opt.Count}
	}
	body, err := unpack(st.body)
	if err != nil {
		return s.fail(in.FailRead("", err))
	}
	in.Body = body
	head, err := body.Peek(peekBytes)
	if len(head) == 0 && err != io.EOF {
		return s.fail(in.FailRead("", err))
	}
	if reason := notText(head); reason != "" {
		return s.fail(in.Fail("", report.ErrInvalid, "%s", reason))
	}
	format := s.opt.Format
	if format == "" {
		format = tell(st.ending, st.mediaType, head)
	}
	if st.inFolder && (format == JSONL || format == JSON) && !jsonl.HasReports(head) {
		s.skip(st.name, "JSON whose first object has neither text nor title")
		return true
	}
	if format.single() {
		in.ID = st.id
	}
	read := readers[format]
	if read == nil {
		return s.fail(in.Fail("", report.ErrInvalid, "there is no format %q; the formats are %s", string(format), formatList()))
	}
	many := st.file && format.many()
	if many && s.opt.From != nil {
		in.From = s.opt.From(st.name)
	}
	for r, err := range read(in) {
		if many {
			place(r, err, st.name, in.Reached)
		}
		if !s.yield(r, err) {
			return false
		}
	}
	return true
}

// place writes into a report or a failure the place behind it.
func place(r *report.Report, err error, name string, at report.Place) {
	at.Input = name
	var f *report.Failure
	switch {
	case r != nil:
		r.Behind = at
	case errors.As(err, &f):
		f.Behind = at
	}
}

// counted tells how many bytes pass.
type counted struct {
	r    io.Reader
	tell func(int)
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.tell(n)
	return n, err
}

// peekBytes is how much of an input is looked at to tell its format.
const peekBytes = 8 << 10

// unpack takes gzip off, which is told by its first two bytes.
func unpack(r io.Reader) (*bufio.Reader, error) {
	at := int64(0)
	b := bufio.NewReaderSize(counted{r, func(n int) { at += int64(n) }}, 64<<10)
	if head, _ := b.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return b, nil
	}
	g := gunzip{at: func() int64 { return at - int64(b.Buffered()) }}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, g.explain(err)
	}
	g.r = z
	return bufio.NewReaderSize(g, 64<<10), nil
}

// gunzip says in plain words what is wrong with an archive, and where.
type gunzip struct {
	r  io.Reader
	at func() int64 // bytes of the archive that were read
}

func (g gunzip) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	return n, g.explain(err)
}

func (g gunzip) explain(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case err == nil || err == io.EOF:
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return &report.Failure{Reason: fmt.Sprintf("the gzip archive ends too early, at its byte %d; get the whole file again", g.at()), Kind: report.ErrInvalid, Cause: err}
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return &report.Failure{Reason: fmt.Sprintf("the gzip archive is damaged before its byte %d; get the file again", g.at()), Kind: report.ErrInvalid, Cause: err}
	}
	return err
}

// notText gives the reason why the start of an input can be no format that is
// read, or "".
func notText(head []byte) string {
	switch {
	case len(bytes.TrimSpace(head)) == 0:
		return "empty; there is nothing to read"
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "a PDF file, which is not read; turn it into text first"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a zip archive or office document, which is not read; unpack it or save it as text"
	case charset.IsUTF16(head):
		return ""
	case bytes.IndexByte(head, 0) >= 0:
		return "binary data, not text; the formats are " + formatList()
	}
	return ""
}

func (s *source) skip(path, reason string) {
	if s.opt.Skipped != nil {
		s.opt.Skipped(path, reason)
	}
}
