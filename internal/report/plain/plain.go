// Package plain reads a text file that holds one report.
//
// The file starts with header lines, in any order, with blank lines and stray
// white space around them: "date YYYY-MM-DD", and where known "title …",
// "outlet …", "url …" ("Date: …" is taken too). The first line that is none
// of these starts the text, which is kept byte for byte but for white space
// before and behind it. The headline is not searched for in the text.
package plain

import (
	"iter"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/charset"
)

// Read gives the report of the file, or its failure.
func Read(in *report.Input) iter.Seq2[*report.Report, error] {
	return report.Single(in, read)
}

func read(in *report.Input) (*report.Report, *report.Failure) {
	raw, f := in.Whole(charset.Reader(in.Body), "file")
	if f != nil {
		return nil, f
	}
	file := string(raw)
	if strings.TrimSpace(file) == "" {
		return nil, in.Fail("", report.ErrInvalid, "empty; a text file holds a line \"date YYYY-MM-DD\" and the text of one report")
	}
	h, body := cutHeader(file)
	r := &report.Report{Title: h["title"], Outlet: h["outlet"], URL: h["url"], Text: strings.TrimSpace(body), Original: raw}
	if r.URL == "" {
		r.URL = in.URL
	}
	if f := in.Admit(r, "", h["date"]); f != nil {
		if f.Kind == report.ErrNoDate {
			f.Reason = "no publication date; start the file with a line \"date YYYY-MM-DD\" or give --published YYYY-MM-DD"
		}
		return nil, f
	}
	return r, nil
}

var keys = []string{"date", "title", "outlet", "url"}

// cutHeader takes the header lines off the front of the file. A key counts
// once; its second line is text.
func cutHeader(file string) (header map[string]string, body string) {
	header = map[string]string{}
	for rest := file; ; {
		line, after, more := strings.Cut(rest, "\n")
		if strings.TrimSpace(line) != "" {
			key, value := headerLine(line)
			if _, twice := header[key]; key == "" || twice {
				return header, rest
			}
			header[key] = value
		}
		if rest = after; !more {
			return header, ""
		}
	}
}

// headerLine gives key and value of "date 2024-12-02" or "Date: 2024-12-02".
// Without the colon the key is in small letters, as no sentence starts so.
func headerLine(line string) (key, value string) {
	line = strings.TrimSpace(line)
	for _, k := range keys {
		if len(line) < len(k) || !strings.EqualFold(line[:len(k)], k) {
			continue
		}
		rest := line[len(k):]
		if v, ok := strings.CutPrefix(rest, ":"); ok {
			return k, strings.TrimSpace(v)
		}
		if line[:len(k)] == k && (rest == "" || rest[0] == ' ' || rest[0] == '\t') {
			return k, strings.TrimSpace(rest)
		}
	}
	return "", ""
}
