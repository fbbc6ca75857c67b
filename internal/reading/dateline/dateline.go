package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Span is a run of the text in bytes; an empty one has Start equal to End.
type Span struct{ Start, End int }

// Text gives the words of the span.
func (s Span) Text(text string) string { return text[s.Start:s.End] }

// Empty says whether the span holds nothing.
func (s Span) Empty() bool { return s.Start == s.End }

// Dateline is the head of a report.
type Dateline struct {
	Span           // from the place to the dash or colon, or the whole line
	Place     Span // "NEW DELHI", "The Kremlin"
	Region    Span // what stands behind the place's comma: "Kenya", "Conn.", "Moscow"; may be empty
	Date      Span // "Dec 6"; may be empty
	Agency    Span // "AP", without brackets; may be empty
	Day       edtf.Day
	HasDay    bool
	Sure      bool // a date, an agency or capitals say that it is a dateline
	OwnLine   bool // it stands on a line of its own
	StoryFrom int  // where the story begins
}

// reach is how many bytes a dateline may be long, and how far into the text
// its line may begin.
const (
	reach   = 110
	bylines = 240
)

// Find reads the dateline of a text that was published on a day. The year is
// the one that brings its day nearest to publication. ok is false where the
// text has none.
func Find(text string, published edtf.Day) (Dateline, bool) {
	for from, line := 0, 0; line < 4 && from < min(len(text), bylines); line++ {
		end := strings.IndexByte(text[from:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += from
		}
		start := from
		for start < end && (text[start] == ' ' || text[start] == '\t' || text[start] == '\r') {
			start++
		}
		if start < end {
			if d, ok := read(text, start, end, published); ok {
				return d, true
			}
			if d, ok := ownLine(text, start, end); ok && line < 2 {
				return d, true
			}
		} else {
			line--
		}
		from = end + 1
	}
	return Dateline{}, false
}

// read reads a dateline at text[i:end] that ends in a dash or colon.
func read(text string, i, end int, published edtf.Day) (Dateline, bool) {
	d := Dateline{Span: Span{i, i}}
	limit := min(end, i+reach)
	if n := strings.IndexByte(text[i:limit], ')'); n > 3 && n < 30 && text[i] == '(' && upper(text[i+1:]) && strings.ToUpper(text[i:i+n]) == text[i:i+n] { // "(GENEVA) -- Ministers"
		if at := skipSpace(text, i+n+1); dash(text, at) > 0 {
			d.Place = Span{i + 1, i + n}
			d.End = at + dash(text, at)
			d.StoryFrom = d.End
			return d.finish(text, true, false, published)
		}
	}
	if !upper(text[i:]) {
		return d, false
	}
	caps := true
	for at := i; at < limit; {
		if text[at] == ' ' {
			at++
			continue
		}
		if n := dash(text, at); n > 0 {
			d.End, d.StoryFrom = at+n, at+n
			return d.finish(text, caps, false, published)
		}
		if text[at] == '(' {
			close := strings.IndexByte(text[at:limit], ')')
			inner := trim(text, Span{at + 1, at + max(close, 0)})
			if close < 0 || close > 80 || close > 40 && !strings.ContainsAny(inner.Text(text), "0123456789") {
				return d, false
			}
			d.Agency = inner
			at += close + 1
			if d.Date.Empty() {
				d.dateIn(text, inner, published)
			}
			continue
		}
		if to, agency := slashed(text, at, limit); !d.Date.Empty() && to > at { // "MOSCOW, October 22. /TASS/. The minister"
			d.Agency, d.End, d.StoryFrom = agency, to, to
			return d.finish(text, caps, false, published)
		}
		if text[at] == ':' && (!d.Date.Empty() || !d.Agency.Empty()) { // "ISLAMABAD, Oct 22 (APP): The premier"
			d.End, d.StoryFrom = at+1, at+1
			return d.finish(text, caps, true, published)
		}
		next := wordEnd(text, at, limit)
		word := text[at:next]
		bare := strings.TrimRight(word, ",.:")
		if m := month(bare); m > 0 && d.Date.Empty() {
			if date, after, ok := readDate(text, at, next, limit, m, published, &d); ok {
				d.Date, at = date, after
				continue
			}
		}
		if digit(word) {
			if date, after, ok := dayFirst(text, at, next, limit, published, &d); ok {
				d.Date, at = date, after
				continue
			}
			return d, false
		}
		if i == 0 && !d.Date.Empty() && d.Agency.Empty() && d.comma(text) && upper(word) && at > 1 && digit(text[at-2:]) && !dashSoon(text, at, limit) { // "New Delhi, Feb 7 Prime Minister"
			d.End, d.StoryFrom = at-1, at
			return d.finish(text, caps, false, published)
		}
		if before := strings.TrimRight(text[i:at], " "); !d.Date.Empty() && !d.Agency.Empty() && strings.HasSuffix(before, ")") && upper(word) { // "Kazan, Oct 23 (PTI) The minister"
			d.End = i + len(before)
			d.StoryFrom = d.End
			return d.finish(text, caps, false, published)
		}
		if caps && !d.Date.Empty() && d.Agency.Empty() {
			if stopped(word) && len(bare) > 3 && strings.ToUpper(bare) == bare { // "YEREVAN, OCTOBER 22, ARMENPRESS. The"
				d.Agency, d.End, d.StoryFrom = Span{at, at + len(bare)}, next, next
				return d.finish(text, caps, false, published)
			}
			if before := strings.TrimRight(text[i:at], " "); strings.HasSuffix(before, ".") && upper(word) { // "BAKU, Azerbaijan, October 22. The president"
				d.End, d.StoryFrom = i+len(before), at
				return d.finish(text, caps, false, published)
			}
		}
		if !d.Date.Empty() && d.Agency.Empty() && len(bare) > 1 && len(bare) < 12 && !stopped(word) && strings.ToUpper(bare) == bare && upper(bare) { // "Jeddah, October 22, 2024, SPA --"
			d.Agency = Span{at, at + len(bare)}
			at = next
			continue
		}
		if !d.Date.Empty() || !d.Agency.Empty() {
			return d, false // words behind the date: no dateline
		}
		if !upper(word) && !particle(bare) {
			return d, false
		}
		caps = caps && (strings.ToUpper(bare) == bare || !d.Region.Empty() || d.comma(text))
		d.word(text, at, at+len(bare), word)
		at = next
		if strings.HasSuffix(word, ":") {
			d.End, d.StoryFrom = next, next
			return d.finish(text, caps, true, published)
		}
	}
	return d, false
}

// dateIn reads a date that stands in brackets with the agency: "(AA - 17th Oct, 2024)".
func (d *Dateline) dateIn(text string, in Span, published edtf.Day) {
	for at := in.Start; at < in.End; {
		next := wordEnd(text, at, in.End)
		word := text[at:next]
		if m := month(strings.TrimRight(word, ",.:")); m > 0 {
			if date, _, ok := readDate(text, at, next, in.End, m, published, d); ok {
				d.Date = date
				return
			}
		}
		if digit(word) {
			if date, _, ok := dayFirst(text, at, next, in.End, published, d); ok {
				d.Date = date
				return
			}
		}
		at = skipSpace(text, max(next, at+1))
	}
}

// dashSoon says whether a dash, a bracket or a colon stands in the next two words.
func dashSoon(text string, at, limit int) bool {
	for n := 0; n < 2 && at < limit; n++ {
		next := wordEnd(text, at, limit)
		if strings.HasSuffix(text[at:next], ":") || next < limit && text[next] != ' ' {
			return true
		}
		at = skipSpace(text, max(next, at+1))
	}
	return at < limit && (text[at] == '(' || dash(text, at) > 0)
}

func skipSpace(text string, i int) int {
	for i < len(text) && text[i] == ' ' {
		i++
	}
	return i
}

// slashed reads an agency between strokes, "/TASS/", with the full stop behind
// it; to is at where there is none.
func slashed(text string, at, limit int) (to int, agency Span) {
	if text[at] != '/' {
		return at, Span{}
	}
	close := strings.IndexByte(text[at+1:limit], '/')
	if close < 2 || close > 20 {
		return at, Span{}
	}
	to = at + close + 2
	return behind(text, to, limit), Span{at + 1, to - 1}
}

// stopped says whether a word ends in a full stop or a colon.
func stopped(word string) bool {
	return strings.HasSuffix(word, ".") || strings.HasSuffix(word, ":")
}

// comma says whether a comma has ended the place.
func (d *Dateline) comma(text string) bool {
	return !d.Place.Empty() && d.Place.End < len(text) && text[d.Place.End] == ','
}

// word adds a word to the place, or behind a comma to the region.
func (d *Dateline) word(text string, start, end int, word string) {
	part := &d.Place
	if d.comma(text) {
		part = &d.Region
	}
	if part.Empty() {
		part.Start = start
	}
	part.End = end
	if strings.HasSuffix(strings.TrimRight(word, ",:"), ".") {
		part.End++ // "Conn.", "ST."
	}
}

// finish judges what was read.
func (d Dateline) finish(text string, caps, colon bool, published edtf.Day) (Dateline, bool) {
	if strings.HasSuffix(d.Place.Text(text), ".") { // "MOSCOW. Oct 22 (Interfax) -"
		d.Place.End--
	}
	place := d.Place.Text(text)
	words := strings.Count(place, " ") + 1
	switch {
	case d.Place.Empty() || len(place) < 3 || words > 5 || kicker(place) || !prose(text, d.End):
		return d, false
	case colon && (!caps && words > 2 || words > 4):
		return d, false
	case !caps && d.Date.Empty() && d.Agency.Empty() && !colon:
		return d, false
	}
	d.Sure = caps && !colon || !d.Date.Empty() || !d.Agency.Empty()
	for d.StoryFrom < len(text) && unicode.IsSpace(rune(text[d.StoryFrom])) {
		d.StoryFrom++
	}
	return d, true
}

// ownLine reads a place that has a line to itself before a blank line: "The
// Kremlin, Moscow".
func ownLine(text string, i, end int) (Dateline, bool) {
	line := strings.TrimRight(text[i:end], " \r\t")
	if len(line) > 60 || end+1 >= len(text) || text[end+1] != '\n' && text[end+1] != '\r' || !upper(line) {
		return Dateline{}, false
	}
	words := strings.Fields(line)
	for _, w := range words {
		if strings.ContainsAny(w, ".!?:;\"()0123456789*") || !upper(w) && !particle(strings.Trim(w, ",")) {
			return Dateline{}, false
		}
	}
	place, region, found := strings.Cut(line, ", ")
	if len(words) > 6 || !found && len(words) > 2 || kicker(line) {
		return Dateline{}, false
	}
	d := Dateline{Span: Span{i, i + len(line)}, Place: Span{i, i + len(place)}, OwnLine: true, StoryFrom: end + 1}
	if found {
		d.Region = Span{i + len(place) + 2, i + len(place) + 2 + len(region)}
	}
	for d.StoryFrom < len(text) && unicode.IsSpace(rune(text[d.StoryFrom])) {
		d.StoryFrom++
	}
	return d, d.StoryFrom < len(text)
}

func trim(text string, s Span) Span {
	for s.Start < s.End && text[s.Start] == ' ' {
		s.Start++
	}
	for s.Start < s.End && text[s.End-1] == ' ' {
		s.End--
	}
	return s
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func digit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// dash gives the length of a dash or underscore that stands for itself at
// text[at:], 0 for none.
func dash(text string, at int) int {
	rest := text[at:]
	switch {
	case rest == "":
		return 0
	case strings.HasPrefix(rest, "—"), strings.HasPrefix(rest, "–"), strings.HasPrefix(rest, "―"):
		return 3
	case strings.HasPrefix(rest, "--"):
		return 2
	case rest[0] == '_' && (len(rest) == 1 || rest[1] == ' ' || rest[1] == '\n'):
		return 1
	case rest[0] == '-' && at > 0 && (text[at-1] == ' ' || text[at-1] == ')') && (len(rest) == 1 || rest[1] == ' '):
		return 1
	}
	return 0
}

// wordEnd gives the end of the word at text[at:].
func wordEnd(text string, at, limit int) int {
	end := at
	for end < limit && text[end] != ' ' && text[end] != '(' && (end == at || dash(text, end) == 0) {
		end++
	}
	return end
}

// prose says whether running text follows: something, not all in capitals.
func prose(text string, i int) bool {
	rest := strings.TrimSpace(text[i:min(len(text), i+60)])
	return len(rest) > 3 && strings.ToUpper(rest) != rest
}

// particle are the small words inside place names.
func particle(w string) bool {
	switch w {
	case "of", "the", "de", "da", "do", "la", "le", "el", "al", "am", "an", "der", "del", "di", "es", "sur", "on", "and", "paz":
		return true
	}
	return strings.HasPrefix(w, "al-") || strings.HasPrefix(w, "d'")
}

// kicker says whether what looks like a place is a word that heads articles
// or lists, or a weekday.
func kicker(place string) bool {
	first, _, _ := strings.Cut(strings.ToUpper(place), " ")
	switch strings.TrimRight(first, ",.") {
	case "BREAKING", "UPDATE", "EXCLUSIVE", "OPINION", "ANALYSIS", "EXPLAINER", "FACTBOX", "CORRECTED", "CORRECTION", "LIVE", "WATCH", "VIDEO", "PHOTOS",
		"EDITORIAL", "COMMENT", "INTERVIEW", "NOTE", "EDITOR'S", "READ", "ALSO", "QUESTION", "ANSWER", "Q", "A", "MONDAY", "TUESDAY", "WEDNESDAY",
		"THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "RPT", "REFILE", "SUMMARY", "HIGHLIGHTS", "MR", "MRS", "PRESIDENT", "PRIME", "MINISTER":
		return true
	}
	return false
}
