package queue

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/nats-io/nats.go/jetstream"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"

	"github.com/chancery-project/chancery/internal/report"
)

// workers is the name under which the workers of all processes share the queue.
const workers = "workers"

// inHand is how many reports all workers together may have at once.
const inHand = 8192

// Delivery is a report in the hand of a worker. One of Done, Return and
// Queue.Fail must follow, or another worker gets it after a while.
type Delivery struct {
	Report  *report.Report
	Tries   int  // how often it has failed
	Shy     bool // it was in hand several times without a word: it may be what ends the workers
	q       *Queue
	msg     jetstream.Msg
	seq     uint64
	counted bool // this try is counted: seq is that of the message that took its place
}

// Taker gives reports to workers. It is for one goroutine at a time.
type Taker struct {
	q        *Queue
	consumer jetstream.Consumer
	still    stillness
}

// Taker makes a Taker.
func (q *Queue) Taker(ctx context.Context) (*Taker, error) {
	t := &Taker{q: q}
	err := q.patient(ctx, func(ctx context.Context) (err error) {
		t.consumer, err = q.js.CreateOrUpdateConsumer(ctx, q.waiting(), jetstream.ConsumerConfig{
			Durable: workers, AckPolicy: jetstream.AckExplicitPolicy, AckWait: q.opt.Redeliver, MaxAckPending: inHand, MaxDeliver: -1,
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("queue %s: %w", q, err)
	}
	return t, nil
}

// shy is from which delivery on a report is taken for one that may end its
// worker.
const shy = 3

// Take gives at most n reports, oldest first; none where none came in the time
// given. What is no report at all becomes a dead letter at once, and refused
// is told of it.
func (t *Taker) Take(ctx context.Context, n int, wait time.Duration, refused func(error)) ([]*Delivery, error) {
	msgs, err := t.fetch(ctx, n, wait)
	if err != nil || len(msgs) == 0 {
		return nil, err
	}
	var out []*Delivery
	for _, m := range msgs {
		about, err := m.Metadata()
		if err != nil {
			return out, err
		}
		d := &Delivery{q: t.q, msg: m, seq: about.Sequence.Stream, Shy: about.NumDelivered > shy}
		d.Tries, _ = strconv.Atoi(m.Headers().Get(headerTries))
		if d.Report, err = decode(m.Headers(), m.Data()); err != nil {
			err = fmt.Errorf("report %s: %w", m.Headers().Get(headerReport), err)
			d.Tries++
			if err := t.q.bury(ctx, d, err); err != nil {
				return out, err
			}
			refused(err)
			continue
		}
		out = append(out, d)
	}
	return out, nil
}

// fetch takes what is there; where nothing is, it waits for one.
func (t *Taker) fetch(ctx context.Context, n int, wait time.Duration) ([]jetstream.Msg, error) {
	batch, err := t.consumer.FetchNoWait(n)
	msgs, err := gather(batch, err)
	if err != nil || len(msgs) > 0 || wait <= 0 {
		return msgs, t.mend(ctx, err)
	}
	waiting, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	batch, err = t.consumer.Fetch(1, jetstream.FetchContext(waiting))
	msgs, err = gather(batch, err)
	if waiting.Err() != nil {
		err = nil // whatever it says of it
	}
	if err == nil && len(msgs) == 0 && ctx.Err() == nil {
		err = t.stuck(ctx)
	}
	if ctx.Err() != nil {
		return msgs, nil // what came is given back
	}
	return msgs, t.mend(ctx, err)
}

// stillness is a queue that holds reports which nobody is given.
type stillness struct {
	since time.Time
	last  uint64 // number of the last message
	held  uint64 // messages
}

// patienceWithStillness is how long a queue may be still before it is taken for
// stuck: longer than an acknowledgement or a new report is on its way.
const patienceWithStillness = 2 * time.Second

// stuck finds out whether the queue holds reports that the server will not give
// to anybody, and has them given again. That is so when the server was killed
// after it had written down that they are done, and before it had taken them
// out (nats-server 2.15.2); and it would be the remedy, too, if they were not.
func (t *Taker) stuck(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	s, err := t.q.js.Stream(ctx, t.q.waiting())
	if err != nil {
		return err
	}
	state := s.CachedInfo().State
	if state.Msgs == 0 {
		t.still = stillness{}
		return nil
	}
	c, err := s.Consumer(ctx, workers)
	if err != nil {
		return err
	}
	if i := c.CachedInfo(); i.NumPending > 0 || i.NumAckPending > 0 {
		t.still = stillness{}
		return nil
	}
	if t.still.last != state.LastSeq || t.still.held != state.Msgs {
		t.still = stillness{time.Now(), state.LastSeq, state.Msgs}
		return nil
	}
	if time.Since(t.still.since) < patienceWithStillness {
		return nil
	}
	t.still = stillness{}
	t.q.opt.Log(fmt.Sprintf("%d reports were left over when the queue ended without a word; they come again", state.Msgs), nil)
	if err := s.DeleteConsumer(ctx, workers); err != nil && !errors.Is(err, jetstream.ErrConsumerNotFound) {
		return err
	}
	return jetstream.ErrConsumerNotFound // so that it is made anew
}

func gather(batch jetstream.MessageBatch, err error) (out []jetstream.Msg, _ error) {
	if err != nil {
		return nil, err
	}
	for m := range batch.Messages() {
		out = append(out, m)
	}
	if len(out) > 0 {
		return out, nil // what else happened will happen again
	}
	return nil, batch.Error()
}

// mend swallows what passes: the server went away for a moment, or has
// forgotten the consumer, which is made anew.
func (t *Taker) mend(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, jetstream.ErrConsumerNotFound) || errors.Is(err, jetstream.ErrConsumerDeleted) {
		fresh, err := t.q.Taker(ctx)
		if err == nil {
			t.consumer = fresh.consumer
		}
		return err
	}
	if !passing(err) {
		return fmt.Errorf("queue %s: %w", t.q, err)
	}
	waited(ctx, 50*time.Millisecond)
	return nil
}

// Context gives ctx with the trace in which the report was published.
func (d *Delivery) Context(ctx context.Context) context.Context {
	return otel.GetTextMapPropagator().Extract(ctx, propagation.HeaderCarrier(d.msg.Headers()))
}

// Done takes a report out of the queue. Where the word is lost on its way, the
// report comes once more.
func (d *Delivery) Done(ctx context.Context) error {
	switch {
	case !d.counted:
		return d.msg.Ack()
	case d.seq == 0:
		return nil
	}
	s, err := d.q.js.Stream(ctx, d.q.waiting())
	if err == nil {
		err = s.DeleteMsg(ctx, d.seq)
	}
	if errors.Is(err, jetstream.ErrMsgNotFound) || errors.Is(err, jetstream.ErrMsgDeleteUnsuccessful) {
		err = nil
	}
	return err
}

// Return gives a report back, for any worker at once.
func (d *Delivery) Return() error { return d.msg.Nak() }

// Alive says that the worker is still at it.
func (d *Delivery) Alive() error { return d.msg.InProgress() }
