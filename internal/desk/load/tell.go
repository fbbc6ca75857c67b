package main

import (
	"fmt"
	"slices"
	"strings"
	"syscall"
	"time"
)

// spent is the processor time that the process has used.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// tell prints of every route how many answers there were, how long they took
// and what failed.
func tell(all []taken, rate int, span, used time.Duration) error {
	failed := 0
	times := make([][]time.Duration, len(routes))
	causes := make([]map[string]int, len(routes))
	var every []time.Duration
	for _, t := range all {
		if t.err != nil {
			failed++
			if causes[t.route] == nil {
				causes[t.route] = map[string]int{}
			}
			causes[t.route][cause(t.err)]++
			continue
		}
		times[t.route], every = append(times[t.route], t.time), append(every, t.time)
	}
	fmt.Printf("%d requests at %d a second for %s, %d failed; %.2f ms of processor time each\n", len(all), rate, span, failed, used.Seconds()*1000/float64(len(all)))
	line("all", every)
	for i, r := range routes {
		line(r.name, times[i])
		var said []string
		for what, n := range causes[i] {
			said = append(said, fmt.Sprintf("  failed %6d: %s", n, what))
		}
		slices.Sort(said)
		for _, s := range said {
			fmt.Println(s)
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d requests failed", failed)
	}
	return nil
}

// cause says why a request failed, without what differs from one to the next.
func cause(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 && strings.Contains(text, "127.0.0.1") {
		text = text[i+2:]
	}
	return text
}

func line(what string, t []time.Duration) {
	if len(t) == 0 {
		return
	}
	slices.Sort(t)
	at := func(share float64) time.Duration {
		return t[min(len(t)-1, int(share*float64(len(t))))].Round(100 * time.Microsecond)
	}
	fmt.Printf("%-24s %6d  p50 %8s  p95 %8s  p99 %8s  most %8s\n", what, len(t), at(0.5), at(0.95), at(0.99), at(1))
}
