package plain

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func input(file string) *report.Input {
	return &report.Input{Name: "in/a.txt", ID: "a", Limit: 1 << 10, Body: strings.NewReader(file)}
}

const okText = `"The two met in Lima.\n\nThey parted friends."`

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"date line first", "date 2024-11-16\nThe two met in Lima.\n\nThey parted friends.\n", `a | 2024-11-16 |  |  |  | ` + okText},
		{"white space around", " \n date 2024-11-16 \n\n\n\nThe two met in Lima.\n\nThey parted friends.\n\n", `a | 2024-11-16 |  |  |  | ` + okText},
		{"whole header", "date 2024-11-16\ntitle Talks in Lima\noutlet Andean Wire\nurl https://example.org/1\n\nThe two met in Lima.\n\nThey parted friends.",
			`a | 2024-11-16 | Andean Wire | https://example.org/1 | Talks in Lima | ` + okText},
		{"header with colons", "Title: Talks in Lima\n\nDate: November 16, 2024\n\nThe two met in Lima.\n\nThey parted friends.", `a | 2024-11-16 |  |  | Talks in Lima | ` + okText},
		{"byte order mark", "\ufeffdate 2024-11-16\nThe two met in Lima.\n\nThey parted friends.", `a | 2024-11-16 |  |  |  | ` + okText},
		{"UTF-16", utf16("date 2024-11-16\nThe two met in Lima.\n\nThey parted friends."), `a | 2024-11-16 |  |  |  | ` + okText},
		{"Windows line ends stay in the text", "date 2024-11-16\r\n\r\nOne.\r\nTwo.\r\n", `a | 2024-11-16 |  |  |  | "One.\r\nTwo."`},
		{"a key's second line is text", "date 2024-11-16\ndate 2023-01-01 was when they last met.", `a | 2024-11-16 |  |  |  | "date 2023-01-01 was when they last met."`},
		{"a sentence is no header", "date 2024-11-16\nTitle deeds changed hands.", `a | 2024-11-16 |  |  |  | "Title deeds changed hands."`},
		{"words that only start like a key", "date 2024-11-16\ndates were not set.", `a | 2024-11-16 |  |  |  | "dates were not set."`},
		{"headline only", "date 2024-11-16\ntitle Talks in Lima\n", `a | 2024-11-16 |  |  | Talks in Lima | ""`},
		{"no date", "The two met in Lima.\n", `! in/a.txt: no publication date; start the file with a line "date YYYY-MM-DD" or give --published YYYY-MM-DD`},
		{"a date line without a date", "date\nThe two met in Lima.\n", `! in/a.txt: no publication date; start the file with a line "date YYYY-MM-DD" or give --published YYYY-MM-DD`},
		{"no such date", "date 2024-13-45\nThe two met.", `! in/a.txt: publication date "2024-13-45": there is no month 13`},
		{"no text", "date 2024-11-16\n", `! in/a.txt: neither text nor title`},
		{"empty", "\n \n", `! in/a.txt: empty; a text file holds a line "date YYYY-MM-DD" and the text of one report`},
		{"not UTF-8", "date 2024-11-16\nS\xe3o Paulo", `! in/a.txt: text is not valid UTF-8 at its byte 1; convert the input to UTF-8`},
		{"NUL", "date 2024-11-16\nLi\x00ma", `! in/a.txt: text holds a NUL character at its byte 2, so it is no text`},
		{"too large", "date 2024-11-16\n" + strings.Repeat("word ", 300), `! in/a.txt: the file is over 1 KB; split it into reports of less`},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Read(input(c.file)), c.want) })
	}
}

func TestPublishedStandsInOnlyWithoutDate(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"no date", "The two met.", `a | 2020-01-02 |  |  |  | "The two met."`},
		{"a date", "date 2024-11-16\nThe two met.", `a | 2024-11-16 |  |  |  | "The two met."`},
		{"a bad date is not passed over", "date 2024-13-45\nThe two met.", `! in/a.txt: publication date "2024-13-45": there is no month 13`},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input(c.file)
			in.Published = reporttest.Day(t, "2020-01-02")
			reporttest.Want(t, Read(in), c.want)
		})
	}
}

func TestOriginalIsTheWholeFile(t *testing.T) {
	file := "date 2024-11-16\nThe two met.\n"
	for r := range Read(input(file)) {
		if got := string(r.Original); got != file {
			t.Errorf("Original = %q; want %q", got, file)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"date 2024-11-16\nThe two met.", "", "\ufeffDate: 2 May 2024\n\ntitle x\n", "date 2024-13-45\nx", "date 2024-11-16\n\xff\xfe", utf16("date 2024-11-16\nx")} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) { reporttest.Law(t, input(file), Read) })
}

// utf16 writes ASCII as UTF-16, little end first, with its mark.
func utf16(s string) string {
	out := "\xff\xfe"
	for i := range len(s) {
		out += s[i:i+1] + "\x00"
	}
	return out
}
