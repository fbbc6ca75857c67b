package table

import (
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/reporttest"
)

func input(file string) *report.Input {
	return &report.Input{Name: "in.csv", Limit: 8 << 10, Body: strings.NewReader(file)}
}

const (
	wantOne = `x1 | 2017-12-31 |  |  | Talks | "The two met."`
	wantTwo = `x2 | 2018-01-02 |  |  | More talks | "They met again."`
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"title, text, subject, date", "title,text,subject,date\nTalks,The two met.,worldnews,\"December 31, 2017 \"\n",
			[]string{`61d390f7cfe54751 | 2017-12-31 |  |  | Talks | "The two met."`}},
		{"other names and order", "Pub Date,BODY,Headline,id,Source,Link\n31 Dec 2017,The two met.,Talks,x1,Wire,https://example.org/1\n",
			[]string{`x1 | 2017-12-31 | Wire | https://example.org/1 | Talks | "The two met."`}},
		{"subject is the headline where there is no other", "id,date,subject,content\nx1,2017-12-31,Talks,The two met.\n", []string{wantOne}},
		{"semicolons", "id;date;title;text\nx1;2017-12-31;Talks;The two met.\n", []string{wantOne}},
		{"tabs and a byte order mark", "\ufeffid\tdate\ttitle\ttext\nx1\t2017-12-31\tTalks\tThe two met.\n", []string{wantOne}},
		{"Windows line ends and blank lines", "id,date,title,text\r\n\r\nx1,2017-12-31,Talks,The two met.\r\n\r\nx2,2018-01-02,More talks,They met again.", []string{wantOne, wantTwo}},
		{"a field over lines", "id,date,title,text\nx1,2017-12-31,Talks,\"The two \"\"met\"\".\n\nThey left.\"\nx2,2018-01-02,More talks,They met again.\n",
			[]string{`x1 | 2017-12-31 |  |  | Talks | "The two \"met\".\n\nThey left."`, wantTwo}},
		{"a quote inside a field", "id,date,title,text\nx1,2017-12-31,Talks,He said \"yes\" twice.\n", []string{`x1 | 2017-12-31 |  |  | Talks | "He said \"yes\" twice."`}},
		{"two readings of a date", "id,date,title,text\nx1,03/04/2017,Talks,The two met.\nx2,2018-01-02,More talks,They met again.\n", []string{
			`! in.csv: row 1 (line 2): publication date "03/04/2017": could be 2017-03-04 or 2017-04-03; write YYYY-MM-DD`, wantTwo}},
		{"no such date", "id,date,title,text\nx1,2024-13-45,Talks,The two met.\nx2,2018-01-02,More talks,They met again.\n", []string{
			`! in.csv: row 1 (line 2): publication date "2024-13-45": there is no month 13`, wantTwo}},
		{"an empty date", "id,date,title,text\nx1,,Talks,The two met.\nx2,2018-01-02,More talks,They met again.\n", []string{
			`! in.csv: row 1 (line 2): no publication date; add one or give --published YYYY-MM-DD`, wantTwo}},
		{"a row too short", "id,date,title,text\nx1\nx2,2018-01-02,More talks,They met again.\n", []string{`! in.csv: row 1 (line 2): neither text nor title`, wantTwo}},
		{"no date column", "id,title,text\nx1,Talks,The two met.\n", []string{
			`! in.csv: row 1 (line 2): no publication date; name a column of the header "date" or give --published YYYY-MM-DD`}},
		{"no text column", "a,b\n1,2\n", []string{`! in.csv: header: no column with the text of a report among ["a" "b"]; name one of them "text"`}},
		{"not UTF-8", "id,date,title,text\nx1,2017-12-31,Talks,S\xe3o Paulo\nx2,2018-01-02,More talks,They met again.\n", []string{
			`! in.csv: row 1 (line 2): text is not valid UTF-8 at its byte 1; convert the input to UTF-8`, wantTwo}},
		{"a row over the limit", "id,date,title,text\nx1,2017-12-31,Talks," + strings.Repeat("long ", 4000) + "\nx2,2018-01-02,More talks,They met again.\nx3,bad,T,T\n", []string{
			`! in.csv: row 1 (line 2): the row is over 8 KB; split it into reports of less; or close the quotation mark that was left open`, wantTwo,
			`! in.csv: row 3 (line 4): publication date "bad" is not understood; want YYYY-MM-DD`}},
		{"a quotation mark left open", "id,date,title,text\nx1,2017-12-31,Talks,The two met.\nx2,2018-01-02,More talks,\"" + strings.Repeat("long ", 4000) + "\n", []string{wantOne,
			`! in.csv: row 2 (line 3): the row is over 8 KB; split it into reports of less; or close the quotation mark that was left open`}},
		{"empty", "\n\n", []string{`! in.csv: empty; want a header row such as title,text,date and one report a row`}},
		{"a header alone", "id,date,title,text\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { reporttest.Want(t, Read(input(c.file)), c.want...) })
	}
}

func TestIsHeader(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       bool
	}{
		{"usual", "title,text,subject,date\nx", true},
		{"quoted, semicolons", `"date";"headline"` + "\n", true},
		{"a sentence", "Title, text and date were missing, he said.", false},
		{"one word", "text\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := IsHeader(c.head); got != c.want {
				t.Errorf("IsHeader(%q) = %v; want %v", c.head, got, c.want)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"title,text,subject,date\nTalks,The two met.,worldnews,\"December 31, 2017 \"\n", "", "id;text\n\"", "text,date\n\"a\"\"b\nc\",2017-12-31\nx\n",
		"text\tdate\n\xff\t1/2/2017", "date,text\n2024-11-16," + strings.Repeat("x", 9000) + "\n2024-11-17,y\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, file string) {
		reporttest.Law(t, input(file), Read)
		reporttest.GoesOn(t, Read, file, 4)
	})
}

func BenchmarkRead(b *testing.B) {
	row := `"Ministers meet in Ankara","` + strings.Repeat("The foreign minister told reporters in Ankara on Tuesday that \"\"the talks\"\" would go on. ", 28) + `",news,"December 31, 2017 "` + "\n"
	file := "title,text,subject,date\n" + strings.Repeat(row, 400)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(&report.Input{Name: "b", Body: strings.NewReader(file)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func TestReadFromAnyPlace(t *testing.T) {
	reporttest.FromAnyPlace(t, Read, "id,date,text\na,2024-11-16,One.\nb,,No date.\n\nc,2024-11-17,\"Three\nlines\nlong.\"\nd,2024-11-17,"+
		strings.Repeat("x", 9000)+"\ne,2024-11-18,Five.\nf,2024-11-19,Six.\n"+strings.Repeat("g,2024-11-20,Seven and more.\n", 200))
}
