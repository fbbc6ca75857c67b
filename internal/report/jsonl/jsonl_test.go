package jsonl

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func input(file string) *report.Input {
	return &report.Input{Name: "in.jsonl", Limit: 1 << 10, Body: strings.NewReader(file)}
}

const (
	one = `{"id":"x1","published":"2024-11-16","title":"Talks","text":"The two met.","outlet":"Wire","url":"https://example.org/1","tags":["a",{"b":1}]}`
	two = `{"id":"x2","published":"2024-11-17","text":"They met again."}`

	wantOne = `x1 | 2024-11-16 | Wire | https://example.org/1 | Talks | "The two met."`
	wantTwo = `x2 | 2024-11-17 |  |  |  | "They met again."`
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"two", one + "\n" + two + "\n", []string{wantOne, wantTwo}},
		{"blank lines and no last line end", "\n" + one + "\r\n\n  \n" + two, []string{wantOne, wantTwo}},
		{"byte order mark", "\ufeff" + one + "\n" + two, []string{wantOne, wantTwo}},
		{"the text is kept byte for byte", `{"id":"x","published":"2024-11-16","text":" \u201cYes\u201d\r\n\n\tA\u00a0B  "}`, []string{`x | 2024-11-16 |  |  |  | " “Yes”\r\n\n\tA\u00a0B  "`}},
		{"a number as id", `{"id":17,"published":"2024-11-16","text":"T"}`, []string{`17 | 2024-11-16 |  |  |  | "T"`}},
		{"an object as id", `{"id":{},"published":"2024-11-16","text":"T"}`, []string{
			`! in.jsonl: line 1: not a JSON object of a report: json: cannot unmarshal object into Go struct field .id of type json.Number`}},
		{"no id", `{"published":"2024-11-16","text":"T"}`, []string{`2c2d10ddb598d8a1 | 2024-11-16 |  |  |  | "T"`}},
		{"a time behind the date", `{"id":"x","published":"2024-11-16T22:00:00-05:00","text":"T"}`, []string{`x | 2024-11-16 |  |  |  | "T"`}},
		{"not JSON", one + "\n{\"id\":\"x9\",\n" + two, []string{wantOne,
			`! in.jsonl: line 2: not a JSON object of a report: unexpected end of JSON input`, wantTwo}},
		{"not an object", "[]\n" + two, []string{
			`! in.jsonl: line 1: not a JSON object of a report: json: cannot unmarshal array into Go value of type jsonl.object`, wantTwo}},
		{"no date", `{"id":"x","text":"T"}` + "\n" + two, []string{
			`! in.jsonl: line 1: no publication date; add "published":"YYYY-MM-DD" or give --published YYYY-MM-DD`, wantTwo}},
		{"no such date", `{"id":"x","published":"2024-13-45","text":"T"}` + "\n" + two, []string{
			`! in.jsonl: line 1: publication date "2024-13-45": there is no month 13`, wantTwo}},
		{"not UTF-8", one + "\n{\"id\":\"x\",\"text\":\"S\xe3o Paulo\"}\n" + two, []string{wantOne,
			`! in.jsonl: line 2: not valid UTF-8 at its byte 19; convert the input to UTF-8`, wantTwo}},
		{"NUL", `{"id":"x","published":"2024-11-16","text":"a\u0000b"}` + "\n" + two, []string{
			`! in.jsonl: line 1: text holds a NUL character at its byte 1, so it is no text`, wantTwo}},
		{"no text", `{"id":"x","published":"2024-11-16"}` + "\n" + two, []string{`! in.jsonl: line 1: neither text nor title`, wantTwo}},
		{"a line over the limit", one + "\n" + `{"id":"x","text":"` + strings.Repeat("long ", 300) + "\"}\n" + two, []string{wantOne,
			`! in.jsonl: line 2: the line is over 1 KB; split it into reports of less`, wantTwo}},
		{"a line over the limit and the buffer", one + "\n" + `{"id":"x","text":"` + strings.Repeat("long ", 200_000) + "\"}\n" + two, []string{wantOne,
			`! in.jsonl: line 2: the line is over 1 KB; split it into reports of less`, wantTwo}},
		{"a last line over the limit", one + "\n" + strings.Repeat("long ", 200_000), []string{wantOne,
			`! in.jsonl: line 2: the line is over 1 KB; split it into reports of less`}},
		{"empty", " \n", []string{`! in.jsonl: empty; want one JSON object a line with id, published, title and text`}},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Lines(input(c.file)), c.want...) })
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"array", "[" + one + "," + two + "]", []string{wantOne, wantTwo}},
		{"array over lines", "[\n  " + one + ",\n  " + two + "\n]\n", []string{wantOne, wantTwo}},
		{"objects over lines", strings.ReplaceAll(one, ",\"", ",\n\"") + "\n" + two, []string{wantOne, wantTwo}},
		{"brackets and quotes in a string", `[{"id":"x","published":"2024-11-16","text":"] } \" {["}]`, []string{`x | 2024-11-16 |  |  |  | "] } \" {["`}},
		{"a bad object", "[\n{\"id\":x},\n" + two + "]", []string{
			`! in.jsonl: line 2: not a JSON object of a report: invalid character 'x' looking for beginning of value`, wantTwo}},
		{"an object over the limit", `[{"id":"x","text":"` + strings.Repeat("long ", 300) + "\"},\n" + two + "]", []string{
			`! in.jsonl: line 1: the line is over 1 KB; split it into reports of less`, wantTwo}},
		{"cut between objects", "[" + one + ",", []string{wantOne, `! in.jsonl: line 1: the array ends too early; get the whole file again`}},
		{"cut within an object", "[" + one + ",\n{\"id\":\"x2\",\"te", []string{wantOne, `! in.jsonl: line 2: the last object ends too early; get the whole file again`}},
		{"something else", "[" + one + ",\nnull," + two + "]", []string{wantOne,
			`! in.jsonl: line 2: found 'n' where a JSON object should start; nothing behind it was read`}},
		{"empty array", "[]", []string{`! in.jsonl: empty; want one JSON object a line with id, published, title and text`}},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Values(input(c.file)), c.want...) })
	}
}

