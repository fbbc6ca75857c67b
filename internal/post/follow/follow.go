package follow

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/report/feed"
	"github.com/chancery-project/chancery/internal/report/page"
	"github.com/chancery-project/chancery/internal/report/source"
)

// Options say how sources are followed. The zero value asks public addresses
// every quarter of an hour and takes entries as they are.
type Options struct {
	Every        time.Duration // between two requests to a source; 0: a quarter of an hour
	Articles     bool          // fetch the article behind an entry that has little text
	AllowPrivate bool          // ask loopback, private and link-local addresses too
	Client       *http.Client  // nil: source.NewClient(AllowPrivate)
	Now          func() time.Time
	Wait         func(context.Context, time.Duration) error // nil: by the clock
}

// Follower asks sources. It is not for several goroutines at once.
type Follower struct {
	opt    Options
	state  *State
	client *http.Client
	now    func() time.Time
	pace   *pace
	robots map[string]rules // by scheme and host
}

// New makes a follower that goes on from a state and keeps it up to date.
func New(state *State, opt Options) *Follower {
	if opt.Every <= 0 {
		opt.Every = 15 * time.Minute
	}
	if opt.Client == nil {
		opt.Client = source.NewClient(opt.AllowPrivate)
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Wait == nil {
		opt.Wait = sleep
	}
	return &Follower{
		opt: opt, state: state, client: opt.Client, now: opt.Now, robots: map[string]rules{},
		pace: &pace{now: opt.Now, wait: opt.Wait, next: map[string]time.Time{}},
	}
}

// The bounds of one round.
const (
	maxAnswer = 4 * report.DefaultLimit // bytes of a feed or sitemap
	maxPages  = 200                     // pages of one sitemap; the rest come in the next rounds
	maxMaps   = 20                      // sitemaps of one index
	little    = 600                     // bytes below which the text of an entry is a summary
)

// Round asks every source whose time has come, in the order given, and yields
// the reports that are new or have changed, and failures, each of which names
// its source. When ctx ends, so does the sequence, with ctx's error.
func (f *Follower) Round(ctx context.Context, sources []Listed) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		for _, l := range sources {
			s := f.state.source(l.Address)
			if l.Title != "" {
				s.Title = l.Title
			}
			if f.now().Before(s.Next) {
				continue
			}
			if !f.ask(ctx, l.Address, s, yield) {
				return
			}
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
		}
	}
}

// Next gives when the next source is to be asked; the zero time for none.
func (f *Follower) Next(sources []Listed) time.Time {
	var next time.Time
	for _, l := range sources {
		if t := f.state.source(l.Address).Next; next.IsZero() || t.Before(next) {
			next = t
		}
	}
	return next
}

// ask asks one source and writes down how it answered. It says whether to go on.
func (f *Follower) ask(ctx context.Context, name string, s *Source, yield func(*report.Report, error) bool) bool {
	on := true
	s.Asked = f.now()
	later, err := f.news(ctx, name, s, func(r *report.Report, err error) bool {
		if r != nil {
			s.Reports++
		}
		on = yield(r, err)
		return on
	})
	if ctx.Err() != nil {
		return on // neither an answer nor a failure
	}
	if err == nil {
		s.Answered, s.Failures, s.Error = f.now(), 0, ""
	} else {
		s.Failures, s.Error = s.Failures+1, err.Error()
	}
	s.Next = f.now().Add(max(later, pause(name, f.opt.Every, s.Failures)))
	if err != nil && on {
		on = yield(nil, fmt.Errorf("%s: %w (asked %s in vain, again after %s)", name, err, times(s.Failures), s.Next.Format(time.RFC3339)))
	}
	return on
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return strconv.Itoa(n) + " times"
}

// news gives what is new in a source. later is how long it wants to be left in
// peace.
func (f *Follower) news(ctx context.Context, name string, s *Source, yield func(*report.Report, error) bool) (later time.Duration, err error) {
	u, err := url.Parse(name)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return 0, f.folder(ctx, name, s, yield)
	}
	if !f.allowed(ctx, u) {
		return 0, errors.New("its robots.txt does not let us ask, or does not answer")
	}
	resp, err := f.get(ctx, u, s)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	later = retryAfter(resp, f.now())
	switch {
	case resp.StatusCode == http.StatusNotModified:
		return later, nil
	case resp.StatusCode != http.StatusOK:
		return later, fmt.Errorf("it answers %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return later, fmt.Errorf("its answer breaks off: %w", err)
	}
	if len(body) > maxAnswer {
		return later, fmt.Errorf("its answer is over %s", report.Size(maxAnswer))
	}
	if looksLikeSitemap(body) {
		err = f.sitemap(ctx, body, s, yield)
	} else {
		err = f.feed(ctx, name, body, s, yield)
	}
	if err == nil {
		s.ETag, s.LastModified = resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")
	}
	return later, err
}

