package warc

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func input(file string) *report.Input {
	return &report.Input{Name: "in.warc", Limit: 4 << 10, Body: strings.NewReader(file)}
}

// rec writes a record.
func rec(kind, target, mediaType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-01-01T00:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, target, mediaType, len(block), block)
}

// answer writes a response record.
func answer(target, status, headers, body string) string {
	return rec("response", target, "application/http; msgtype=response", "HTTP/1.1 "+status+"\r\n"+headers+"\r\n"+body)
}

const asHTML = "Content-Type: text/html; charset=utf-8\r\n"

func article(date string) string {
	return `<html><head><title>Ministers meet</title><meta name="date" content="` + date + `"></head><body><article><p>The foreign ministers of Peru and Chile met in Lima on Friday and spoke for two hours about the border, their offices said afterwards.</p></article></body></html>`
}

func want(url, date string) string {
	return url + " | " + date + " | example.org | " + url + ` | Ministers meet | "The foreign ministers of Peru and Chile met in Lima on Friday and spoke for two hours about the border, their offices said afterwards."`
}

func TestRead(t *testing.T) {
	const a, b = "https://example.org/a", "https://example.org/b"
	info := rec("warcinfo", "", "application/warc-fields", "software: test\r\n")
	one, two := answer(a, "200 OK", asHTML, article("2024-11-16")), answer(b, "200 OK", asHTML, article("2024-11-17"))
	at := fmt.Sprint(len(one)) // where the second record begins
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"pages among what holds none", info + rec("request", a, "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n") + one +
			answer("https://example.org/p.png", "200 OK", "Content-Type: image/png\r\n", "\x89PNG") + answer("https://example.org/x", "404 Not Found", asHTML, "gone") + two,
			[]string{want(a, "2024-11-16"), want(b, "2024-11-17")}},
		{"a chunked body", answer(a, "200 OK", asHTML+"Transfer-Encoding: chunked\r\n", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(article("2024-11-16")), article("2024-11-16"))), []string{want(a, "2024-11-16")}},
		{"a packed body", answer(a, "200 OK", asHTML+"Content-Encoding: gzip\r\n", pack(article("2024-11-16"))), []string{want(a, "2024-11-16")}},
		{"said to be packed, but is not", answer(a, "200 OK", asHTML+"Content-Encoding: gzip\r\n", article("2024-11-16")), []string{want(a, "2024-11-16")}},
		{"said to be chunked, but is joined", answer(a, "200 OK", asHTML+"Transfer-Encoding: chunked\r\n", article("2024-11-16")), []string{want(a, "2024-11-16")}},
		{"the length of the packed body", answer(a, "200 OK", asHTML+"Content-Length: 60\r\n", article("2024-11-16")), []string{want(a, "2024-11-16")}},
		{"header lines that are none", answer(a, "200 OK", "nonsense\r\n: x\r\n"+asHTML, article("2024-11-16")), []string{want(a, "2024-11-16")}},
		{"packed with brotli", answer(a, "200 OK", asHTML+"Content-Encoding: br\r\n", packWith(brotli.NewWriter, article("2024-11-16"))), []string{want(a, "2024-11-16")}},
		{"packed with zstd", answer(a, "200 OK", asHTML+"Content-Encoding: zstd\r\n", packWith(newZstd, article("2024-11-16"))), []string{want(a, "2024-11-16")}},
		{"a packing that is not read", answer(a, "200 OK", asHTML+"Content-Encoding: sdch\r\n", "xx") + two, []string{
			`! in.warc: record 1 (https://example.org/a): the page is packed with "sdch", which is not read; fetch it without`, want(b, "2024-11-17")}},
		{"a resource", rec("resource", a, "text/html", article("2024-11-16")), []string{want(a, "2024-11-16")}},
		{"no date: the day of the fetch is none", answer(a, "200 OK", asHTML, article("")) + two, []string{
			`! in.warc: record 1 (https://example.org/a): no publication date found in the page or its address; give --published YYYY-MM-DD`, want(b, "2024-11-17")}},
		{"a page over the limit", answer(a, "200 OK", asHTML, article("2024-11-16")+strings.Repeat("<p>long</p>", 500)) + two, []string{
			`! in.warc: record 1 (https://example.org/a): the page is over 4 KB; split it into reports of less`, want(b, "2024-11-17")}},
		{"not an HTTP response", rec("response", a, "application/http", "hello\r\n\r\n") + two, []string{
			`! in.warc: record 1 (https://example.org/a): not an HTTP response: it starts with "hello"`, want(b, "2024-11-17")}},
		{"cut within a page", one + two[:len(two)-100], []string{want(a, "2024-11-16"),
			`! in.warc: record 2 (https://example.org/b): the archive ends too early, in the record that begins at byte ` + at + `; what came before was read; get the whole file again`}},
		{"cut within a header", one + two[:40], []string{want(a, "2024-11-16"), `! in.warc: record 2: the archive ends too early, in the record that begins at byte ` + at + `; what came before was read; get the whole file again`}},
		{"cut within what is passed over", one + info[:len(info)-8], []string{want(a, "2024-11-16"),
			`! in.warc: record 2 (warcinfo): the archive ends too early, in the record that begins at byte ` + at + `; what came before was read; get the whole file again`}},
		{"no archive", "hello\r\n", []string{`! in.warc: record 1: not a WARC record: starts with "hello" at byte 0; nothing behind it was read`}},
		{"no length", one + "WARC/1.0\r\nWARC-Type: response\r\n\r\n", []string{want(a, "2024-11-16"),
			`! in.warc: record 2: not a WARC record: it has no Content-Length at byte ` + at + `; nothing behind it was read`}},
		{"a bad length", "WARC/1.0\r\nContent-Length: -5\r\n\r\n", []string{`! in.warc: record 1: not a WARC record: Content-Length is "-5" at byte 0; nothing behind it was read`}},
		{"a header line without end", "WARC/1.0\r\nX: " + strings.Repeat("x", 70<<10), []string{`! in.warc: record 1: not a WARC record: a header line is over 64 KB at byte 0; nothing behind it was read`}},
		{"empty", "", []string{`! in.warc: empty; want the records of a WARC archive`}},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Read(input(c.file)), c.want...) })
	}
}

