package source

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

const (
	csvFile  = "id,date,text\nc,2024-11-16,The two met.\n"
	pageFile = `<html><head><title>Talks</title><meta name="date" content="2024-11-16"></head><body><article><p>The two met in Lima on Friday and spoke for two hours.</p></article></body></html>`
	rssFile  = `<?xml version="1.0"?><rss version="2.0"><channel><title>W</title><item><guid>f</guid><pubDate>16 Nov 2024</pubDate><description>The two met.</description></item></channel></rss>`
	warcFile = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/w\r\nContent-Type: text/html\r\nContent-Length: "
)

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"b.txt": goodText, "a/z.jsonl": goodLine, "a/c.csv": csvFile, "a/.hidden.txt": "x", ".git/x.txt": "x",
		"README.md": "# About", "gold.jsonl": `{"id":"ok","engagements":[]}` + "\n", "e.txt.gz": pack(goodText),
	} {
		write(t, dir, name, content)
	}
	var skipped []string
	opt := Options{Skipped: func(path, reason string) {
		rel, _ := filepath.Rel(dir, path)
		skipped = append(skipped, filepath.ToSlash(rel)+": "+reason)
	}}
	reporttest.Want(t, Open(t.Context(), []string{dir}, opt),
		`c | 2024-11-16 |  |  |  | "The two met."`, wantLine,
		`b | 2024-11-16 |  |  |  | "The two met in Lima."`,
		`e | 2024-11-16 |  |  |  | "The two met in Lima."`)
	want := []string{".git: hidden", "README.md: not a known ending", "a/.hidden.txt: hidden", "gold.jsonl: JSON whose first object has neither text nor title"}
	if diff := cmp.Diff(want, skipped); diff != "" {
		t.Errorf("skipped (-want +got):\n%s", diff)
	}
}

func TestFolderBehindALink(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "reports/b.txt", goodText)
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "reports"), link); err != nil {
		t.Fatal(err)
	}
	reporttest.Want(t, Open(t.Context(), []string{link}, Options{}), `b | 2024-11-16 |  |  |  | "The two met in Lima."`)
}

func TestNamedFileIsNotSkipped(t *testing.T) {
	path := write(t, t.TempDir(), "gold.jsonl", `{"id":"ok","engagements":[]}`+"\n")
	reporttest.Want(t, Open(t.Context(), []string{path}, Options{}), "! "+path+": line 1: neither text nor title")
}

func TestStandardInputTellsTheFormat(t *testing.T) {
	const met = `"The two met in Lima on Friday and spoke for two hours."`
	for _, c := range []struct{ name, in, want string }{
		{"text", goodText, `9ca4ff61eaa7b897 | 2024-11-16 |  |  |  | "The two met in Lima."`},
		{"lines", goodLine, wantLine},
		{"array", "[" + goodLine + "]", wantLine},
		{"object over lines", strings.ReplaceAll(goodLine, ",", ",\n"), wantLine},
		{"table", csvFile, `c | 2024-11-16 |  |  |  | "The two met."`},
		{"page", "\n<!doctype html>" + pageFile, `abdc399460b99b5b | 2024-11-16 |  |  | Talks | ` + met},
		{"feed", rssFile, `f | 2024-11-16 | W |  |  | "The two met."`},
		{"archive", warcFile + "200\r\n\r\n" + pageFile + strings.Repeat(" ", 200-len(pageFile)) + "\r\n\r\n", `https://example.org/w | 2024-11-16 | example.org | https://example.org/w | Talks | ` + met},
		{"gzip", pack(goodLine), wantLine},
		{"UTF-16", "\xff\xfe" + wide(goodText), `9ca4ff61eaa7b897 | 2024-11-16 |  |  |  | "The two met in Lima."`},
	} {
		t.Run(c.name, func(t *testing.T) {
			reporttest.Want(t, Open(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(c.in)}), c.want)
		})
	}
}

func wide(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		b.WriteByte(0)
	}
	return b.String()
}

func TestFormatOverride(t *testing.T) {
	path := write(t, t.TempDir(), "a.txt", goodLine)
	reporttest.Want(t, Open(t.Context(), []string{path}, Options{Format: JSONL}), wantLine)
	reporttest.Want(t, Open(t.Context(), []string{path}, Options{Format: "odt"}), "! "+path+`: there is no format "odt"; the formats are text, jsonl, json, csv, html, feed, warc`)
}

func TestPublishedOverride(t *testing.T) {
	path := write(t, t.TempDir(), "a.jsonl", `{"id":"x","text":"T"}`+"\n"+goodLine)
	reporttest.Want(t, Open(t.Context(), []string{path}, Options{Published: reporttest.Day(t, "2020-01-02")}), `x | 2020-01-02 |  |  |  | "T"`, wantLine)
}

func TestParseFormat(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     Format
		err      string
	}{
		{"none", "", "", ""},
		{"known", "CSV", CSV, ""},
		{"unknown", "odt", "", `there is no format "odt"; the formats are text, jsonl, json, csv, html, feed, warc`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ParseFormat(c.in)
			if got != c.want || (err == nil) != (c.err == "") || err != nil && err.Error() != c.err {
				t.Errorf("ParseFormat(%q) = %q, %v; want %q, %q", c.in, got, err, c.want, c.err)
			}
		})
	}
}

func TestStopsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	paths := []string{write(t, dir, "first.txt", goodText), write(t, dir, "last.txt", goodText)}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var got []string
	for r, err := range Open(ctx, paths, Options{}) {
		cancel()
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, r.ID)
		}
	}
	if diff := cmp.Diff([]string{"first", "context canceled"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestNothingIsOpenedBeforeItIsAskedFor(t *testing.T) {
	dir := t.TempDir()
	first, missing := write(t, dir, "first.txt", goodText), filepath.Join(dir, "none.txt")
	for r, err := range Open(t.Context(), []string{first, missing}, Options{}) {
		if err != nil || r.ID != "first" {
			t.Errorf("got %v, %v; want only the first report", r, err)
		}
		break
	}
}

// FuzzOpen holds the law of reports for bytes of any format.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{goodText, goodLine, "[" + goodLine + "]", csvFile, pageFile, rssFile, warcFile + "5\r\n\r\nhello", pack(goodLine), "\xff\xfe" + wide(goodText), "%PDF-", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		reporttest.Law(t, &report.Input{Name: "standard input"}, func(*report.Input) iter.Seq2[*report.Report, error] {
			return Open(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(s), Limit: 4 << 10})
		})
	})
}
