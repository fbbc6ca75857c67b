package queue

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
	"github.com/nats-io/nats.go"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// The headers of a message.
const (
	headerReport = "Chancery-Report" // id, for people
	headerForm   = "Chancery-Form"   // how the body is written
	headerTries  = "Chancery-Tries"  // how often it failed
	headerReason = "Chancery-Reason" // why, the last time
	headerFailed = "Chancery-Failed" // when, RFC 3339
)

// The forms of a body.
const (
	formPlain  = "1"      // JSON
	formZipped = "1+zstd" // the same, Zstandard
)

// worth is the length in bytes from which packing a body pays.
const worth = 1 << 10

// body is a report as it lies in the queue.
type body struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published"`
	Title     string `json:"title,omitempty"`
	Text      string `json:"text"`
	Original  []byte `json:"original,omitempty"`
}

var packers = sync.OnceValues(func() (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
})

var unpackers = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30))
})

// encode makes the message of a report. Its id names the report and this
// version of it, so that the same twice is one, and a correction is not lost.
func (q *Queue) encode(r *report.Report) (*nats.Msg, error) {
	for _, s := range []string{r.ID, r.Outlet, r.URL, r.Title, r.Text} {
		if !utf8.ValidString(s) {
			return nil, fmt.Errorf("report %q: not UTF-8, which the queue cannot hold", r.ID)
		}
	}
	if r.ID == "" {
		return nil, errors.New("a report without an id cannot be queued")
	}
	raw, err := json.Marshal(body{r.ID, r.Outlet, r.URL, r.Published.String(), r.Title, r.Text, r.Original})
	if err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	sum := sha256.Sum256(raw)
	m := nats.NewMsg(q.subject(r.ID))
	m.Header.Set(headerReport, headerText(r.ID))
	m.Header.Set(nats.MsgIdHdr, headerText(r.ID)+"#"+hex.EncodeToString(sum[:4]))
	m.Header.Set(headerForm, formPlain)
	m.Data = raw
	if len(raw) >= worth {
		enc, err := packers()
		if err != nil {
			return nil, err
		}
		m.Data = enc.EncodeAll(raw, nil)
		m.Header.Set(headerForm, formZipped)
	}
	if most := q.conn.MaxPayload(); int64(len(m.Data)) > most-headerRoom && most > 0 {
		return nil, fmt.Errorf("report %s: %s, more than the queue takes (%s); add it without the queue", r.ID, report.Size(len(m.Data)), report.Size(int(most-headerRoom)))
	}
	return m, nil
}

// headerRoom is what of a message is left for its headers, in bytes.
const headerRoom = 16 << 10

// headerText makes a text fit for a header: one line of plain characters, not
// too long.
func headerText(s string) string {
	if len(s) > 1000 {
		s = strings.ToValidUTF8(s[:1000], "")
	}
	quoted := strconv.QuoteToASCII(s)
	return quoted[1 : len(quoted)-1]
}

// subject is where a report of that id waits: one place for all its versions.
func (q *Queue) subject(id string) string {
	sum := sha256.Sum256([]byte(id))
	return q.prefix + ".reports." + hex.EncodeToString(sum[:12])
}

// deadSubject is the subject of the dead letter for a message.
func (q *Queue) deadSubject(subject string) string {
	return q.prefix + ".dead." + subject[strings.LastIndexByte(subject, '.')+1:]
}

// decode gives the report of a message.
func decode(header nats.Header, data []byte) (*report.Report, error) {
	switch form := header.Get(headerForm); form {
	case formPlain:
	case formZipped:
		dec, err := unpackers()
		if err != nil {
			return nil, err
		}
		if data, err = dec.DecodeAll(data, nil); err != nil {
			return nil, fmt.Errorf("the message is damaged: %w", err)
		}
	default:
		return nil, fmt.Errorf("a message of an unknown form %q: not a report, or of a newer version", form)
	}
	var b body
	if err := json.Unmarshal(data, &b); err != nil {
		return nil, fmt.Errorf("the message holds no report: %w", err)
	}
	day, err := edtf.ParseDay(b.Published)
	if err != nil || b.ID == "" {
		return nil, fmt.Errorf("the message holds no report: id %q, date %q", b.ID, b.Published)
	}
	return &report.Report{ID: b.ID, Outlet: b.Outlet, URL: b.URL, Published: day, Title: b.Title, Text: b.Text, Original: b.Original}, nil
}
