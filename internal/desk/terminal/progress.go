package terminal

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// Progress says how many reports and how much text are done, how fast, how far
// that is and how long it will take: on a terminal in one line that is written
// over and over, elsewhere in a line each minute. A nil Progress says nothing.
// Only Read may be called by several goroutines.
type Progress struct {
	w             io.Writer
	live          bool // w is a terminal
	what          string
	total         int64 // bytes of all inputs; 0 where that is unknown
	started, last time.Time
	reports       int
	bytes         int64
	input         atomic.Int64 // bytes read of the inputs, packed as they are
	skipped       int64        // of them before the first report
	drawn         bool
}

// How often it is said, and how long nothing is said at first.
const (
	quiet     = 500 * time.Millisecond
	liveEvery = 100 * time.Millisecond
	logEvery  = time.Minute
)

// NewProgress gives a Progress on w. what is the work: "reading".
func NewProgress(w io.Writer, what string, total int64) *Progress {
	now := time.Now()
	return &Progress{w: w, live: Is(w), what: what, total: total, started: now, last: now}
}

// Read adds bytes that were read of the inputs.
func (p *Progress) Read(bytes int) {
	if p != nil {
		p.input.Add(int64(bytes))
	}
}

// Done adds a report of so many bytes of text.
func (p *Progress) Done(bytes int) {
	if p == nil {
		return
	}
	now := time.Now()
	if p.reports++; p.reports == 1 {
		p.started, p.last = now, now // what came before was opening, and going to where it stopped
		p.skipped = p.input.Load()
	}
	p.bytes += int64(bytes)
	every := logEvery
	if p.live {
		every = liveEvery
	}
	if now.Sub(p.started) < quiet || now.Sub(p.last) < every {
		return
	}
	p.last = now
	line := p.line(now.Sub(p.started))
	if !p.live {
		fmt.Fprintln(p.w, line)
		return
	}
	p.drawn = true
	fmt.Fprintf(p.w, "\r\x1b[K%s", line)
}

// line says it: "adding ██████░░░░░░░░░░░░░░  30%  1200 reports, 3.4 MB,
// 1.7 MB/s, 4 min left".
func (p *Progress) line(took time.Duration) string {
	text := fmt.Sprintf("%d reports, %.1f MB, %.1f MB/s", p.reports, float64(p.bytes)/1e6, float64(p.bytes)/1e6/took.Seconds())
	read := p.input.Load()
	if read == 0 {
		read = p.bytes
	}
	if p.total <= 0 || read > p.total {
		return p.what + " " + text
	}
	bar := ""
	if p.live {
		bar = p.bar(read) + " "
	}
	text = fmt.Sprintf("%s %s%3d%%  %s", p.what, bar, read*100/p.total, text)
	if since := read - p.skipped; since > 0 {
		text += ", " + left(time.Duration(float64(took)*float64(p.total-read)/float64(since)))
	}
	return text
}

func (p *Progress) bar(read int64) string {
	const width = 20
	full := int(read * width / p.total)
	bar := make([]rune, width)
	for i := range bar {
		bar[i] = '░'
		if i < full {
			bar[i] = '█'
		}
	}
	return string(bar)
}

// left says how long it will take, about.
func left(d time.Duration) string {
	switch {
	case d < 90*time.Second:
		return fmt.Sprintf("%d s left", int(d.Seconds()+0.5))
	case d < 90*time.Minute:
		return fmt.Sprintf("%d min left", int(d.Minutes()+0.5))
	}
	return fmt.Sprintf("%.1f h left", d.Hours())
}

// Clear takes the line away, so that something else can be written.
func (p *Progress) Clear() {
	if p != nil && p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
