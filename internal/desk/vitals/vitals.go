// Package vitals says how the program fares while it runs: health, metrics for
// Prometheus, and traces.
//
// In: what happens. Out: an answer to who asks whether the program lives and is
// ready, figures under /metrics, and spans for an OpenTelemetry collector where
// the environment names one. Nothing else depends on it: without a Meter,
// nothing is counted.
package vitals

import (
	"context"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/chancery-project/chancery/internal/post/queue"
	"github.com/chancery-project/chancery/internal/store"
)

// Meter counts what happens. A nil Meter counts nothing. Its methods may be
// called from several goroutines.
type Meter struct {
	registry *prometheus.Registry
	reports  *prometheus.CounterVec
	text     prometheus.Counter
	took     prometheus.Histogram
	rooms    *prometheus.CounterVec
	links    *prometheus.CounterVec
	failures *prometheus.CounterVec
	asked    *prometheus.CounterVec
	answered *prometheus.HistogramVec
}

// NewMeter makes a Meter for a version of the program.
func NewMeter(version string) *Meter {
	m := &Meter{
		registry: prometheus.NewRegistry(),
		reports:  counters("chancery_reports_total", "Reports stored, by what they were to the record: new, changed or same.", "result"),
		text:     prometheus.NewCounter(prometheus.CounterOpts{Name: "chancery_text_bytes_total", Help: "Text read, in bytes."}),
		took: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "chancery_read_seconds", Help: "Time that reading one report took.", Buckets: prometheus.ExponentialBuckets(0.0001, 4, 9),
		}),
		rooms:    counters("chancery_room_seconds_total", "Time spent, by room: language, gazetteer, reading, record (linking), store.", "room"),
		links:    counters("chancery_link_decisions_total", "Decisions of linking, by what they were: founded, joined, moved or stayed.", "decision"),
		failures: counters("chancery_failures_total", "Failures, by cause: read, refused, no_report, dead, away, broken.", "cause"),
		asked:    counters("chancery_http_requests_total", "Requests answered, by status and method.", "code", "method"),
		answered: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "chancery_http_seconds", Help: "Time that answering a request took.", Buckets: prometheus.ExponentialBuckets(0.001, 4, 8),
		}, nil),
	}
	built := prometheus.NewGauge(prometheus.GaugeOpts{Name: "chancery_info", Help: "The program.", ConstLabels: prometheus.Labels{"version": version}})
	built.Set(1)
	m.registry.MustRegister(m.reports, m.text, m.took, m.rooms, m.links, m.failures, m.asked, m.answered, built,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, c := range []struct {
		of     *prometheus.CounterVec
		values []string
	}{
		{m.reports, []string{"new", "changed", "same"}},
		{m.rooms, []string{"language", "gazetteer", "reading", "record", "store"}},
		{m.links, []string{"founded", "joined", "moved", "stayed"}},
		{m.failures, []string{"read", "refused", "no_report", "dead", "away", "broken"}},
	} {
		for _, v := range c.values { // so that a rate can be taken from the start
			c.of.WithLabelValues(v)
		}
	}
	return m
}

func counters(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

// Failed counts a failure.
func (m *Meter) Failed(cause string) {
	if m != nil {
		m.failures.WithLabelValues(cause).Inc()
	}
}

// Stored counts what a batch was to the record, and how long that took.
func (m *Meter) Stored(a store.Added, took time.Duration) {
	if m == nil {
		return
	}
	for result, n := range map[string]int{"new": a.New, "changed": a.Changed, "same": a.Same} {
		m.reports.WithLabelValues(result).Add(float64(n))
	}
	for decision, n := range map[string]int{"founded": a.Links.Founded, "joined": a.Links.Joined, "moved": a.Links.Moved, "stayed": a.Links.Stayed} {
		m.links.WithLabelValues(decision).Add(float64(n))
	}
	m.rooms.WithLabelValues("record").Add(a.Linking.Seconds())
	m.rooms.WithLabelValues("store").Add(max(0, took-a.Linking).Seconds())
}

// Stopwatch measures one reader, which is used by one goroutine at a time.
type Stopwatch struct {
	m     *Meter
	other time.Duration // of this report, in other rooms
}

// Stopwatch makes a Stopwatch.
func (m *Meter) Stopwatch() *Stopwatch { return &Stopwatch{m: m} }

// Turn starts the time of another room; what it gives ends it.
func (s *Stopwatch) Turn(room string) (back func()) {
	began := time.Now()
	return func() {
		took := time.Since(began)
		s.other += took
		if s.m != nil {
			s.m.rooms.WithLabelValues(room).Add(took.Seconds())
		}
	}
}

// Read counts one report that was read.
func (s *Stopwatch) Read(bytes int, took time.Duration) {
	if s.m != nil {
		s.m.took.Observe(took.Seconds())
		s.m.text.Add(float64(bytes))
		s.m.rooms.WithLabelValues("reading").Add(max(0, took-s.other).Seconds())
	}
	s.other = 0
}

// Requests counts the requests that a handler answers.
func (m *Meter) Requests(h http.Handler) http.Handler {
	if m == nil {
		return h
	}
	return promhttp.InstrumentHandlerDuration(m.answered, promhttp.InstrumentHandlerCounter(m.asked, h))
}

// Queue shows what is in a queue; it is asked when somebody looks.
func (m *Meter) Queue(q *queue.Queue) {
	m.registry.MustRegister(&lag{
		q:       q,
		reports: prometheus.NewDesc("chancery_queue_reports", "Reports in the queue, by state: waiting, in_hand or dead.", []string{"state"}, nil),
		bytes:   prometheus.NewDesc("chancery_queue_bytes", "Size of what is in the queue.", nil, nil),
		oldest:  prometheus.NewDesc("chancery_queue_lag_seconds", "For how long the oldest report has waited.", nil, nil),
	})
}

// lag collects what is in a queue.
type lag struct {
	q                      *queue.Queue
	reports, bytes, oldest *prometheus.Desc
}

func (l *lag) Describe(to chan<- *prometheus.Desc) { to <- l.reports; to <- l.bytes; to <- l.oldest }

// patience is how long somebody who looks waits for the queue or the record.
const patience = 3 * time.Second

func (l *lag) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	n, err := l.q.Count(ctx)
	if err != nil {
		return // a gap shows that there was no answer
	}
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	gauge(l.reports, float64(n.Waiting-n.InHand), "waiting")
	gauge(l.reports, float64(n.InHand), "in_hand")
	gauge(l.reports, float64(n.Dead), "dead")
	gauge(l.bytes, float64(n.Bytes))
	waited := 0.0
	if !n.Oldest.IsZero() {
		waited = max(0, time.Since(n.Oldest).Seconds())
	}
	gauge(l.oldest, waited)
}

// Metrics answers with all figures.
func (m *Meter) Metrics() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