// get asks for an address when its host may be asked, with the conditions that
// a source remembers.
func (f *Follower) get(ctx context.Context, u *url.URL, s *Source) (*http.Response, error) {
	if err := f.pace.turn(ctx, u.Host); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("no web address: %w", err)
	}
	req.Header.Set("User-Agent", Agent+" (+https://github.com/chancery-project/chancery)")
	if s != nil && s.ETag != "" {
		req.Header.Set("If-None-Match", s.ETag)
	}
	if s != nil && s.LastModified != "" {
		req.Header.Set("If-Modified-Since", s.LastModified)
	}
	resp, err := f.client.Do(req)
	var inner *url.Error
	if errors.As(err, &inner) {
		err = inner.Err // the method and address are known
	}
	if err != nil {
		return nil, fmt.Errorf("no answer: %w", err)
	}
	return resp, nil
}

// retryAfter reads how long a server wants to be left in peace (RFC 9110,
// 10.2.3), at most a day.
func retryAfter(resp *http.Response, now time.Time) time.Duration {
	value := resp.Header.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil {
		return min(max(0, time.Duration(seconds)*time.Second), longest)
	}
	if at, err := http.ParseTime(value); err == nil {
		return min(max(0, at.Sub(now)), longest)
	}
	return 0
}

// feed gives the entries of a feed that are new. An entry that cannot be read
// is a failure of its own; a feed without a single good one is the source's.
func (f *Follower) feed(ctx context.Context, name string, body []byte, s *Source, yield func(*report.Report, error) bool) error {
	good, bad := 0, error(nil)
	for r, err := range feed.Read(&report.Input{Name: name, URL: name, Body: bytes.NewReader(body)}) {
		if err != nil {
			bad = err
			continue
		}
		good++
		if !s.fresh(r.ID, r.Published.String(), r.Title, r.Text) {
			continue
		}
		if f.opt.Articles && len(r.Text) < little && r.URL != "" {
			if whole := f.article(ctx, r.URL); whole != nil {
				r.Text, r.Original = whole.Text, whole.Original
			}
		}
		if !yield(r, nil) || ctx.Err() != nil {
			return nil
		}
	}
	if good == 0 && bad != nil {
		return bad
	}
	return nil
}

// article gives the article behind an entry, or nil: the entry alone is better
// than nothing.
func (f *Follower) article(ctx context.Context, address string) *report.Report {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || !f.allowed(ctx, u) {
		return nil
	}
	r, err := f.page(ctx, u)
	if err != nil || len(r.Text) < little {
		return nil
	}
	return r
}

// page fetches a page and finds the article in it.
func (f *Follower) page(ctx context.Context, u *url.URL) (*report.Report, error) {
	resp, err := f.get(ctx, u, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("it answers %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	in := &report.Input{Name: u.Redacted(), ID: u.String(), URL: u.String(), MediaType: resp.Header.Get("Content-Type"), Body: resp.Body}
	for r, err := range page.Read(in) {
		if err != nil {
			return nil, err
		}
		return r, nil
	}
	return nil, errors.New("there is no article in it")
}

// sitemap gives the articles of the pages that a sitemap, or those of an index,
// list anew. Pages that cannot be read are failures of their own.
func (f *Follower) sitemap(ctx context.Context, body []byte, s *Source, yield func(*report.Report, error) bool) error {
	pages, maps, err := readSitemap(body)
	if err != nil {
		return err
	}
	for _, m := range maps[:min(len(maps), maxMaps)] {
		u, err := url.Parse(m.Loc)
		if err != nil || u.Host == "" || !f.allowed(ctx, u) {
			continue
		}
		resp, err := f.get(ctx, u, nil)
		if err != nil {
			return err
		}
		inner, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
		resp.Body.Close()
		if err != nil {
			return fmt.Errorf("its sitemap %s breaks off: %w", m.Loc, err)
		}
		more, _, err := readSitemap(inner)
		if err != nil {
			return err
		}
		pages = append(pages, more...)
	}
	taken := 0
	for _, p := range pages {
		u, err := url.Parse(p.Loc)
		if err != nil || u.Host == "" || taken == maxPages || !f.allowed(ctx, u) || !s.fresh(p.Loc, p.LastMod) {
			continue
		}
		taken++
		r, err := f.page(ctx, u)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", p.Loc, err)
		}
		if !yield(r, err) {
			return nil
		}
	}
	return nil
}

// folder gives the reports in a folder that are new or have changed.
func (f *Follower) folder(ctx context.Context, path string, s *Source, yield func(*report.Report, error) bool) error {
	if _, err := os.Stat(path); err != nil {
		return errors.New("there is no such file or folder")
	}
	for r, err := range source.Open(ctx, []string{path}, source.Options{Client: f.client}) {
		if err == nil && !s.fresh(r.ID, r.Published.String(), r.Title, r.Text) {
			continue
		}
		if err != nil && !s.fresh(strings.ToValidUTF8(err.Error(), "?")) {
			continue // told before
		}
		if !yield(r, err) || ctx.Err() != nil {
			return nil
		}
	}
	return nil
}
