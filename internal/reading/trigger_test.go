package reading

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading/lexicon"
	"github.com/chancery-project/chancery/internal/report"
)

// brief writes an engagement as the lexicon's examples do: "visit DEU>JPN",
// "meeting DEU+CHN".
func brief(e *Engagement) string {
	from, to := []string{}, []string{}
	for _, p := range e.Parties {
		switch p.Role {
		case RoleHost, RoleInvitee, RoleRecipient:
			to = appendNew(to, p.Country)
		default:
			from = appendNew(from, p.Country)
		}
	}
	if e.Kind == Visit {
		return "visit " + strings.Join(from, "+") + ">" + e.Country
	}
	if len(to) > 0 {
		return string(e.Kind) + " " + strings.Join(from, "+") + ">" + strings.Join(to, "+")
	}
	return string(e.Kind) + " " + strings.Join(from, "+")
}

// says tells whether a reading holds what an example of the lexicon asks for;
// the order of parties does not count.
func says(r *Reading, want string) bool {
	kind, parties, _ := strings.Cut(want, " ")
	for i := range r.Engagements {
		got := brief(&r.Engagements[i])
		gotKind, gotParties, _ := strings.Cut(got, " ")
		if got == want {
			return true
		}
		if gotKind != kind || strings.Contains(parties, ">") {
			continue
		}
		all := true
		for _, c := range strings.Split(parties, "+") {
			found := false
			for _, g := range strings.Split(gotParties, "+") {
				found = found || g == c
			}
			all = all && found
		}
		if all {
			return true
		}
	}
	return false
}

func TestTriggerExamples(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	day, err := edtf.ParseDay("2025-12-31")
	if err != nil {
		t.Fatal(err)
	}
	tested := 0
	for _, tr := range lexicon.Triggers() {
		if tr.Example == "" {
			t.Errorf("line %d: %s has no example", tr.Line, tr.Word)
			continue
		}
		tested++
		got, err := r.Read(&report.Report{ID: tr.Word, Published: day, Text: tr.Example})
		if err != nil {
			t.Fatal(err)
		}
		if !says(got, tr.Reading) {
			var all []string
			for i := range got.Engagements {
				all = append(all, brief(&got.Engagements[i]))
			}
			t.Errorf("line %d: %q\n  got  %q\n  want %q", tr.Line, tr.Example, all, tr.Reading)
		}
	}
	if tested < 60 {
		t.Fatalf("%d examples tested, want 60 or more", tested)
	}
}
