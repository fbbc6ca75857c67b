package language

import (
	"strings"
	"testing"
)

// prose is news prose of our own, for benchmarks.
const newsProse = `VIENNA, March 3 - The foreign ministers of Austria and Slovenia met on Monday in Vienna and agreed to hold talks on border controls
every three months, officials said. "We want the lines to stay short," Austria's minister told reporters after the meeting, which had been
put off twice since January.

Slovenia, which joined the Schengen area in December 2007, has asked its neighbours to end the checks at the Karawanks tunnel. The two
ministers will meet again in Ljubljana before the summer, a spokeswoman for the Slovenian ministry said. No date has been set.

The European Commission in Brussels, whose president is expected in Ljubljana next week, declined to comment on the $12.5 million plan.
`

func BenchmarkSegment(b *testing.B) {
	text := strings.Repeat(newsProse, 100)
	var d Document
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Segment(text, &d)
	}
}
