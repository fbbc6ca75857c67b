package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/report/reporttest"
)

const (
	goodText = "date 2024-11-16\n\nThe two met in Lima.\n"
	goodLine = `{"id":"ok","published":"2024-11-17","text":"They met again."}` + "\n"

	wantFirst = `first | 2024-11-16 |  |  |  | "The two met in Lima."`
	wantLast  = `last | 2024-11-16 |  |  |  | "The two met in Lima."`
	wantLine  = `ok | 2024-11-17 |  |  |  | "They met again."`
)

// TestBadInput reads each bad input between two good ones, which must not
// suffer from it.
func TestBadInput(t *testing.T) {
	rss := `<rss version="2.0"><channel><title>W</title><item><guid>1</guid><pubDate>16 Nov 2024</pubDate><description>T</description></item></channel></rss>`
	for _, c := range []struct {
		name, file, content string
		want                []string
	}{
		{"empty file", "a.txt", "", []string{"! a.txt: empty; there is nothing to read"}},
		{"empty line file", "a.jsonl", "\n\n", []string{"! a.jsonl: empty; there is nothing to read"}},
		{"binary junk", "a.txt", "\x7fELF\x02\x01\x01\x00\x00\x00", []string{"! a.txt: binary data, not text; the formats are text, jsonl, json, csv, html, feed, warc"}},
		{"binary junk of no known ending", "a.bin", "\x7fELF\x02\x01\x01\x00\x00\x00", []string{"! a.bin: binary data, not text; the formats are text, jsonl, json, csv, html, feed, warc"}},
		{"binary junk without NUL", "a.txt", strings.Repeat("\x8f\xfe\xd1\x02", 99), []string{"! a.txt: text is not valid UTF-8 at its byte 0; convert the input to UTF-8"}},
		{"a PDF", "a.pdf", "%PDF-1.7\n", []string{"! a.pdf: a PDF file, which is not read; turn it into text first"}},
		{"a zip", "a.docx", "PK\x03\x04", []string{"! a.docx: a zip archive or office document, which is not read; unpack it or save it as text"}},
		{"no date", "a.txt", "The two met.\n", []string{`! a.txt: no publication date; start the file with a line "date YYYY-MM-DD" or give --published YYYY-MM-DD`}},
		{"no date on a line", "a.jsonl", `{"id":"x","text":"T"}` + "\n" + goodLine, []string{
			`! a.jsonl: line 1: no publication date; add "published":"YYYY-MM-DD" or give --published YYYY-MM-DD`, wantLine}},
		{"no such date", "a.txt", "date 2024-13-45\nThe two met.\n", []string{`! a.txt: publication date "2024-13-45": there is no month 13`}},
		{"no such date on a line", "a.jsonl", `{"id":"x","published":"2024-13-45","text":"T"}` + "\n" + goodLine, []string{
			`! a.jsonl: line 1: publication date "2024-13-45": there is no month 13`, wantLine}},
		{"invalid UTF-8", "a.txt", "date 2024-11-16\nS\xe3o Paulo\n", []string{"! a.txt: text is not valid UTF-8 at its byte 1; convert the input to UTF-8"}},
		{"invalid UTF-8 on a line", "a.jsonl", "{\"text\":\"S\xe3o\"}\n" + goodLine, []string{"! a.jsonl: line 1: not valid UTF-8 at its byte 10; convert the input to UTF-8", wantLine}},
		{"a 50 MB line", "a.jsonl", `{"id":"x","text":"` + strings.Repeat("x", 50<<20) + "\"}\n" + goodLine, []string{
			"! a.jsonl: line 1: the line is over 16 MB; split it into reports of less", wantLine}},
		{"a 50 MB row", "a.csv", "id,date,text\nx,2024-11-16," + strings.Repeat("x", 50<<20) + "\nok,2024-11-17,They met again.\n", []string{
			"! a.csv: row 1 (line 2): the row is over 16 MB; split it into reports of less; or close the quotation mark that was left open", wantLine}},
		{"a 50 MB file", "a.txt", "date 2024-11-16\n" + strings.Repeat("x", 50<<20), []string{"! a.txt: the file is over 16 MB; split it into reports of less"}},
		{"a truncated archive of lines", "a.jsonl.gz", cut(pack(goodLine + strings.Repeat(`{"id":"x","text":"T"}`, 1000))), []string{
			wantLine, "! a.jsonl.gz: line 2: the gzip archive ends too early, at its byte " + size(cut(pack(goodLine+strings.Repeat(`{"id":"x","text":"T"}`, 1000)))) + "; get the whole file again"}},
		{"a truncated archive of one text", "a.txt.gz", cut(pack(goodText)), []string{"! a.txt.gz: the gzip archive ends too early, at its byte " + size(cut(pack(goodText))) + "; get the whole file again"}},
		{"an archive cut in its head", "a.txt.gz", pack(goodText)[:5], []string{"! a.txt.gz: the gzip archive ends too early, at its byte 5; get the whole file again"}},
		{"a damaged archive", "a.txt.gz", damage(pack(goodText)), []string{"! a.txt.gz: the gzip archive is damaged before its byte " + size(pack(goodText)) + "; get the file again"}},
		{"a truncated WARC", "a.warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 900\r\n\r\nsoft", []string{
			"! a.warc: record 1 (warcinfo): the archive ends too early, in the record that begins at byte 0; what came before was read; get the whole file again"}},
		{"a feed that answers garbage", "a.rss", "<<<>>> garbage", []string{"! a.rss: not an RSS or Atom feed; check the address"}},
		{"a feed cut short", "a.xml", rss[:120], []string{"! a.xml: the feed is broken: XML syntax error on line 1: unexpected EOF; get it again or tell its publisher"}},
		{"a page without an article", "a.html", "<html></html>", []string{"! a.html: no article found in the page; give the page of one report"}},
		{"a table without a text", "a.csv", "a,b\n1,2\n", []string{`! a.csv: header: no column with the text of a report among ["a" "b"]; name one of them "text"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "first.txt", goodText)
			write(t, dir, c.file, c.content)
			write(t, dir, "last.txt", goodText)
			got := reporttest.Lines(Open(t.Context(), []string{filepath.Join(dir, "first.txt"), filepath.Join(dir, c.file), filepath.Join(dir, "last.txt")}, Options{}))
			for i := range got {
				got[i] = strings.ReplaceAll(got[i], dir+string(filepath.Separator), "")
			}
			want := append(append([]string{wantFirst}, c.want...), wantLast)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestMissingInputs(t *testing.T) {
	dir := t.TempDir()
	missing, empty := filepath.Join(dir, "none.txt"), filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o755); err != nil {
		t.Fatal(err)
	}
	good := write(t, dir, "first.txt", goodText)
	reporttest.Want(t, Open(t.Context(), []string{missing, empty, "-", "http://", good}, Options{}),
		"! "+missing+": there is no such file or folder",
		"! "+empty+": no reports in this folder; files end in .txt, .jsonl, .json, .csv, .html, .xml, .rss, .atom or .warc, with .gz or without",
		"! standard input: there is none",
		"! http://: not a web address; want https://host/path",
		wantFirst)
}

// TestMemoryStaysBounded reads a line file of 160 MB, one line of it 100 MB
// long, and looks at the heap.
func TestMemoryStaysBounded(t *testing.T) {
	long := `{"id":"ok","published":"2024-11-17","text":"` + strings.Repeat("The two met in Lima. ", 5000) + "\"}\n"
	parts := []io.Reader{io.LimitReader(repeated(long), int64(len(long)*300)), io.LimitReader(repeated("x"), 100<<20), strings.NewReader("\n"), io.LimitReader(repeated(long), int64(len(long)*300))}
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	reports, failures, most := 0, 0, uint64(0)
	for _, err := range Open(context.Background(), []string{"-"}, Options{Stdin: io.MultiReader(parts...)}) {
		if err != nil {
			failures++
		} else {
			reports++
		}
		if reports%100 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
	}
	if reports != 600 || failures != 1 {
		t.Errorf("got %d reports and %d failures; want 600 and 1", reports, failures)
	}
	if most > before.HeapAlloc+64<<20 {
		t.Errorf("the heap grew from %d to %d MB; want at most 64 MB more", before.HeapAlloc>>20, most>>20)
	}
}

// repeated gives the same bytes again and again.
func repeated(s string) io.Reader { return &repeater{s: s} }

type repeater struct {
	s string
	i int
}

func (r *repeater) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		m := copy(p[n:], r.s[r.i:])
		n += m
		r.i = (r.i + m) % len(r.s)
	}
	return n, nil
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func pack(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

// cut takes off the end of an archive; damage changes a byte of its checksum.
func size(s string) string { return strconv.Itoa(len(s)) }

func cut(s string) string    { return s[:len(s)-12] }
func damage(s string) string { return s[:len(s)-8] + "\x00\x00\x00\x00" + s[len(s)-4:] }
