package page

import (
	"fmt"
	"math"
	"net/url"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// chart is a timeline with a lane for each kind. Lengths are units of its
// drawing.
type chart struct {
	Width, Height int
	Lanes         []lane
	Years         []tick
	Left          int  // of the drawing behind the names of the lanes
	ByYear        bool // it has columns for years, not engagements
	Earlier       int  // engagements that lie too far back to be drawn
}

type lane struct {
	Kind  reading.Kind
	Y     int // middle
	Marks []bar
}

// bar is one engagement in its lane.
type bar struct {
	Href, Title string
	X, Y, W, H  float64
	Class       string // status, and "vague" where the days are not known
}

type tick struct {
	X    float64
	Text string
}

// The sizes of a chart, and how many engagements it draws one by one: of more
// it draws how many there were in a year.
const (
	chartWidth = 1000
	chartLeft  = 96
	laneHeight = 30
	barHeight  = 14
	dot        = 9 // least width of a bar, so that it can be hit
	chartMost  = 120

	tallest   = 24 // a year's column
	yearsMost = 40 // that are drawn: the latest
)

var lanes = []reading.Kind{reading.Visit, reading.Meeting, reading.Summit, reading.Call, reading.Invitation, reading.Award, reading.Agreement}

// drawable gives what a chart can draw of lines: what has a date and a lane.
func drawable(all brief.Lines) brief.Lines {
	var out brief.Lines
	for _, l := range all {
		if l.Dated && l.First != edtf.MinDay && slices.Contains(lanes, l.Kind) {
			out = append(out, l)
		}
	}
	return out
}

// newChart draws what has a date, one by one; nil where there is too little to
// draw.
func newChart(es []record.Engagement, headline func(record.Engagement) string) *chart {
	var dated []record.Engagement
	for _, e := range es {
		first, _, ok := e.When.Bounds()
		if ok && first != edtf.MinDay && slices.Contains(lanes, e.Kind) {
			dated = append(dated, e)
		}
	}
	if len(dated) < 2 {
		return nil
	}
	since := recently(dated)
	c := &chart{Width: chartWidth, Left: chartLeft, Earlier: len(dated)}
	dated = slices.DeleteFunc(dated, func(e record.Engagement) bool { return began(e) < since })
	c.Earlier -= len(dated)
	lo, hi := edtf.MaxDay, edtf.MinDay
	for _, e := range dated {
		first, last, _ := e.When.Bounds()
		if last == edtf.MaxDay {
			last = first
		}
		lo, hi = min(lo, first), max(hi, last)
	}
	lo, hi = lo.YearStart(), hi.YearEnd()
	at := between(lo, hi)
	for _, kind := range lanes {
		l := lane{Kind: kind, Y: 24 + laneHeight*len(c.Lanes)}
		for _, e := range dated {
			if e.Kind == kind {
				l.Marks = append(l.Marks, newBar(e, float64(l.Y), at, headline(e)))
			}
		}
		if len(l.Marks) > 0 {
			c.Lanes = append(c.Lanes, l)
		}
	}
	c.finish(lo, hi, at)
	return c
}

// recently gives the first day that is worth drawing: behind the last gap of
// more than ten years, if what lies before it is less than a quarter of all. A
// single old one would leave no room for the others.
func recently(dated []record.Engagement) edtf.Day {
	days := make([]edtf.Day, len(dated))
	for i, e := range dated {
		days[i] = began(e)
	}
	slices.Sort(days)
	for i := len(days) / 4; i > 0; i-- {
		if days[i].Year()-days[i-1].Year() > 10 {
			return days[i]
		}
	}
	return days[0]
}

// began gives the first day of an engagement that has a date.
func began(e record.Engagement) edtf.Day {
	first, _, _ := e.When.Bounds()
	return first
}

// between places the days of some years on a chart.
func between(lo, hi edtf.Day) func(edtf.Day) float64 {
	return func(d edtf.Day) float64 {
		return round1(chartLeft + float64(d-lo)/float64(hi-lo+1)*(chartWidth-chartLeft))
	}
}

// finish draws the years behind the lanes.
func (c *chart) finish(lo, hi edtf.Day, at func(edtf.Day) float64) {
	c.Height = 24 + laneHeight*len(c.Lanes) + 8
	step := max(1, (hi.Year()-lo.Year()+1)/14)
	for y := lo.Year(); y <= hi.Year(); y += step {
		day, err := edtf.NewDay(y, 1, 1)
		if err != nil {
			break
		}
		c.Years = append(c.Years, tick{at(day), fmt.Sprint(y)})
	}
}

// yearChart draws how many engagements of each kind began in each of the latest
// years, the tallest column the year with the most of them. A column leads to
// the search for what it stands for.
func yearChart(lines brief.Lines, query string) *chart {
	type count struct{ all, held int }
	counts := map[reading.Kind]map[int]*count{}
	most, latest, earliest := 0, math.MinInt, math.MaxInt
	for _, l := range lines {
		latest, earliest = max(latest, l.First.Year()), min(earliest, l.First.Year())
	}
	earliest = max(earliest, latest-yearsMost+1)
	for _, l := range lines {
		year := l.First.Year()
		if year < earliest {
			continue
		}
		if counts[l.Kind] == nil {
			counts[l.Kind] = map[int]*count{}
		}
		n := counts[l.Kind][year]
		if n == nil {
			n = &count{}
			counts[l.Kind][year] = n
		}
		if n.all++; l.Status == reading.Held {
			n.held++
		}
		most = max(most, n.all)
	}
	lo, err := edtf.NewDay(earliest, 1, 1)
	if err != nil {
		return nil
	}
	hi, err := edtf.NewDay(latest, 12, 31)
	if err != nil {
		return nil
	}
	at := between(lo, hi)
	c := &chart{Width: chartWidth, Left: chartLeft, ByYear: true}
	for _, kind := range lanes {
		if counts[kind] == nil {
			continue
		}
		l := lane{Kind: kind, Y: 24 + laneHeight*len(c.Lanes)}
		for year := earliest; year <= latest; year++ {
			n := counts[kind][year]
			from, err := edtf.NewDay(year, 1, 1)
			if n == nil || err != nil {
				continue
			}
			b := bar{
				Href:  searchAddress(fmt.Sprintf("%s kind:%s on:%04d", query, kind, year), 0),
				Title: fmt.Sprintf("%d: %s, of which %d held", year, wording.Count(n.all, string(kind)), n.held),
				X:     round1(at(from) + 1), W: round1(at(from.YearEnd()+1) - at(from) - 2), H: round1(max(2, tallest*float64(n.all)/float64(most))), Class: "held",
			}
			b.Y = float64(l.Y) + laneHeight/2 - 2 - b.H
			if n.held == 0 {
				b.Class = "planned"
			}
			l.Marks = append(l.Marks, b)
		}
		c.Lanes = append(c.Lanes, l)
	}
	c.finish(lo, hi, at)
	return c
}

func newBar(e record.Engagement, middle float64, at func(edtf.Day) float64, headline string) bar {
	first, last, _ := e.When.Bounds()
	if last == edtf.MaxDay {
		last = first
	}
	b := bar{
		Href: "/engagement/" + url.PathEscape(e.EID), Title: wording.When(e.When) + ": " + headline + " (" + string(e.Status) + ")",
		X: at(first), Y: middle - barHeight/2, W: round1(at(last+1) - at(first)), H: barHeight, Class: string(e.Status),
	}
	if wording.Vague(e.When) {
		b.Class += " vague"
	}
	if b.W < dot {
		b.X, b.W = round1(b.X+b.W/2-dot/2.0), dot
	}
	return b
}

func round1(x float64) float64 { return math.Round(x*10) / 10 }

// yearCount is how often two were in contact in a year, or that they were not in
// a run of years.
type yearCount struct {
	Year    int // the first of a run
	Until   int // the last of a run; 0 for a single year
	N       int
	Percent int // of the year with the most
}

// quiet is how many years without contact are shown as one.
const quiet = 5

// frequency counts what was held by year, from the last to the first, without
// gaps.
func frequency(held brief.Lines) []yearCount {
	counts := map[int]int{}
	lo, hi, most := math.MaxInt, math.MinInt, 0
	for _, l := range held {
		if l.Dated && l.First != edtf.MinDay && l.Kind != reading.Award && l.Kind != reading.Agreement {
			y := l.First.Year()
			counts[y]++
			lo, hi, most = min(lo, y), max(hi, y), max(most, counts[y])
		}
	}
	var out []yearCount
	for y := hi; y >= lo && len(out) < yearsMost; y-- {
		last := y
		for counts[y] == 0 && counts[y-1] == 0 {
			y--
		}
		if last-y+1 >= quiet {
			out = append(out, yearCount{Year: y, Until: last})
			continue
		}
		for ; last >= y; last-- {
			out = append(out, yearCount{last, 0, counts[last], 100 * counts[last] / most})
		}
	}
	return out
}
