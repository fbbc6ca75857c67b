package queue

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/chancery-project/chancery/internal/report"
)

// Fail says that a report could not be read or stored. It comes again, until it
// has failed Tries times: then it is a dead letter, which Fail says. Where a
// newer version has come meanwhile, the failure is forgotten with the old one.
func (q *Queue) Fail(ctx context.Context, d *Delivery, reason error) (dead bool, err error) {
	if !d.counted {
		d.Tries++
	}
	if d.Tries >= Tries {
		return true, q.bury(ctx, d, reason)
	}
	if d.counted {
		return false, nil // it waits again already
	}
	_, err = q.again(ctx, d, reason)
	return false, err
}

// Suspect counts a try before it is made, for a report that may end the worker
// before it can say that it failed. Where that has happened too often, it is a
// dead letter, which Suspect says. The delivery stays good for Done and Fail.
func (q *Queue) Suspect(ctx context.Context, d *Delivery) (dead bool, err error) {
	reason := errors.New("the worker that had it ended without a word")
	if d.Tries >= Tries {
		return true, q.bury(ctx, d, reason)
	}
	d.Tries++
	seq, err := q.again(ctx, d, reason)
	d.seq, d.counted = seq, true
	return false, err
}

// again puts a report with its count of tries in the place of the message in
// hand, in one step. It gives the place of the new message, 0 where a newer
// version of the report has come.
func (q *Queue) again(ctx context.Context, d *Delivery, reason error) (seq uint64, err error) {
	m := q.failed(d, reason)
	m.Subject = d.msg.Subject()
	err = q.patient(ctx, func(ctx context.Context) error {
		ack, err := q.js.PublishMsg(ctx, m, jetstream.WithExpectLastSequencePerSubject(d.seq))
		if err == nil {
			seq = ack.Sequence
		}
		return err
	})
	if err = superseded(err); err != nil {
		return 0, fmt.Errorf("queue %s: counting a try of report %s: %w", q, m.Header.Get(headerReport), err)
	}
	if err := q.persist(); err != nil {
		return 0, err
	}
	return seq, lost(d.msg.Term())
}

// bury makes a report a dead letter.
func (q *Queue) bury(ctx context.Context, d *Delivery, reason error) error {
	m := q.failed(d, reason)
	m.Subject = q.deadSubject(d.msg.Subject())
	err := q.patient(ctx, func(ctx context.Context) error {
		_, err := q.js.PublishMsg(ctx, m)
		return err
	})
	if err != nil {
		return fmt.Errorf("queue %s: putting report %s aside: %w", q, m.Header.Get(headerReport), err)
	}
	if err := q.persist(); err != nil {
		return err
	}
	return lost(d.Done(ctx))
}

// lost takes away the error of a last word that did not reach the server, since
// the connection broke: the report comes once more, which does no harm.
func lost(err error) error {
	if err != nil && passing(err) {
		return nil
	}
	return err
}

// failed makes the message of a report that failed.
func (q *Queue) failed(d *Delivery, reason error) *nats.Msg {
	m := nats.NewMsg("")
	for k, v := range d.msg.Headers() {
		if !strings.HasPrefix(k, "Nats-") { // those say how to publish
			m.Header[k] = slices.Clone(v)
		}
	}
	m.Data = d.msg.Data()
	m.Header.Set(headerTries, strconv.Itoa(d.Tries))
	m.Header.Set(headerReason, headerText(reason.Error()))
	m.Header.Set(headerFailed, time.Now().UTC().Format(time.RFC3339))
	m.Header.Set(nats.MsgIdHdr, fmt.Sprintf("%s#%d", d.msg.Headers().Get(nats.MsgIdHdr), d.seq))
	return m
}

// superseded takes the error away that says that the subject has a newer
// message, or none since this very one came before.
func superseded(err error) error {
	var api *jetstream.APIError
	if errors.As(err, &api) && api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence {
		return nil
	}
	return err
}

// Letter is a dead letter.
type Letter struct {
	ID     string         // of the report
	Report *report.Report // nil where the message holds none
	Tries  int
	Reason string
	Failed time.Time
	seq    uint64
	msg    *jetstream.RawStreamMsg
}

// Dead gives the dead letters, oldest first.
func (q *Queue) Dead(ctx context.Context) ([]Letter, error) {
	s, err := q.js.Stream(ctx, q.letters())
	if err != nil {
		return nil, fmt.Errorf("queue %s: %w", q, err)
	}
	var out []Letter
	state := s.CachedInfo().State
	for seq := state.FirstSeq; seq <= state.LastSeq; seq++ {
		m, err := s.GetMsg(ctx, seq, jetstream.WithGetMsgSubject(q.prefix+".dead.>")) // the next from there on
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("queue %s: %w", q, err)
		}
		seq = m.Sequence
		l := Letter{ID: m.Header.Get(headerReport), Reason: m.Header.Get(headerReason), seq: m.Sequence, msg: m}
		l.Tries, _ = strconv.Atoi(m.Header.Get(headerTries))
		l.Failed, _ = time.Parse(time.RFC3339, m.Header.Get(headerFailed))
		if r, err := decode(m.Header, m.Data); err == nil {
			l.ID, l.Report = r.ID, r
		}
		out = append(out, l)
	}
	return out, nil
}

// Replay sends a dead letter back into the queue, with no try counted. It says
// false where the queue holds a newer version of the report, which stays.
func (q *Queue) Replay(ctx context.Context, l Letter) (bool, error) {
	m := nats.NewMsg(q.prefix + ".reports." + l.msg.Subject[len(q.prefix+".dead."):])
	for _, k := range []string{headerReport, headerForm} {
		m.Header.Set(k, l.msg.Header.Get(k))
	}
	m.Header.Set(nats.MsgIdHdr, fmt.Sprintf("%s#again%d", l.msg.Header.Get(nats.MsgIdHdr), l.seq))
	m.Data = l.msg.Data
	_, err := q.js.PublishMsg(ctx, m, jetstream.WithExpectLastSequencePerSubject(0))
	newer := err != nil && superseded(err) == nil
	if err != nil && !newer {
		return false, fmt.Errorf("queue %s: sending report %s back: %w", q, l.ID, err)
	}
	if err := q.persist(); err != nil {
		return false, err
	}
	return !newer, q.Drop(ctx, l)
}

// Drop takes a dead letter away for good.
func (q *Queue) Drop(ctx context.Context, l Letter) error {
	s, err := q.js.Stream(ctx, q.letters())
	if err == nil {
		err = s.DeleteMsg(ctx, l.seq)
	}
	if err != nil && !errors.Is(err, jetstream.ErrMsgNotFound) {
		return fmt.Errorf("queue %s: dropping report %s: %w", q, l.ID, err)
	}
	return nil
}
