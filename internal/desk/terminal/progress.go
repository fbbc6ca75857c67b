package terminal

import (
	"fmt"
	"io"
	"time"
)

// Progress draws one line that is written over and over: how many reports and
// how much text are done, how fast, and how far that is. A nil Progress draws
// nothing. It is not safe for use by several goroutines.
type Progress struct {
	w             io.Writer
	what          string
	total         int64 // bytes of all inputs; 0 where that is unknown
	started, last time.Time
	reports       int
	bytes         int64
	drawn         bool
}

// NewProgress gives a Progress on w, or nil where w is no terminal. what is
// the work: "reading".
func NewProgress(w io.Writer, what string, total int64) *Progress {
	if !Is(w) {
		return nil
	}
	now := time.Now()
	return &Progress{w: w, what: what, total: total, started: now, last: now}
}

// Done adds a report of so many bytes of text. The line is drawn at most ten
// times a second, and not before half a second has passed.
func (p *Progress) Done(bytes int) {
	if p == nil {
		return
	}
	p.reports++
	p.bytes += int64(bytes)
	now := time.Now()
	if now.Sub(p.started) < 500*time.Millisecond || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.drawn = now, true
	rate := float64(p.bytes) / 1e6 / now.Sub(p.started).Seconds()
	fmt.Fprintf(p.w, "\r\x1b[K%s %s%d reports, %.1f MB, %.1f MB/s", p.what, p.bar(), p.reports, float64(p.bytes)/1e6, rate)
}

// bar draws how far the work is; a compressed input may pass its own size, and
// then only the counts are shown.
func (p *Progress) bar() string {
	if p.total <= 0 || p.bytes > p.total {
		return ""
	}
	const width = 20
	full := int(p.bytes * width / p.total)
	bar := make([]rune, width)
	for i := range bar {
		bar[i] = '░'
		if i < full {
			bar[i] = '█'
		}
	}
	return fmt.Sprintf("%s %3d%%  ", string(bar), p.bytes*100/p.total)
}

// Clear takes the line away, so that something else can be written.
func (p *Progress) Clear() {
	if p != nil && p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
