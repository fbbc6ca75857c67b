package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

// body is an article long enough for the extraction to trust it.
const body = `<p>The foreign ministers of Peru and Chile met in Lima on Friday and spoke for two hours about the border, migration and the port of Chancay, their offices said afterwards.</p>
<p>It was the first such meeting since the summer, and both sides, who had not always agreed, called the tone of it friendly and the outcome more than they had hoped for.</p>
<p>A third meeting is planned for the spring, this time in Santiago, where the two will also open a new office for trade, according to a statement of the Peruvian ministry.</p>`

const bodyText = `"The foreign ministers of Peru and Chile met in Lima on Friday and spoke for two hours about the border, migration and the port of Chancay, their offices said afterwards.\n\nIt was the first such meeting since the summer, and both sides, who had not always agreed, called the tone of it friendly and the outcome more than they had hoped for.\n\nA third meeting is planned for the spring, this time in Santiago, where the two will also open a new office for trade, according to a statement of the Peruvian ministry."`

func document(head, before string) string {
	return `<!DOCTYPE html><html><head><title>Ministers meet in Lima</title>` + head + `</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Ministers meet in Lima</h1>` + before + body + `<script>track()</script></article></main><footer>All rights reserved</footer></body></html>`
}

func input(file, url string) *report.Input {
	return &report.Input{Name: "in/a.html", ID: "a", URL: url, Body: strings.NewReader(file)}
}

func TestRead(t *testing.T) {
	const ld = `<script type="application/ld+json">`
	for _, c := range []struct{ name, file, url, want string }{
		{"JSON-LD before all else", document(ld+`{"@context":"https://schema.org","@graph":[{"@type":"WebSite","datePublished":"2001-01-01"},{"@type":["NewsArticle"],"datePublished":"2024-11-15T22:00:00-05:00","publisher":{"@type":"Organization","name":"Andean Wire"}}]}</script><meta property="article:published_time" content="2024-11-16">`, ""),
			"", `a | 2024-11-15 | Andean Wire |  | Ministers meet in Lima | ` + bodyText},
		{"meta", document(`<meta property="article:published_time" content="2024-11-16T08:00:00Z"><meta property="og:site_name" content="Andean  Wire">`, `<time datetime="2024-11-20">20 November 2024</time>`),
			"", `a | 2024-11-16 | Andean Wire |  | Ministers meet in Lima | ` + bodyText},
		{"JSON-LD in a CDATA section", document(ld+`<![CDATA[ [{"@type":"Article","datePublished":"2024-11-16"}] ]]></script>`, ""),
			"", `a | 2024-11-16 |  |  | Ministers meet in Lima | ` + bodyText},
		{"broken JSON-LD is passed over", document(ld+`{"@type":</script><meta name="DC.date" content="16 November 2024">`, ""),
			"", `a | 2024-11-16 |  |  | Ministers meet in Lima | ` + bodyText},
		{"time marked as publication before another", document("", `<time datetime="2024-11-20">20 November 2024</time><br><time class="published" datetime="2024-11-16T08:00"></time>`),
			"https://www.example.org/world/1", `a | 2024-11-16 | example.org | https://www.example.org/world/1 | Ministers meet in Lima | ` + bodyText},
		{"a date line under the headline", document("", `<div class="d">Published on: 16 NOV 2024 6:31PM by PIB Lima</div>`),
			"", `a | 2024-11-16 |  |  | Ministers meet in Lima | ` + bodyText},
		{"the address", document(`<link rel="canonical" href="https://example.org/2024/11/16/lima">`, ""),
			"", `a | 2024-11-16 | example.org | https://example.org/2024/11/16/lima | Ministers meet in Lima | ` + bodyText},
		{"a bad date where there is a good one", document(`<meta name="date" content="2024-13-45">`, `<time datetime="2024-11-16">16.11.2024</time>`),
			"", `a | 2024-11-16 |  |  | Ministers meet in Lima | ` + bodyText},
		{"a bad date only", document(`<meta name="date" content="2024-13-45">`, ""), "", `! in/a.html: publication date "2024-13-45": there is no month 13`},
		{"no date", document("", ""), "", `! in/a.html: no publication date found in the page or its address; give --published YYYY-MM-DD`},
		{"no article", `<html><head><meta name="date" content="2024-11-16"></head><body><script>render()</script></body></html>`, "",
			`! in/a.html: no article found in the page; give the page of one report`},
		{"empty", " ", "", `! in/a.html: empty; want an HTML page`},
		{"binary", "<html>\x00\x01\x02", "", `! in/a.html: not an HTML page but binary data`},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Read(input(c.file, c.url)), c.want) })
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"before a dash", "LIMA, November 15, 2024 — The two met.", "2024-11-15"},
		{"before a hyphen", "Lima, 15 November 2024 (Wire) - The two met.", "2024-11-15"},
		{"alone", "Talks\n\nFriday, November 15, 2024\n\nThe two met.", "2024-11-15"},
		{"a label", "Release date: 15 November 2024\n\nThe two met.", "2024-11-15"},
		{"within a sentence", "On November 15, 2021, the two met in Lima and agreed.", ""},
		{"no year", "LIMA, November 15 — The two met.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dateline(strings.Split(c.text, "\n\n")); got != c.want {
				t.Errorf("dateline(%q) = %q; want %q", c.text, got, c.want)
			}
		})
	}
}

