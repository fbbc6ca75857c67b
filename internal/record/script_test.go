package record

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

var update = flag.Bool("update", false, "write what the record says into the scripts")

// TestScripts plays the timelines under testdata: these reports arrive, then
// the record says this. A script has one idea; its first lines say which.
//
//	report ID DATE [OUTLET]
//	  KIND STATUS WHEN COUNTRY/PLACE PARTY PARTY… [EVENT]
//
// A party is CODE:Person_Name or CODE:Person_Name;office; the first of a visit
// is the visitor, of an invitation the inviter, of an award the giver. "-"
// stands for nothing. "+type=state" and "+duration=P2D" may stand between the
// parties and the event. A line "text NAME" under a report says that its text is
// a copy of those with the same NAME. The part behind "record" is what it must say.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts under testdata (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { play(t, file) })
	}
}

func play(t *testing.T, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, want, found := strings.Cut(string(text), "\nrecord\n")
	if !found {
		t.Fatalf("%s has no line \"record\"", file)
	}
	b := book(t, parse(t, head))
	var got strings.Builder
	for _, e := range b.Engagements() {
		got.WriteString(describe(&e))
	}
	if *update {
		if err := os.WriteFile(file, []byte(head+"\nrecord\n"+got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(want, got.String()); d != "" {
		t.Errorf("%s (-want +got):\n%s", head, d)
	}
}

func parse(t *testing.T, script string) []reading.Reading {
	t.Helper()
	var out []reading.Reading
	sc := bufio.NewScanner(strings.NewReader(script))
	for sc.Scan() {
		line := strings.TrimSpace(sc.Text())
		words := strings.Fields(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case words[0] == "report":
			r := reading.Reading{ID: words[1], Published: words[2]}
			if len(words) > 3 {
				r.Outlet = strings.Join(words[3:], " ")
			}
			out = append(out, r)
		case words[0] == "text":
			out[len(out)-1].Title = line
		default:
			r := &out[len(out)-1]
			r.Engagements = append(r.Engagements, parseEngagement(t, words))
		}
	}
	return out
}

func parseEngagement(t *testing.T, words []string) reading.Engagement {
	t.Helper()
	if len(words) < 5 {
		t.Fatalf("engagement %q: want KIND STATUS WHEN COUNTRY/PLACE PARTY…", words)
	}
	text := func(s string) string { return strings.ReplaceAll(strings.TrimPrefix(s, "-"), "_", " ") }
	e := reading.Engagement{Kind: reading.Kind(words[0]), Status: reading.Status(words[1]), When: edtf.Date(text(words[2])), Confidence: 0.8}
	country, place, _ := strings.Cut(words[3], "/")
	e.Country, e.Place = text(country), text(place)
	roles := map[reading.Kind][2]reading.Role{
		reading.Visit:      {reading.RoleVisitor, reading.RoleHost},
		reading.Invitation: {reading.RoleInviter, reading.RoleInvitee},
		reading.Award:      {reading.RoleGiver, reading.RoleRecipient},
	}
	for i, w := range words[4:] {
		if said, more := strings.CutPrefix(w, "+"); more {
			switch field, value, _ := strings.Cut(said, "="); field {
			case "type":
				e.Type = value
			case "duration":
				e.Duration = value
			case "implied":
				e.Implied = true
			case "presumed":
				e.Presumed = true
			default:
				t.Fatalf("engagement %q: no field %q", words, field)
			}
			continue
		}
		code, person, party := strings.Cut(w, ":")
		if !party {
			e.Event = strings.Join(words[4+i:], " ")
			break
		}
		role := reading.RoleParty
		if rs, ok := roles[e.Kind]; ok {
			role = rs[min(i, 1)]
		}
		person, office, _ := strings.Cut(person, ";")
		e.Parties = append(e.Parties, reading.Party{Country: code, Person: text(person), Role: role, Office: text(office)})
	}
	return e
}

// describe writes an engagement in the manner of the scripts.
func describe(e *Engagement) string {
	var b bytes.Buffer
	dash := func(s string) string {
		if s == "" {
			return "-"
		}
		return strings.ReplaceAll(s, " ", "_")
	}
	fmt.Fprintf(&b, "%s %s %s %s/%s", e.Kind, e.Status, dash(string(e.When)), dash(e.Country), dash(e.Place))
	for _, p := range e.Parties {
		fmt.Fprintf(&b, " %s:%s", p.Country, dash(p.Person))
	}
	if e.Event != "" {
		fmt.Fprintf(&b, " %s", e.Event)
	}
	fmt.Fprintf(&b, "\n  reports %s\n", strings.Join(e.Reports, " "))
	for _, r := range slices.Sorted(maps.Keys(e.Copies)) {
		fmt.Fprintf(&b, "  copy %s of %s\n", r, e.Copies[r])
	}
	if len(e.Copies) > 0 {
		fmt.Fprintf(&b, "  confidence %.2f\n", e.Confidence)
	}
	if len(e.Steps) > 1 {
		b.WriteString("  steps")
		for _, s := range e.Steps {
			fmt.Fprintf(&b, " %s:%s", s.Date, s.Status)
		}
		b.WriteString("\n")
	}
	for _, c := range e.Conflicts {
		fmt.Fprintf(&b, "  conflict %s %v\n", c.Field, c.Values)
	}
	if len(e.PartOf) > 0 {
		fmt.Fprintf(&b, "  part of %d\n", len(e.PartOf))
	}
	return b.String()
}
