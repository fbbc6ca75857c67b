package follow

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
)

// Agent is the name by which robots.txt knows us.
const Agent = "chancery"

// rulesHold is how long the rules of a host are taken to hold (RFC 9309, 2.4).
const rulesHold = 24 * time.Hour

// maxRules is how much of a robots.txt is read (RFC 9309, 2.5).
const maxRules = 512 << 10

type rules struct {
	group *robotstxt.Group // nil: everything is allowed
	deny  bool             // nothing is
	until time.Time
}

// allowed says whether the host of an address lets us ask for it. A host that
// does not answer is not asked for anything else (RFC 9309, 2.3.1.4); one that
// has no robots.txt allows all.
func (f *Follower) allowed(ctx context.Context, u *url.URL) bool {
	host := u.Scheme + "://" + u.Host
	r, ok := f.robots[host]
	if !ok || f.now().After(r.until) {
		r = f.rules(ctx, u)
		f.robots[host] = r
	}
	return !r.deny && (r.group == nil || r.group.Test(u.RequestURI()))
}

func (f *Follower) rules(ctx context.Context, u *url.URL) rules {
	r := rules{until: f.now().Add(rulesHold)}
	at := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	resp, err := f.get(ctx, &at, nil)
	if err != nil {
		return rules{deny: true, until: f.now().Add(time.Hour)}
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRules))
	switch {
	case err != nil, resp.StatusCode >= http.StatusInternalServerError:
		return rules{deny: true, until: f.now().Add(time.Hour)}
	case resp.StatusCode != http.StatusOK:
		return r
	}
	if data, err := robotstxt.FromBytes(body); err == nil {
		r.group = data.FindGroup(Agent)
	}
	return r
}
