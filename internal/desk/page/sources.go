package page

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/chancery-project/chancery/internal/post/follow"
)

type sourcesPage struct {
	*view
	Failing, Answering []origin
}

// origin is how a followed source answered.
type origin struct {
	Name, Link        string
	Title             string
	Reports, Failures int
	Asked, Answered   string // empty for never
	Next              string
	Error             string
	Dead              bool
}

// dead is how often in a row a source must fail to be called dead: by then it
// has been silent for a day.
const dead = 6

// sources shows how the sources that 'chancery watch' follows answered last.
func (s *Server) sources(_ context.Context, v *view, _ *http.Request) (answer, error) {
	v.passing = true // the sources are no part of the record
	p := sourcesPage{view: v}
	state := &follow.State{}
	if s.followed != nil {
		var err error
		if state, err = s.followed(); err != nil {
			return answer{}, err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(state.Sources)) {
		x := state.Sources[name]
		row := origin{
			Name: name, Link: webAddress(name), Title: x.Title, Reports: x.Reports, Failures: x.Failures, Error: x.Error, Dead: x.Failures >= dead,
			Asked: moment(x.Asked), Answered: moment(x.Answered), Next: moment(x.Next),
		}
		if x.Failures > 0 {
			p.Failing = append(p.Failing, row)
		} else {
			p.Answering = append(p.Answering, row)
		}
	}
	return answer{template: "sources", title: "Sources", shows: p}, nil
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04 UTC")
}
