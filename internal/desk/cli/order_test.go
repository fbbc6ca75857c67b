package cli

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// disputed are reports that disagree on the day and the length of a visit.
const disputed = `{"id":"d1","published":"2024-03-07","outlet":"The Harbour Post","text":"OSLO, March 7 - Finnish President Alexander Stubb paid a two-day state visit to Oslo on March 5-6 and met Prime Minister Jonas Gahr Støre."}
{"id":"d2","published":"2024-03-08","outlet":"The Fjord Courier","text":"Finland's President Alexander Stubb was in Oslo on a three-day official visit from March 4 to March 6."}
{"id":"d3","published":"2024-05-20","outlet":"The Harbour Post","text":"President Alexander Stubb of Finland, who visited Norway in April 2024, will travel to Estonia on June 3."}
`

// TestExamplesInAnyOrder: our sample reports and some that disagree, added in
// other orders, in one go and one by one, by one worker and by eight, make a
// record that exports the same bytes.
func TestExamplesInAnyOrder(t *testing.T) {
	text, err := os.ReadFile("../../../examples/reports.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	reports := shuffledLines(string(text)+disputed, -1)
	add := func(reports []string, step int, workers string) string {
		file := filepath.Join(t.TempDir(), "record.db")
		for i := 0; i < len(reports); i += step {
			runWith(t, strings.Join(reports[i:min(i+step, len(reports))], ""), "add", "--record", file, "--workers", workers, "-")
		}
		return runWith(t, "", "export", "--record", file, "--format", "jsonl")
	}
	want := add(reports, len(reports), "1")
	if !strings.Contains(want, `"conflicts":[{`) {
		t.Error("the record has no conflict: it tests less than it should")
	}
	for seed, how := range []struct {
		step    int
		workers string
	}{{len(reports), "8"}, {len(reports), "1"}, {17, "8"}} {
		if add(shuffledLines(strings.Join(reports, ""), int64(seed)), how.step, how.workers) != want {
			t.Errorf("order %d, %d at a time, %s workers: the export has other bytes than that of all in one go", seed, how.step, how.workers)
		}
	}
	// In memory, where adding is fast, in fifty orders.
	said := runWith(t, strings.Join(reports, ""), "read", "--format", "jsonl", "--workers", "8", "-")
	for seed := range int64(50) {
		all, single := record.NewBook(), record.NewBook()
		var every []record.Mention
		for _, line := range shuffledLines(said, seed) {
			ms := mentions(t, line)
			every = append(every, ms...)
			if err := single.Add(ms...); err != nil {
				t.Fatal(err)
			}
		}
		if err := all.Add(every...); err != nil {
			t.Fatal(err)
		}
		for how, book := range map[string]*record.Book{"one by one": single, "in one go": all} {
			var out strings.Builder
			if err := record.WriteJSONL(&out, book.Engagements()); err != nil {
				t.Fatal(err)
			}
			if out.String() != want {
				t.Fatalf("order %d, %s: the record has other bytes than the store's", seed, how)
			}
		}
	}
}

func mentions(t *testing.T, line string) []record.Mention {
	t.Helper()
	var says reading.Reading
	if err := json.Unmarshal([]byte(line), &says); err != nil {
		t.Fatal(err)
	}
	ms, err := record.Mentions(says, record.Rank(says.Outlet))
	if err != nil {
		t.Fatal(err)
	}
	return ms
}

// shuffledLines gives the lines of a text in an order that the seed chooses,
// or, for -1, in theirs.
func shuffledLines(text string, seed int64) []string {
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	lines[len(lines)-1] += "\n"
	if seed >= 0 {
		rand.New(rand.NewSource(seed)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	}
	return lines
}

func runWith(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	inv := Invocation{Args: args, In: strings.NewReader(in), Out: &out, Err: &errs, Getenv: func(string) string { return "" }}
	if code := inv.Run(t.Context()); code != exitDone {
		t.Fatalf("%v exited with %d: %s", args, code, errs.String())
	}
	return out.String()
}
