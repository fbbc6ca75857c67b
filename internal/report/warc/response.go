package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// response is an HTTP answer as an archive has it. Archives often keep the
// header of an answer with a body that they have already joined and unpacked,
// so its Content-Length is not believed, and what is said to be packed is
// looked at. Header lines that are none are passed over.
type response struct {
	status int
	lines  []string // of the header
	body   *bufio.Reader
}

// maxLines is how many lines the header of an answer may have.
const maxLines = 1000

func readResponse(r *bufio.Reader) (*response, error) {
	first, err := headerLine(r)
	if err != nil {
		return nil, fmt.Errorf("it has no status: %w", err)
	}
	words := strings.Fields(first)
	if len(words) < 2 || !strings.HasPrefix(words[0], "HTTP/") {
		return nil, fmt.Errorf("it starts with %.40q", first)
	}
	resp := &response{body: r}
	if resp.status, err = strconv.Atoi(words[1]); err != nil {
		return nil, fmt.Errorf("its status is %.40q", words[1])
	}
	for range maxLines {
		line, err := headerLine(r)
		switch {
		case err != nil:
			return nil, fmt.Errorf("its header does not end: %w", err)
		case line == "":
			return resp, nil
		}
		resp.lines = append(resp.lines, line)
	}
	return nil, fmt.Errorf("its header has over %d lines", maxLines)
}

func headerLine(r *bufio.Reader) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > maxHeader:
			return "", fmt.Errorf("a line is over %d KB", maxHeader>>10)
		case errors.Is(err, bufio.ErrBufferFull):
		case err == io.EOF:
			return "", io.ErrUnexpectedEOF
		case err != nil:
			return "", err
		default:
			return strings.TrimRight(string(line), "\r\n"), nil
		}
	}
}

// header gives the value of the first line with a name in lower case, or "".
func (r *response) header(name string) string {
	for _, line := range r.lines {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(strings.TrimSpace(key), name) {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// unpacked gives the body without its transfer and content encodings.
func (r *response) unpacked() (io.Reader, error) {
	b := r.body
	if strings.Contains(strings.ToLower(r.header("transfer-encoding")), "chunked") && startsChunk(b) {
		b = bufio.NewReader(httputil.NewChunkedReader(b))
	}
	head, _ := b.Peek(4)
	enc := strings.ToLower(r.header("content-encoding"))
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return gzip.NewReader(b)
	case enc == "deflate" && len(head) > 0 && head[0] == 0x78:
		return zlib.NewReader(b)
	case enc == "zstd" && bytes.Equal(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
		if err != nil {
			return nil, err
		}
		return z, nil
	case enc == "br" && !startsMarkup(b):
		return brotli.NewReader(b), nil
	case strings.Contains("identity gzip x-gzip deflate zstd br", enc): // or unpacked already
		return b, nil
	}
	return nil, fmt.Errorf("the page is packed with %q, which is not read; fetch it without", enc)
}

// startsChunk says whether a body begins with the length of a chunk.
func startsChunk(b *bufio.Reader) bool {
	head, _ := b.Peek(16)
	digits := len(head) - len(bytes.TrimLeft(head, "0123456789abcdefABCDEF"))
	return digits > 0 && digits < len(head) && bytes.IndexByte([]byte(" ;\r\n"), head[digits]) >= 0
}

// startsMarkup says whether a body begins as a page does.
func startsMarkup(b *bufio.Reader) bool {
	head, _ := b.Peek(64)
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<"))
}
