package queue

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Tries is how often a report may fail before it becomes a dead letter.
const Tries = 3

// Options say which queue to open. One of URL and Dir is needed.
type Options struct {
	URL       string        // of a cluster, such as nats://host:4222; several with commas between
	Dir       string        // folder of a queue of this machine
	Name      string        // of the queue in the cluster; empty for "chancery"
	Listen    string        // where a server in this process listens; empty for a free port that only this machine reaches
	Redeliver time.Duration // how long a worker may give no sign of life before another gets its report; 0: 30 s
	Most      int64         // reports that wait at most, before those who bring them must wait too; 0: 1,000,000
	Log       func(event string, err error)
	Up        func(address string) // called when this process has become the server, with what Running gives
}

// Queue is a queue that is open. Its methods may be called from several
// goroutines.
type Queue struct {
	opt    Options
	prefix string
	host   *host // nil for a cluster
	conn   *nats.Conn
	js     jetstream.JetStream
}

// Open opens a queue, and makes it where there is none. Connections that break
// are made again, for as long as the queue is open.
func Open(ctx context.Context, opt Options) (*Queue, error) {
	if opt.Name == "" {
		opt.Name = "chancery"
	}
	if strings.ContainsAny(opt.Name, " \t\r\n.*>/\\") {
		return nil, fmt.Errorf("queue %q: a name has no spaces, dots, slashes, * and >", opt.Name)
	}
	if opt.Redeliver <= 0 {
		opt.Redeliver = 30 * time.Second
	}
	if opt.Most <= 0 {
		opt.Most = 1_000_000
	}
	if opt.Log == nil {
		opt.Log = func(string, error) {}
	}
	q := &Queue{opt: opt, prefix: strings.ToLower(opt.Name)}
	if err := q.connect(ctx); err != nil {
		q.Close()
		return nil, fmt.Errorf("queue %s: %w", q, err)
	}
	if err := q.streams(ctx); err != nil {
		q.Close()
		return nil, fmt.Errorf("queue %s: %w", q, err)
	}
	return q, nil
}

// String names the queue without passwords.
func (q *Queue) String() string {
	if q.opt.URL == "" {
		return q.opt.Dir
	}
	var shown []string
	for _, part := range strings.Split(q.opt.URL, ",") {
		u, err := url.Parse(strings.TrimSpace(part))
		if err != nil {
			return "at an address that is none"
		}
		if u.User != nil {
			u.User = url.User("…")
		}
		shown = append(shown, strings.Replace(u.String(), "%E2%80%A6", "…", 1))
	}
	return strings.Join(shown, ",")
}

// patience is how long Open waits for a server that is not there yet.
const patience = 15 * time.Second

func (q *Queue) connect(ctx context.Context) error {
	options := []nats.Option{
		nats.Name("chancery"), nats.MaxReconnects(-1), nats.ReconnectWait(100 * time.Millisecond), nats.ReconnectJitter(100*time.Millisecond, time.Second),
		nats.Timeout(5 * time.Second), nats.PingInterval(10 * time.Second), nats.MaxPingsOutstanding(3), nats.IgnoreAuthErrorAbort(), nats.ReconnectBufSize(-1),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				q.opt.Log("the connection to the queue broke", err)
			}
		}),
		nats.ReconnectHandler(func(*nats.Conn) { q.opt.Log("the queue answers again", nil) }),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) { q.opt.Log("the queue", err) }),
	}
	address := q.opt.URL
	if address == "" {
		h, err := newHost(q.opt.Dir, q.opt.Listen, func(address string) {
			q.opt.Log("this process runs the queue", nil)
			if q.opt.Up != nil {
				q.opt.Up(address)
			}
		})
		if err != nil {
			return err
		}
		q.host, address = h, "nats://127.0.0.1:4222" // the dialer knows better
		options = append(options, nats.SetCustomDialer(h), nats.Token(h.token), nats.IgnoreDiscoveredServers())
	}
	for end := time.Now().Add(patience); ; {
		conn, err := nats.Connect(address, options...)
		if err == nil {
			q.conn = conn
			break
		}
		if time.Now().After(end) || ctx.Err() != nil || errors.Is(err, nats.ErrAuthorization) {
			return err
		}
		if !waited(ctx, 100*time.Millisecond) {
			return ctx.Err()
		}
	}
	js, err := jetstream.New(q.conn, jetstream.WithPublishAsyncMaxPending(2*window), jetstream.WithPublishAsyncTimeout(10*time.Second), jetstream.WithDefaultTimeout(10*time.Second))
	q.js = js
	return err
}

