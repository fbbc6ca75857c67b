package source

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
)

// wholeAnswer is how many times the limit of one report an answer may be.
const wholeAnswer = 4

func isAddress(input string) bool {
	low := strings.ToLower(input[:min(len(input), 8)])
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

// fetch reads what an address answers.
func (s *source) fetch(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return s.fail(&report.Failure{Input: address, Kind: report.ErrInvalid, Cause: err, Reason: "not a web address; want https://host/path"})
	}
	in := &report.Input{Name: u.Redacted(), Limit: s.opt.Limit}
	req, err := http.NewRequestWithContext(s.ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return s.fail(in.Fail("", report.ErrInvalid, "not a web address: %w", err))
	}
	req.Header.Set("User-Agent", "chancery (+https://github.com/chancery-project/chancery)")
	req.Header.Set("Accept", "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5")
	resp, err := s.opt.Client.Do(req)
	if err != nil {
		return s.fail(fetchFailure(in, err))
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return s.fail(statusFailure(in, resp))
	}
	where := *resp.Request.URL // behind any redirect
	where.User, where.Fragment = nil, ""
	limit := int64(wholeAnswer * in.MaxBytes())
	return s.read(stream{
		name: in.Name, ending: where.Path, mediaType: resp.Header.Get("Content-Type"),
		id: where.String(), url: where.String(), body: &limited{r: resp.Body, left: limit, limit: limit},
	})
}

// fetchFailure tells why an address gave no answer.
func fetchFailure(in *report.Input, err error) *report.Failure {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err // the method and address are in the failure already
	}
	switch {
	case errors.Is(err, errPrivate):
		return in.Fail("", report.ErrRefused, "%w; save the page and give the file", errPrivate)
	case u != nil && u.Timeout():
		return in.Fail("", report.ErrUnavailable, "no answer in time; try again later: %w", err)
	}
	return in.Fail("", report.ErrUnavailable, "cannot be fetched; check the address and the network: %w", err)
}

func statusFailure(in *report.Input, resp *http.Response) *report.Failure {
	status := fmt.Sprintf("%d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	if resp.StatusCode >= 500 || resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusRequestTimeout {
		return in.Fail("", report.ErrUnavailable, "the server answers %s; try again later", status)
	}
	return in.Fail("", report.ErrInvalid, "the server answers %s; check the address", status)
}

// limited ends an answer that grows over the limit with an error.
type limited struct {
	r           io.Reader
	left, limit int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, &report.Failure{Reason: fmt.Sprintf("the answer is over %s; save it and read the file", report.Size(int(l.limit))), Kind: report.ErrTooLarge}
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}