func pack(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func newZstd(w io.Writer) *zstd.Encoder {
	z, err := zstd.NewWriter(w)
	if err != nil {
		panic(err)
	}
	return z
}

func packWith[W io.WriteCloser](open func(io.Writer) W, s string) string {
	var b bytes.Buffer
	w := open(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

// TestReadFromAnyPlace: reading may stop behind any record and go on from there.
func TestReadFromAnyPlace(t *testing.T) {
	var file strings.Builder
	for i := range 5 {
		page := fmt.Sprintf("https://example.org/%d", i)
		file.WriteString(rec("request", page, "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"))
		file.WriteString(answer(page, "200 OK", asHTML, article([]string{"2024-11-16", ""}[i%2])))
	}
	reporttest.FromAnyPlace(t, Read, file.String()+"WARC/1.0\r\ncut")
}

func FuzzRead(f *testing.F) {
	one := answer("https://example.org/a", "200 OK", asHTML, article("2024-11-16"))
	for _, s := range []string{one, one[:200], "", "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", rec("resource", "x", "text/html", "\xff\xfe<\x00"),
		answer("https://example.org/2024/11/16/a", "200 OK", asHTML+"Transfer-Encoding: chunked\r\n", "zz\r\n"),
		answer("https://example.org/z", "200 OK", asHTML+"Content-Encoding: zstd\r\n", packWith(newZstd, article("2024-11-16"))),
		answer("https://example.org/b", "200 OK", asHTML+"Content-Encoding: br\r\n", packWith(brotli.NewWriter, article("2024-11-16"))) + one + one} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		reporttest.Law(t, input(file), Read)
		reporttest.GoesOn(t, Read, file, 4)
	})
}

func BenchmarkRead(b *testing.B) {
	body := strings.Replace(article("2024-11-16"), "</article>", strings.Repeat("<p>The foreign minister told reporters in Ankara on Tuesday, as expected, that the talks would go on.</p>", 30)+"</article>", 1)
	file := strings.Repeat(answer("https://example.org/a", "200 OK", asHTML, body)+answer("https://example.org/p", "200 OK", "Content-Type: image/png\r\n", strings.Repeat("x", 9000)), 20)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(&report.Input{Name: "b", Body: strings.NewReader(file)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
