package feed

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func input(file string) *report.Input {
	return &report.Input{Name: "in.xml", Limit: 4 << 10, Body: strings.NewReader(file)}
}

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Andean Wire</title><link>https://example.org/</link>
<item><guid>aw-1</guid><link>https://example.org/1</link><title>Ministers &amp;amp; envoys meet</title><pubDate>Sat, 16 Nov 2024 23:30:00 -0500</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The two met in <b>Lima</b>.</p><p>They parted friends.</p>]]></content:encoded></item>
<item><link>https://example.org/2</link><title>No date</title><description>They met again.</description></item>
<item><link>https://example.org/3</link><title>A bad date</title><pubDate>2024-13-45</pubDate><description>They met again.</description></item>
<item><link>https://example.org/4</link><title>Dublin Core</title><dc:date>2024-11-17T08:00:00Z</dc:date><dc:publisher>Lima Post</dc:publisher><description>They met &lt;i&gt;again&lt;/i&gt;.</description></item>
</channel></rss>`

const atomFeed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title>
<entry><id>urn:m:1</id><title>Visit</title><link href="https://example.org/v"/><published>2024-11-16T10:00:00+03:00</published><updated>2024-11-18T10:00:00Z</updated><content type="html">&lt;p&gt;The minister came.&lt;/p&gt;</content></entry>
<entry><id>urn:m:2</id><title>Call</title><updated>2024-11-18T10:00:00Z</updated><summary>The ministers spoke.</summary></entry></feed>`

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"RSS, its bad entries among the good", rss, []string{
			`aw-1 | 2024-11-16 | Andean Wire | https://example.org/1 | Ministers & envoys meet | "The two met in Lima.\n\nThey parted friends."`,
			`! in.xml: entry 2: no publication date in the entry; give --published YYYY-MM-DD`,
			`! in.xml: entry 3: publication date "2024-13-45": there is no month 13`,
			`https://example.org/4 | 2024-11-17 | Lima Post | https://example.org/4 | Dublin Core | "They met again."`,
		}},
		{"Atom", atomFeed, []string{
			`urn:m:1 | 2024-11-16 | Ministry | https://example.org/v | Visit | "The minister came."`,
			`urn:m:2 | 2024-11-18 | Ministry |  | Call | "The ministers spoke."`,
		}},
		{"RSS in another encoding", `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Se` + "\xf1" + `al</title><item><guid>1</guid><pubDate>16 Nov 2024</pubDate><description>Bogot` + "\xe1" + `</description></item></channel></rss>`,
			[]string{`1 | 2024-11-16 | Señal |  |  | "Bogotá"`}},
		{"no entries", `<rss version="2.0"><channel><title>Quiet</title></channel></rss>`, nil},
		{"garbage", "%%% not a feed at all", []string{`! in.xml: not an RSS or Atom feed; check the address`}},
		{"a page", "<!DOCTYPE html><html><body>404</body></html>", []string{`! in.xml: a web page, not a feed; look in it for the address of its feed`}},
		{"cut short", rss[:500], []string{`! in.xml: the feed is broken: XML syntax error on line 5: unexpected EOF in CDATA section; get it again or tell its publisher`}},
		{"empty", " ", []string{`! in.xml: empty; want an RSS or Atom feed`}},
		{"too large", strings.Repeat(rss, 20), []string{`! in.xml: the feed is over 16 KB; ask for a shorter one`}},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Read(input(c.file)), c.want...) })
	}
}

func TestOriginalIsTheMarkup(t *testing.T) {
	for r := range Read(input(atomFeed)) {
		if got, want := string(r.Original), "<p>The minister came.</p>"; got != want {
			t.Errorf("Original = %q; want %q", got, want)
		}
		break
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{rss, atomFeed, "", "<rss>", `{"version":"https://jsonfeed.org/version/1","title":"J","items":[{"id":"1","date_published":"2024-11-16","content_text":"x"}]}`, "<feed><entry><id>\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) { reporttest.Law(t, input(file), Read) })
}

func BenchmarkRead(b *testing.B) {
	item := `<item><guid>g</guid><title>Talks</title><pubDate>Sat, 16 Nov 2024 23:30:00 -0500</pubDate><description><![CDATA[` + strings.Repeat("<p>The foreign minister told reporters that the talks would go on.</p>", 30) + `]]></description></item>`
	file := `<rss version="2.0"><channel><title>W</title>` + strings.Repeat(item, 100) + `</channel></rss>`
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