func TestStopsWhenAsked(t *testing.T) {
	for r := range Lines(input(one + "\n" + two)) {
		if r.ID != "x1" {
			t.Errorf("went on to %q behind the report that was enough", r.ID)
		}
		break
	}
}

func TestHasReports(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       bool
	}{
		{"a report", one, true},
		{"an array of reports", "[" + one, true},
		{"a title alone", `{"id":"x","Title":"T"}`, true},
		{"something else", `{"id":"x","engagements":[]}` + "\n", false},
		{"broken, so a failure is due", `{"id":`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := HasReports([]byte(c.head)); got != c.want {
				t.Errorf("HasReports(%q) = %v; want %v", c.head, got, c.want)
			}
		})
	}
}

var seeds = []string{one + "\n" + two, "[" + one + ",\n" + two + "]", "", "{", "[", `{"id":1}`, "\ufeff" + two, `{"text":"\ud800","published":"2024-11-16"}`, "\x00\xff\n" + one}

func FuzzLines(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		reporttest.Law(t, input(file), Lines)
		reporttest.GoesOn(t, Lines, file, 4)
	})
}

func FuzzValues(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) { reporttest.Law(t, input(file), Values) })
}

func TestLinesFromAnyPlace(t *testing.T) {
	reporttest.FromAnyPlace(t, Lines, "\xef\xbb\xbf{\"id\":\"a\",\"published\":\"2024-11-16\",\"text\":\"One.\"}\n\n{broken\r\n"+
		`{"id":"b","published":"2024-11-16","text":"`+strings.Repeat("x", 5000)+"\"}\n"+`{"id":"c","published":"2024-11-17","text":"Three."}`+"\n \n"+`{"id":"d","published":"2024-11-18","text":"Four."}`)
}