// waited waits, and says whether ctx let it.
func waited(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// The streams of a queue.
func (q *Queue) waiting() string { return strings.ToUpper(q.opt.Name) }
func (q *Queue) letters() string { return strings.ToUpper(q.opt.Name) + "_DEAD" }

// remembered is for how long the queue knows what came, to take the same again
// as one. Each report costs about a hundred bytes of memory for that long.
const remembered = 2 * time.Minute

// streams makes the streams that are not there. Those that are stay as they
// are: who runs a cluster may have given them replicas or other limits.
func (q *Queue) streams(ctx context.Context) error {
	for _, c := range []jetstream.StreamConfig{
		{
			Name: q.waiting(), Description: "Reports to be read", Subjects: []string{q.prefix + ".reports.>"},
			Retention: jetstream.WorkQueuePolicy, Discard: jetstream.DiscardNew, MaxMsgs: q.opt.Most, MaxMsgsPerSubject: 1,
			Duplicates: remembered, Storage: jetstream.FileStorage,
		},
		{
			Name: q.letters(), Description: "Reports that could not be read", Subjects: []string{q.prefix + ".dead.>"},
			MaxMsgsPerSubject: 1, Duplicates: remembered, Storage: jetstream.FileStorage,
		},
	} {
		err := q.patient(ctx, func(ctx context.Context) error {
			_, err := q.js.Stream(ctx, c.Name)
			if errors.Is(err, jetstream.ErrStreamNotFound) {
				_, err = q.js.CreateStream(ctx, c)
				if errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) {
					err = nil // somebody else was faster
				}
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("stream %s: %w", c.Name, err)
		}
	}
	return nil
}

// patient does what needs the server again for as long as it does not answer,
// within patience.
func (q *Queue) patient(ctx context.Context, f func(context.Context) error) error {
	for end := time.Now().Add(patience); ; {
		err := f(ctx)
		if err == nil || !passing(err) || time.Now().After(end) {
			return err
		}
		if !waited(ctx, 100*time.Millisecond) {
			return ctx.Err()
		}
	}
}

// passing says whether the server may answer better when asked again.
func passing(err error) bool {
	for _, e := range []error{
		nats.ErrTimeout, nats.ErrNoResponders, nats.ErrDisconnected, nats.ErrConnectionReconnecting, nats.ErrReconnectBufExceeded, nats.ErrStaleConnection,
		context.DeadlineExceeded, jetstream.ErrNoStreamResponse, jetstream.ErrServerShutdown, jetstream.ErrConnectionClosed, jetstream.ErrNoHeartbeat,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	var api *jetstream.APIError
	if errors.As(err, &api) {
		return api.Code >= 500
	}
	return false
}

// Running gives the address of the server that this process runs, with what a
// client must know to use it, or "" where it runs none.
func (q *Queue) Running() string {
	if q.host == nil {
		return ""
	}
	return q.host.running()
}

// Answers says whether the queue can be reached, with the reason where not.
func (q *Queue) Answers(ctx context.Context) error {
	if _, err := q.js.Stream(ctx, q.waiting()); err != nil {
		return fmt.Errorf("queue %s: %w", q, err)
	}
	return nil
}

// Counts say what is in a queue.
type Counts struct {
	Waiting int64 // reports that are not done, those in hand among them
	InHand  int64 // reports that workers have
	Dead    int64 // reports that failed
	Bytes   int64 // of what waits
	Oldest  time.Time
}

// Count counts what is in the queue.
func (q *Queue) Count(ctx context.Context) (c Counts, err error) {
	err = q.patient(ctx, func(ctx context.Context) error {
		s, err := q.js.Stream(ctx, q.waiting())
		if err != nil {
			return err
		}
		state := s.CachedInfo().State
		c.Waiting, c.Bytes = int64(state.Msgs), int64(state.Bytes)
		if state.Msgs > 0 {
			c.Oldest = state.FirstTime
		}
		if consumer, err := q.js.Consumer(ctx, q.waiting(), workers); err == nil {
			c.InHand = int64(consumer.CachedInfo().NumAckPending)
		} else if !errors.Is(err, jetstream.ErrConsumerNotFound) {
			return err
		}
		if s, err = q.js.Stream(ctx, q.letters()); err != nil {
			return err
		}
		c.Dead = int64(s.CachedInfo().State.Msgs)
		return nil
	})
	if err != nil {
		return c, fmt.Errorf("queue %s: %w", q, err)
	}
	return c, nil
}

// Close leaves the queue. What was given to workers and is not done comes
// again.
func (q *Queue) Close() error {
	if q.conn != nil {
		_ = q.conn.FlushTimeout(5 * time.Second) // what is lost here comes again
		q.conn.Close()
	}
	if q.host != nil {
		q.host.close()
	}
	return nil
}
