package page

import (
	"fmt"
	"math"
	"net/url"
	"slices"

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
	Left          int // of the drawing behind the names of the lanes
}

type lane struct {
	Kind  reading.Kind
	Y     int // middle
	Marks []bar
}

// bar is one engagement in its lane.
type bar struct {
	Href, Title string
	X, Y, W     float64
	Class       string // status, and "vague" where the days are not known
}

type tick struct {
	X    float64
	Text string
}

// The sizes of a chart, and how many engagements it draws: the latest.
const (
	chartWidth = 1000
	chartLeft  = 96
	laneHeight = 30
	barHeight  = 14
	dot        = 9 // least width of a bar, so that it can be hit
	chartMost  = 500
)

var lanes = []reading.Kind{reading.Visit, reading.Meeting, reading.Summit, reading.Call, reading.Invitation, reading.Award, reading.Agreement}

// newChart draws what has a date; nil where there is too little to draw.
func newChart(es []record.Engagement, headline func(record.Engagement) string) *chart {
	var dated []record.Engagement
	lo, hi := edtf.MaxDay, edtf.MinDay
	for i := len(es) - 1; i >= 0 && len(dated) < chartMost; i-- {
		first, last, ok := es[i].When.Bounds()
		if !ok || first == edtf.MinDay || !slices.Contains(lanes, es[i].Kind) {
			continue
		}
		if last == edtf.MaxDay {
			last = first
		}
		dated = append(dated, es[i])
		lo, hi = min(lo, first), max(hi, last)
	}
	if len(dated) < 2 {
		return nil
	}
	slices.Reverse(dated)
	lo, hi = lo.YearStart(), hi.YearEnd()
	at := func(d edtf.Day) float64 {
		return round1(chartLeft + float64(d-lo)/float64(hi-lo+1)*(chartWidth-chartLeft))
	}
	c := &chart{Width: chartWidth, Left: chartLeft}
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
	c.Height = 24 + laneHeight*len(c.Lanes) + 8
	step := max(1, (hi.Year()-lo.Year()+1)/14)
	for y := lo.Year(); y <= hi.Year(); y += step {
		day, err := edtf.NewDay(y, 1, 1)
		if err != nil {
			break
		}
		c.Years = append(c.Years, tick{at(day), fmt.Sprint(y)})
	}
	return c
}

func newBar(e record.Engagement, middle float64, at func(edtf.Day) float64, headline string) bar {
	first, last, _ := e.When.Bounds()
	if last == edtf.MaxDay {
		last = first
	}
	b := bar{
		Href: "/engagement/" + url.PathEscape(e.EID), Title: wording.When(e.When) + ": " + headline + " (" + string(e.Status) + ")",
		X: at(first), Y: middle - barHeight/2, W: round1(at(last+1) - at(first)), Class: string(e.Status),
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

// yearCount is how often two were in contact in a year.
type yearCount struct {
	Year    int
	N       int
	Percent int // of the year with the most
}

// frequency counts what was held by year, from the first to the last, without
// gaps.
func frequency(held []record.Engagement) []yearCount {
	counts := map[int]int{}
	lo, hi, most := math.MaxInt, math.MinInt, 0
	for _, e := range held {
		if y, ok := yearOf(e); ok && e.Kind != reading.Award && e.Kind != reading.Agreement {
			counts[y]++
			lo, hi, most = min(lo, y), max(hi, y), max(most, counts[y])
		}
	}
	var out []yearCount
	for y := hi; y >= lo && len(out) < 40; y-- {
		out = append(out, yearCount{y, counts[y], 100 * counts[y] / most})
	}
	return out
}
