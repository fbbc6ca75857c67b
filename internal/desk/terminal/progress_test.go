package terminal

import (
	"testing"
	"time"
)

func TestProgressSaysHowLongItWillTake(t *testing.T) {
	for name, tc := range map[string]struct {
		total, skipped, input, bytes int64
		want                         string
	}{
		"a packed file":          {total: 1000e6, input: 250e6, bytes: 600e6, want: "adding  25%  7 reports, 600.0 MB, 10.0 MB/s, 3 min left"},
		"one that was left":      {total: 1000e6, skipped: 500e6, input: 750e6, bytes: 300e6, want: "adding  75%  7 reports, 300.0 MB, 5.0 MB/s, 60 s left"},
		"text of a known size":   {total: 1200e6, bytes: 12e6, want: "adding   1%  7 reports, 12.0 MB, 0.2 MB/s, 1.6 h left"},
		"an address":             {input: 9, bytes: 600e6, want: "adding 7 reports, 600.0 MB, 10.0 MB/s"},
		"more than was expected": {total: 9e6, bytes: 600e6, want: "adding 7 reports, 600.0 MB, 10.0 MB/s"},
	} {
		p := &Progress{what: "adding", total: tc.total, skipped: tc.skipped, bytes: tc.bytes, reports: 7}
		p.Read(int(tc.input))
		if got := p.line(time.Minute); got != tc.want {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
	}
}
