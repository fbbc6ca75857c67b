package language

import (
	"strings"
	"testing"
)

// shown prints a document with one sentence a line, tokens apart, an empty
// line between paragraphs.
func shown(d *Document) string {
	var b strings.Builder
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i > 0 {
			b.WriteByte('\n')
			if s.Paragraph != d.Sentences[i-1].Paragraph {
				b.WriteByte('\n')
			}
		}
		for k := range s.Tokens {
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(d.Word(&s.Tokens[k]))
		}
	}
	return b.String()
}

func TestSegment(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"only space", " \n\n\t ", ""},
		{"titles", "Mr. Smith met Gen. Jones. They spoke.", "Mr. Smith met Gen. Jones .\nThey spoke ."},
		{"initials", "George W. Bush arrived. He left.", "George W. Bush arrived .\nHe left ."},
		{"initials without a space", "President Kh.Battulga and D.Tsogtbaatar's aides", "President Kh. Battulga and D. Tsogtbaatar 's aides"},
		{"U.S. inside", "The U.S. President came.", "The U.S. President came ."},
		{"U.S. at the end", "He flew to the U.S. The visit was short.", "He flew to the U.S.\nThe visit was short ."},
		{"U.S. before a wrong capital", "Earlier, U.S. Officials in the U.S. And Japan met.", "Earlier , U.S. Officials in the U.S. And Japan met ."},
		{"a.m.", "They met at 9 a.m. Monday.", "They met at 9 a.m. Monday ."},
		{"p.m. at the end", "They met at 5 p.m. The talks went on.", "They met at 5 p.m .\nThe talks went on ."},
		{"month", "On Dec. 3 he left. It rained in Feb. Nobody came.", "On Dec. 3 he left .\nIt rained in Feb .\nNobody came ."},
		{"number", "See No. 5 below. He said no. We left.", "See No. 5 below .\nHe said no .\nWe left ."},
		{"dateline", "ROME, Feb 27 - The prime minister left Rome.", "ROME , Feb 27 -\nThe prime minister left Rome ."},
		{"dateline with agency", "New Delhi, March 3 (PTI) — India said yes.", "New Delhi , March 3 ( PTI ) —\nIndia said yes ."},
		{"dateline with colon", "ISLAMABAD: The prime minister left.", "ISLAMABAD :\nThe prime minister left ."},
		{"no dateline", "Germany - France was a good match.", "Germany - France was a good match ."},
		{"quotes over sentences", "“We agreed. It is our turn,” he said. \"Come.\" They came.", "“ We agreed .\nIt is our turn , ” he said .\n\" Come . \"\nThey came ."},
		{"quotation before lower case", "\"Why now?\" he asked. \"Go!\" they said.", "\" Why now ? \" he asked .\n\" Go ! \" they said ."},
		{"possessives", "Modi's visit, Modi’s visit, the leaders' talks, Modis visit.", "Modi 's visit , Modi ’s visit , the leaders ' talks , Modis visit ."},
		{"contractions", "We don't, can’t, cannot, wouldn't've, I'll, they're.", "We do n't , ca n’t , can not , would n't 've , I 'll , they 're ."},
		{"single quotes", "the 'Order of St. Andrew' was given", "the ' Order of St. Andrew ' was given"},
		{"hyphens", "Indo-Pacific pre-election U.S.-led 26-year-old mid-August", "Indo - Pacific pre-election U.S. - led 26 - year - old mid-August"},
		{"given names", "President Lee Jae-myung and Tsai Ing-wen met Berlin-based aides", "President Lee Jae-myung and Tsai Ing-wen met Berlin - based aides"},
		{"numbers", "$5.5 billion, 12.5%, US$3bn, 5pm, 1,750 and 7:30, 9/11, 1990s", "$ 5.5 billion , 12.5 % , US$ 3 bn , 5 pm , 1,750 and 7:30 , 9/11 , 1990s"},
		{"range", "from 5-10 in 1969-70 on 2024-12-02", "from 5 - 10 in 1969 - 70 on 2024-12-02"},
		{"dashes", "the man—who left -- said…no", "the man — who left -- said … no"},
		{"ASCII quotes", "``Yes,'' he said.", "`` Yes , '' he said ."},
		{"address", "See https://example.org/a-b?c=d. Write to a.b@example.org, please.", "See https://example.org/a-b?c=d .\nWrite to a.b@example.org , please ."},
		{"slashes", "and/or w/o Reuters/AFP", "and / or w/o Reuters / AFP"},
		{"ampersand", "AT&T and B & B", "AT&T and B & B"},
		{"brackets", "He left (see below). (It rained.) Then he came.", "He left ( see below ) .\n( It rained . )\nThen he came ."},
		{"ellipsis", "He waited... and left. He waited... Then he left.", "He waited ... and left .\nHe waited ...\nThen he left ."},
		{"glued", "They held talks.He then left.", "They held talks .\nHe then left ."},
		{"list item", "1. The first point. 2. The second.", "1 . The first point .\n2 . The second ."},
		{"paragraphs", "Headline here\n\nText one.\n\nText two", "Headline here\n\nText one .\n\nText two"},
		{"stars", "One.\n\n* * *\n\nTwo.", "One .\n\n* * *\n\nTwo ."},
		{"wrapped", "The two ministers met on Monday in Vienna for talks about the\ntreaty, which both governments want to sign before the summer\nbreak. They will meet again.", "The two ministers met on Monday in Vienna for talks about the treaty , which both governments want to sign before the summer break .\nThey will meet again ."},
		{"headline on a line", "Ministers meet in Vienna\nThe two ministers met on Monday in Vienna for talks about the\ntreaty, they said.", "Ministers meet in Vienna\n\nThe two ministers met on Monday in Vienna for talks about the treaty , they said ."},
		{"bullets", "- one\n- two", "- one\n\n- two"},
		{"old wire", "The bank said 12.40 mln dlrs vs 1.5 in Jan. 1987.", "The bank said 12.40 mln dlrs vs 1.5 in Jan. 1987 ."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var d Document
			Segment(tt.text, &d)
			if got := shown(&d); got != tt.want {
				t.Errorf("text:\n%s\ngot:\n%s\nwant:\n%s", tt.text, got, tt.want)
			}
		})
	}
}
