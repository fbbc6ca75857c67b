package reading

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// somebody is an invented official, for sentences that nobody wrote.
type somebody struct{ name, code, country, people, office, capital string }

var somebodies = []somebody{
	{"Jaap Verhoeven", "NLD", "the Netherlands", "Dutch", "Agriculture Minister", "The Hague"},
	{"Amina Diallo", "SEN", "Senegal", "Senegalese", "Trade Minister", "Dakar"},
	{"Tomas Lindqvist", "SWE", "Sweden", "Swedish", "Deputy Prime Minister", "Stockholm"},
	{"Paulo Figueira", "BRA", "Brazil", "Brazilian", "President", "Brasília"},
	{"Kenji Morimoto", "JPN", "Japan", "Japanese", "Prime Minister", "Tokyo"},
	{"Elif Karaca", "TUR", "Türkiye", "Turkish", "Foreign Minister", "Ankara"},
	{"Oleh Marchenko", "UKR", "Ukraine", "Ukrainian", "Defence Minister", "Kyiv"},
}

// forms are the ways in which news names an official.
var forms = []struct {
	name string
	of   func(w somebody) string
}{
	{"French President X", func(w somebody) string { return w.people + " " + w.office + " " + w.name }},
	{"President of France X", func(w somebody) string { return w.office + " of " + w.country + " " + w.name }},
	{"the president of France, X,", func(w somebody) string {
		return "the " + strings.ToLower(w.office) + " of " + w.country + ", " + w.name + ","
	}},
	{"France's President X", func(w somebody) string { return genitive(w) + " " + w.office + " " + w.name }},
	{"France's president, X,", func(w somebody) string { return genitive(w) + " " + strings.ToLower(w.office) + ", " + w.name + "," }},
	{"X of France", func(w somebody) string { return w.name + " of " + w.country }},
	{"President X of France", func(w somebody) string { return w.office + " " + w.name + " of " + w.country }},
	{"X, the French president,", func(w somebody) string {
		return w.name + ", the " + w.people + " " + strings.ToLower(w.office) + ","
	}},
	{"X, President of France,", func(w somebody) string { return w.name + ", " + w.office + " of " + w.country + "," }},
	{"the French president", func(w somebody) string { return "the " + w.people + " " + strings.ToLower(w.office) }},
}

func genitive(w somebody) string {
	return strings.ToUpper(w.country[:1]) + w.country[1:] + "'s"
}

// TestFormsOfNames reads every sentence of frames.tsv with every way of naming
// the two who act.
func TestFormsOfNames(t *testing.T) {
	data, err := os.ReadFile("testdata/frames.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	day, err := edtf.ParseDay("2024-10-15")
	if err != nil {
		t.Fatal(err)
	}
	all, read := 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		f := strings.Split(line, "\t")
		if line[0] == '#' {
			continue
		}
		if len(f) != 3 {
			t.Fatalf("frames.tsv: %q: %d columns, want 3", line, len(f))
		}
		n, ok, failed := 0, 0, ""
		for i, one := range forms {
			for k, two := range forms {
				a := somebodies[(i+k)%len(somebodies)]
				b := somebodies[(i+k+1+(i*k)%5)%len(somebodies)]
				text := frame(f[2], a, b, one.of(a), two.of(b))
				got, err := r.Read(&report.Report{ID: "frame", Published: day, Text: text})
				if err != nil {
					t.Fatal(err)
				}
				n++
				if framed(got, Kind(f[0]), f[1], a.code, b.code) {
					ok++
				} else if failed == "" {
					failed = text
				}
			}
		}
		all, read = all+n, read+ok
		if ok*10 < n*7 {
			t.Errorf("%q: read in %d of %d forms of names, such as not in %q", f[2], ok, n, failed)
		}
	}
	t.Logf("%d of %d sentences read", read, all)
	if read*100 < all*97 {
		t.Errorf("%d of %d sentences read, want 97 of 100", read, all)
	}
}

// frame puts two officials in a sentence.
func frame(words string, a, b somebody, A, B string) string {
	s := strings.NewReplacer("{a}", A, "{b}", B, "{a:capital}", a.capital, "{b:capital}", b.capital,
		"{a:country}", a.country, "{b:country}", b.country).Replace(words)
	s = strings.NewReplacer(",,", ",", ",.", ".", ",'s", "'s", ",\"", ",\"").Replace(s)
	return strings.ToUpper(s[:1]) + s[1:]
}

// framed looks for an engagement of the two.
func framed(r *Reading, kind Kind, who, a, b string) bool {
	for i := range r.Engagements {
		e := &r.Engagements[i]
		if e.Kind != kind && !(kind == Meeting && e.Kind == Summit) {
			continue
		}
		codes := map[string]Role{}
		for _, p := range e.Parties {
			if codes[p.Country] != RoleVisitor {
				codes[p.Country] = p.Role
			}
		}
		switch who {
		case "A B":
			if codes[a] != "" && codes[b] != "" {
				return true
			}
		case "A>B":
			if codes[a] == RoleVisitor && e.Country == b {
				return true
			}
		case "B>A":
			if codes[b] == RoleVisitor && e.Country == a {
				return true
			}
		default:
			panic(fmt.Sprintf("frames.tsv: who is %q", who))
		}
	}
	return false
}
