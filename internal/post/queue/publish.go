package queue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/chancery-project/chancery/internal/report"
)

// window is how many reports are on their way into the queue at once.
const window = 256

// Publisher brings reports into a queue, many at a time. It is not for several
// goroutines at once.
type Publisher struct {
	q      *Queue
	onWay  []onWay        // oldest first
	places map[string]int // subjects of what is on its way
	done   Published
}

// Published says what came of reports.
type Published struct {
	New  int // that wait now
	Same int // that waited already
}

type onWay struct {
	msg    *nats.Msg
	future jetstream.PubAckFuture // nil where it did not get in
}

// Publisher makes a Publisher.
func (q *Queue) Publisher() *Publisher { return &Publisher{q: q, places: map[string]int{}} }

// Put brings a report. It waits while the queue is full or away, until ctx
// ends. What it took is in the queue for sure when Flush has returned nil. The
// trace of ctx goes with the report.
func (p *Publisher) Put(ctx context.Context, r *report.Report) error {
	m, err := p.q.encode(r)
	if err != nil {
		return err
	}
	ctx, span := otel.Tracer("github.com/chancery-project/chancery/internal/post/queue").Start(ctx, "queue a report",
		trace.WithSpanKind(trace.SpanKindProducer), trace.WithAttributes(attribute.String("report", r.ID)))
	defer span.End()
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(m.Header))
	// Two versions of a report come into the queue in their order.
	for p.places[m.Subject] > 0 || len(p.onWay) >= window {
		if err := p.settle(ctx); err != nil {
			return err
		}
	}
	future, err := p.q.js.PublishMsgAsync(m)
	if err != nil {
		future = nil
	}
	p.onWay = append(p.onWay, onWay{m, future})
	p.places[m.Subject]++
	return nil
}

// Flush waits until everything is in the queue, and the queue of a folder on
// the disk.
func (p *Publisher) Flush(ctx context.Context) error {
	for len(p.onWay) > 0 {
		if err := p.settle(ctx); err != nil {
			return err
		}
	}
	return p.q.persist()
}

// Done says what has come of the reports so far.
func (p *Publisher) Done() Published { return p.done }

// settle waits for the oldest report on its way.
func (p *Publisher) settle(ctx context.Context) error {
	oldest := &p.onWay[0]
	var ack *jetstream.PubAck
	if oldest.future != nil {
		select {
		case ack = <-oldest.future.Ok():
		case <-oldest.future.Err():
		case <-ctx.Done():
			return ctx.Err()
		}
		oldest.future = nil // it says nothing a second time
	}
	var err error
	if ack == nil {
		if ack, err = p.insist(ctx, oldest.msg); err != nil {
			return err
		}
	}
	if ack.Duplicate {
		waits, last, err := p.waits(ctx, oldest.msg)
		if err != nil {
			return err
		}
		if !waits {
			id := oldest.msg.Header.Get(nats.MsgIdHdr)
			oldest.msg.Header.Set(nats.MsgIdHdr, fmt.Sprintf("%s#%d", id, last))
			if ack, err = p.insist(ctx, oldest.msg); err != nil {
				return err
			}
		}
	}
	p.count(ack)
	at := oldest.msg.Subject
	p.onWay = p.onWay[1:]
	if p.places[at]--; p.places[at] == 0 {
		delete(p.places, at)
	}
	return nil
}

func (p *Publisher) count(ack *jetstream.PubAck) {
	if ack.Duplicate {
		p.done.Same++
	} else {
		p.done.New++
	}
}

// waits tells whether the version of a report that the server takes for a
// duplicate is the one that waits. It is not where another version came behind
// it, or is done: a report may go back to an earlier text. It also gives the
// number of the last message of all.
func (p *Publisher) waits(ctx context.Context, m *nats.Msg) (waits bool, last uint64, err error) {
	id := m.Header.Get(nats.MsgIdHdr)
	err = p.q.patient(ctx, func(ctx context.Context) error {
		s, err := p.q.js.Stream(ctx, p.q.waiting())
		if err != nil {
			return err
		}
		last = s.CachedInfo().State.LastSeq
		held, err := s.GetLastMsgForSubject(ctx, m.Subject)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			return nil
		}
		if err == nil {
			is := held.Header.Get(nats.MsgIdHdr)
			waits = is == id || strings.HasPrefix(is, id+"#") // a number is behind it where it came back, see also Queue.failed
		}
		return err
	})
	if err != nil {
		return false, 0, fmt.Errorf("queue %s: report %s: %w", p.q, m.Header.Get(headerReport), err)
	}
	return waits, last, nil
}

// insist brings a report that did not get in, again and again while the queue
// is full or away.
func (p *Publisher) insist(ctx context.Context, m *nats.Msg) (*jetstream.PubAck, error) {
	wait := 50 * time.Millisecond
	for told := false; ; wait = min(2*wait, 2*time.Second) {
		ack, err := p.q.js.PublishMsg(ctx, m, jetstream.WithRetryAttempts(0))
		switch {
		case err == nil:
			return ack, nil
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case !passing(err) && !full(err):
			return nil, fmt.Errorf("queue %s: report %s: %w", p.q, m.Header.Get(headerReport), err)
		case !told:
			p.q.opt.Log("waiting: the queue is full or does not answer", err)
			told = true
		}
		if !waited(ctx, wait) {
			return nil, ctx.Err()
		}
	}
}

// storeFailed is the number by which a server says that a stream takes no more:
// it has as many as it may, or the disk is full.
const storeFailed = 10077

// full says whether a stream holds as much as it may.
func full(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && api.ErrorCode == storeFailed
}
