package dateline

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
)

// monthNames by number; three letters and more of them are enough.
var monthNames = [...]string{"", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// month gives the number of a month written in full or short ("Dec", "Sept"),
// in any case; 0 for none.
func month(w string) int {
	if len(w) < 3 || len(w) > 9 {
		return 0
	}
	w = strings.ToLower(w)
	for m := 1; m <= 12; m++ {
		if strings.HasPrefix(monthNames[m], w) && (len(w) <= 4 || w == monthNames[m]) {
			return m
		}
	}
	return 0
}

// readDate reads "Dec 6", "March 10, 2023" from the month at text[at:next].
func readDate(text string, at, next, limit, m int, published edtf.Day, d *Dateline) (Span, int, bool) {
	n, end := number(text, skip(text, next, limit), limit)
	if n < 1 || n > 31 {
		return Span{}, at, false
	}
	year, yearEnd := number(text, skip(text, end, limit), limit)
	if year >= 1500 && year <= 2999 {
		day, err := edtf.NewDay(year, m, n)
		if err != nil {
			return Span{}, at, false
		}
		d.Day, d.HasDay = day, true
		return Span{at, yearEnd}, behind(text, yearEnd, limit), true
	}
	d.Day, d.HasDay = nearest(m, n, published)
	return Span{at, end}, behind(text, end, limit), d.HasDay
}

// dayFirst reads "6 December", "10 Mar 2023" from the number at text[at:next].
func dayFirst(text string, at, next, limit int, published edtf.Day, d *Dateline) (Span, int, bool) {
	n, end := number(text, at, limit)
	switch w := text[end:next]; w {
	case "st", "nd", "rd", "th": // "5th September, 2025"
		end = next
	}
	from := skip(text, end, limit)
	to := wordEnd(text, from, limit)
	m := month(strings.TrimRight(text[from:to], ",.:"))
	if m == 0 || n < 1 || n > 31 || end != next {
		return Span{}, at, false
	}
	if year, yearEnd := number(text, skip(text, to, limit), limit); year >= 1500 && year <= 2999 {
		day, err := edtf.NewDay(year, m, n)
		d.Day, d.HasDay = day, err == nil
		return Span{at, yearEnd}, behind(text, yearEnd, limit), err == nil
	}
	d.Day, d.HasDay = nearest(m, n, published)
	return Span{at, to}, behind(text, to, limit), d.HasDay
}

// nearest gives the day m-n of the year that brings it nearest to published.
func nearest(m, n int, published edtf.Day) (edtf.Day, bool) {
	var best edtf.Day
	found := false
	for y := published.Year() - 1; y <= published.Year()+1; y++ {
		day, err := edtf.NewDay(y, m, n)
		if err == nil && (!found || distance(day, published) < distance(best, published)) {
			best, found = day, true
		}
	}
	return best, found
}

func distance(a, b edtf.Day) edtf.Day { return max(a-b, b-a) }

// skip passes spaces, commas and full stops.
func skip(text string, i, limit int) int {
	for i < limit && (text[i] == ' ' || text[i] == ',' || text[i] == '.') {
		i++
	}
	return i
}

// behind passes the comma or full stop that ends a date.
func behind(text string, i, limit int) int {
	for i < limit && (text[i] == ',' || text[i] == '.') {
		i++
	}
	return i
}

// number reads digits.
func number(text string, i, limit int) (n, end int) {
	for end = i; end < limit && text[end] >= '0' && text[end] <= '9' && end-i < 5; end++ {
		n = n*10 + int(text[end]-'0')
	}
	return n, end
}
