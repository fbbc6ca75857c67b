package record

import (
	"strings"
	"testing"
)

const wire = `Chile's President Gabriel Boric arrived in Oslo on Monday for a two-day working visit, his first to Norway, and was received by Prime Minister Jonas Gahr Store at the government guest house in Parkveien.
The two signed a declaration on green shipping and spoke of minerals, of salmon and of the war in Ukraine, the prime minister's office said. Boric is to meet King Harald on Tuesday before he flies on to Stockholm, where he will speak in parliament.
Trade between the two countries has doubled since a free trade agreement was renewed, and Norwegian firms own much of the fish farming in the fjords of southern Chile. Environmental groups in Puerto Montt asked the president to press the matter of escaped fish.
It is the first visit by a Chilean head of state in nine years. Store accepted an invitation to Santiago, for which no date was set.`

const paper = `Gabriel Boric, the Chilean president, came to Norway this week looking for buyers of green hydrogen, and found an old quarrel about fish instead.
At a news conference in Oslo after his talks with Jonas Gahr Store he was asked five times about salmon that break out of Norwegian-owned pens. The two leaders answered with a declaration on shipping that had been ready for months.
A call on the king follows on Tuesday. Then the delegation of forty flies to Sweden. No Chilean president had been in the Norwegian capital for nine years, and the embassy hopes that the next nine will pass sooner; Store, at any rate, has said yes to Santiago.`

func TestPrint(t *testing.T) {
	words := strings.Fields(wire)
	for name, tc := range map[string]struct {
		text string
		near bool
	}{
		"itself":                {wire, true},
		"in other case and set": {strings.ToUpper(strings.Join(words, "\n")), true},
		"with a dateline":       {"OSLO, June 5 (North Wire) - By our correspondent. " + wire, true},
		"cut by a third":        {strings.Join(words[:len(words)*2/3], " "), true},
		"with another end":      {strings.Replace(wire, "It is the first visit by a Chilean head of state in nine years.", "No Chilean head of state had come for nine years.", 1), true},
		"of the same visit":     {paper, false},
		"too short":             {strings.Join(words[:30], " "), false},
		"nothing":               {"", false},
	} {
		if got := PrintOf(wire).Near(PrintOf(tc.text)); got != tc.near {
			t.Errorf("%s: near %v, want %v", name, got, tc.near)
		}
		if got := PrintFrom(PrintOf(tc.text).Bytes()); got != PrintOf(tc.text) {
			t.Errorf("%s: print %x is kept as %x", name, PrintOf(tc.text), got)
		}
	}
	if (Print{}).Near(Print{}) {
		t.Error("texts too short to tell are copies of one another")
	}
}

// TestPrintCarries: the counts of more runs than a byte holds add up.
func TestPrintCarries(t *testing.T) {
	long := strings.Repeat(wire+"\n", 9)
	if p, q := PrintOf(wire), PrintOf(long); !p.Near(q) {
		t.Errorf("a text nine times over has the print %x, once %x", q, p)
	}
}

func BenchmarkPrintOf(b *testing.B) {
	b.SetBytes(int64(len(wire)))
	b.ReportAllocs()
	for b.Loop() {
		PrintOf(wire)
	}
}
