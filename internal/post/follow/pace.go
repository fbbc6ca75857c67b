package follow

import (
	"context"
	"hash/fnv"
	"time"
)

// gap is how long a host is left in peace between two requests.
const gap = time.Second

// longest is how seldom a source that fails is asked: once a day.
const longest = 24 * time.Hour

// pace lets requests to one host wait for each other.
type pace struct {
	now  func() time.Time
	wait func(context.Context, time.Duration) error
	next map[string]time.Time // host to when it may be asked again
}

// turn waits until a host may be asked.
func (p *pace) turn(ctx context.Context, host string) error {
	if left := p.next[host].Sub(p.now()); left > 0 {
		if err := p.wait(ctx, left); err != nil {
			return err
		}
	}
	p.next[host] = p.now().Add(gap)
	return ctx.Err()
}

// sleep waits, or until ctx is done.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// pause is how long a source is left in peace: every, doubled with each failure
// since it last answered, up to a day, and up to a quarter more, which differs
// from source to source so that not all are asked at once. The quarter is a
// hash, not chance: a run can be repeated.
func pause(name string, every time.Duration, failures int) time.Duration {
	d := every
	for range min(failures, 20) {
		d = min(2*d, max(longest, every))
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	h.Write([]byte{byte(failures)})
	return d + d/4*time.Duration(h.Sum32()%1000)/1000
}