func TestTodaysDateOnTopIsNotTheReports(t *testing.T) {
	menu := strings.Repeat("<div>Section</div>", 4)
	file := `<html><body><div>Monday, December 2, 2024</div>` + menu + `<article><h1>Ministers meet in Lima</h1>` + body + `</article></body></html>`
	reporttest.Want(t, Read(input(file, "")), `! in/a.html: no publication date found in the page or its address; give --published YYYY-MM-DD`)
}

func TestEncodings(t *testing.T) {
	const p = `<p>%s, the president of Brazil, came to Lima on Friday for talks about trade that lasted well into the night, his office said.</p>`
	for _, c := range []struct{ name, head, mediaType, bytes, want string }{
		{"declared in the page", `<meta charset="iso-8859-1">`, "", "Lula em S\xe3o Paulo", "Lula em São Paulo"},
		{"declared by the server", "", "text/html; charset=windows-1251", "\xcf\xf3\xf2\xe8\xed", "Путин"},
		{"not declared, UTF-8", "", "", "Lula em São Paulo", "Lula em São Paulo"},
		{"not declared, not UTF-8", "", "", "Lula em S\xe3o Paulo", "Lula em São Paulo"},
		{"declared UTF-8, but one byte is not", `<meta charset="utf-8">`, "", "Lula em S\xe3o Paulo", "Lula em S\ufffdo Paulo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input(`<html><head><meta name="date" content="2024-11-16">`+c.head+`</head><body><article>`+strings.Replace(p, "%s", c.bytes, 1)+`</article></body></html>`, "")
			in.MediaType = c.mediaType
			for r, err := range Read(in) {
				if err != nil || !strings.HasPrefix(r.Text, c.want+",") {
					t.Errorf("got %v, %v; want a text that starts %q", r, err, c.want)
				}
			}
		})
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"paragraphs", "<p>One\n two.</p><p>Three <b>four</b>.</p>", "One two.\n\nThree four."},
		{"line breaks", "One.<br>Two.<br/><br/>Three.", "One.\nTwo.\n\nThree."},
		{"no space is made between letters", "Pu<b>tin</b>&#8217;s trip", "Putin’s trip"},
		{"no-break space", "2&nbsp;December", "2 December"},
		{"a list", "<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
		{"a table row", "<table><tr><td>2 May</td><td>Lima</td></tr></table>", "2 May Lima"},
		{"what no reader sees", "A<script>x</script><style>y</style><span hidden>z</span><span style='display: none'>w</span>B", "AB"},
		{"plain text", "Peru &amp; Chile met.\r\n\r\nThey parted.", "Peru & Chile met.\n\nThey parted."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Text(c.in); got != c.want {
				t.Errorf("Text(%q) = %q; want %q", c.in, got, c.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add(document(`<meta name="date" content="2024-11-16">`, ""))
	f.Add(document("", `<time datetime="2024-11-16">Saturday</time>`))
	f.Add(`<html><table><tr><td>LIMA, November 15, 2024 — x</table>`)
	f.Add("\xff\xfe<\x00p\x00>\x00")
	f.Add(`<script type="application/ld+json">[[[{"@type":"Article","datePublished":5}]]]</script>`)
	f.Fuzz(func(t *testing.T, file string) {
		reporttest.Law(t, input(file, "https://example.org/2024/11/16/a"), Read)
	})
}

func BenchmarkRead(b *testing.B) {
	file := document(`<meta name="date" content="2024-11-16">`, strings.Repeat(body, 8))
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(input(file, "")) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestPages reads the whole pages in testdata, made after the habits of
// ministries and outlets, and compares with the text file beside each.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages in testdata: %v", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(path, ".html") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			for r, err := range Read(&report.Input{Name: path, ID: "a", Body: strings.NewReader(string(raw))}) {
				if err != nil {
					t.Fatal(err)
				}
				got := "date " + r.Published.String() + "\ntitle " + r.Title + "\noutlet " + r.Outlet + "\n\n" + r.Text + "\n"
				if got != string(want) {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			}
		})
	}
}
