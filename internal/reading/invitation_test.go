package reading

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// readPlain reads a text as published on a day.
func readPlain(t *testing.T, day, text string) *Reading {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	published, err := edtf.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(&report.Report{ID: "plain", Published: published, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestInvitationIsNotTheTrip keeps the day of an invitation and the time of
// the trip apart.
func TestInvitationIsNotTheTrip(t *testing.T) {
	for _, c := range []struct{ name, day, text, want string }{
		{"trip ahead", "2024-07-10", "Indian Prime Minister Narendra Modi invited Russian President Vladimir Putin to visit India in 2025.", "visit RUS>IND proposed 2025"},
		{"trip ahead leaves the invitation held", "2024-07-10", "Indian Prime Minister Narendra Modi invited Russian President Vladimir Putin to visit India in 2025.", "invitation IND>RUS held"},
		{"story's day", "2024-09-05", "BEIJING, Sept 5 - Chinese President Xi Jinping met Kenyan President William Ruto on Thursday.\n\nRuto invited Xi to Nairobi.", "invitation KEN>CHN held 2024-09-05"},
		{"perfect has no day", "2024-09-05", "Kenyan President William Ruto has invited Chinese President Xi Jinping to Nairobi.", "invitation KEN>CHN held"},
		{"month of the trip", "2024-02-01", "Poland's Prime Minister Donald Tusk has asked Slovak Prime Minister Robert Fico to come to Warsaw in March.", "visit SVK>POL proposed 2024-03"},
		{"turned down", "2024-02-01", "Polish Prime Minister Donald Tusk invited Slovak Prime Minister Robert Fico to Warsaw. Fico declined.", "invitation POL>SVK cancelled"},
		{"accepted", "2024-02-01", "Polish Prime Minister Donald Tusk invited Slovak Prime Minister Robert Fico to Warsaw. Fico accepted.", "visit SVK>POL planned"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := readPlain(t, c.day, c.text); !tells(got, c.want) {
				t.Errorf("%q\n  want %s\n  got\n%s", c.text, c.want, printReading(got))
			}
		})
	}
}

// TestNoInvitation reads sentences that ask for something else.
func TestNoInvitation(t *testing.T) {
	for _, text := range []string{
		"The European Union invited other countries to do the same, Commission President Ursula von der Leyen said in Tokyo.",
		"Japanese Prime Minister Fumio Kishida asked U.S. President Joe Biden to lift the tariffs.",
	} {
		if got := readPlain(t, "2024-02-01", text); countKind(got, Invitation) > 0 {
			t.Errorf("%q\n  want no invitation, got\n%s", text, printReading(got))
		}
	}
}

// countKind counts the engagements of one kind.
func countKind(r *Reading, k Kind) int {
	n := 0
	for i := range r.Engagements {
		if r.Engagements[i].Kind == k {
			n++
		}
	}
	return n
}

// TestInvitationAnswered reads invitations by the words that answer, return or
// undo them.
func TestInvitationAnswered(t *testing.T) {
	for _, c := range []struct{ day, text, want string }{
		{"2025-03-04", "After their talks in Hanoi, President Luong Cuong and Prabowo Subianto each asked the other to come again.", "invitation VNM>IDN held"},
		{"2025-03-04", "After their talks in Hanoi, President Luong Cuong and Prabowo Subianto each asked the other to come again.", "invitation IDN>VNM held"},
		{"2025-11-24", "Xi invited Trump to visit Beijing in April, and Trump reciprocated with an invitation for a state visit to Washington.", "invitation USA>CHN held"},
		{"2025-07-22", "Ukraine's Volodymyr Zelensky withdrew his invitation to Slovak Prime Minister Robert Fico to come to Kyiv.", "invitation UKR>SVK cancelled"},
		{"2024-04-22", "Pakistan's Shehbaz Sharif thanked Iranian President Ebrahim Raisi for accepting his invitation to visit Islamabad.", "invitation PAK>IRN held"},
		{"2025-08-18", "Alexander Lukashenko has been invited to Washington by Donald Trump, Belarus's state news agency reported.", "invitation USA>BLR held"},
	} {
		if got := readPlain(t, c.day, c.text); !tells(got, c.want) {
			t.Errorf("%q\n  want %s\n  got\n%s", c.text, c.want, printReading(got))
		}
	}
}
