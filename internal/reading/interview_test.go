package reading

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// TestInterview reads questions and answers: whoever is asked is "you" and "I".
func TestInterview(t *testing.T) {
	text := `The Kyrgyz foreign minister, Jeenbek Kulubaev, answers our questions.

Q: You were in Dushanbe last year. Was it worth it?

A: It was. Emomali Rahmon has accepted Sadyr Japarov's invitation to Bishkek.

Q: And the Kazakhs?

A: I saw Murat Nurtleu in Astana on the 14th.`
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	day, err := edtf.ParseDay("2025-01-24")
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(&report.Report{ID: "qa", Published: day, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"visit KGZ>TJK held 2024", "invitation KGZ>TJK held", "meeting KGZ+KAZ held 2025-01-14", "visit KGZ>KAZ held 2025-01-14"} {
		if !tells(got, want) {
			t.Errorf("want %s, got\n%s", want, printReading(got))
		}
	}
}

// TestLabelled reads a record of what was said: whoever a paragraph is labelled
// with is its "I" and "we".
func TestLabelled(t *testing.T) {
	text := `Written answers of the foreign minister of Barbados, Kerrie Symmonds.

Mr Kerrie Symmonds: I raised the matter with Kamina Johnson Smith of Jamaica when we met in Kingston on 2 August.`
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	day, err := edtf.ParseDay("2025-08-21")
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(&report.Report{ID: "labelled", Published: day, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	if want := "meeting BRB+JAM held 2025-08-02"; !tells(got, want) {
		t.Errorf("want %s, got\n%s", want, printReading(got))
	}
}
