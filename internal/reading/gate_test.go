package reading

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading/gate"
	"github.com/chancery-project/chancery/internal/report"
)

func TestGate(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	text := "Emmanuel Macron arrived in Rome on Tuesday and met Giorgia Meloni.\n\n" +
		"Exports of machinery grew by four per cent in the first half of the year, the statistics office reported.\n\n" +
		"The opposition called the budget careless, and the minister of finance called the opposition forgetful.\n\n" +
		"Parliament is to vote on the bill next week; nobody expects that it will be thrown out.\n\n" +
		"Macron and Meloni will meet again in Paris in July."
	day, _ := edtf.ParseDay("2024-06-12")
	if _, err := r.Read(&report.Report{ID: "gate", Published: day, Text: text}); err != nil {
		t.Fatal(err)
	}
	s := r.page.doc.Sentences
	if !s[0].Parsed || !s[4].Parsed {
		t.Error("a sentence that tells of a meeting is not parsed")
	}
	if s[1].Parsed && s[2].Parsed && s[3].Parsed {
		t.Error("every sentence is parsed")
	}
}

func TestNewTriggersPassTheGate(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	p := &r.page
	p.begin(&report.Report{ID: "gate", Text: "The opposition called the budget careless, and the minister of finance called the opposition forgetful. Prices rose. Traders said so."}, nil)
	p.promising(p.scan())
	if p.worth(0, gate.Rest) {
		t.Fatal("a quarrel over the budget passes the gate")
	}
	p.cues[0] |= cueNew
	if !p.worth(0, gate.Rest) {
		t.Error("a sentence with a new trigger does not pass")
	}
}
