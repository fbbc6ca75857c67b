// Package health looks whether the program has what it needs where it runs: its
// models, its record, the followed sources, and the commands that only building
// and testing need.
//
// In: where the record is, and the environment. Out: findings, each with what
// to do. It changes nothing, not even a record that an older version made.
package health

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/post/follow"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/postgres"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

// State is how good a finding is.
type State string

// The states. Only a bad one keeps the program from its work.
const (
	Good    State = "good"
	Missing State = "missing" // not needed for what works now
	Doubt   State = "doubt"
	Bad     State = "bad"
)

// Finding is one thing looked at.
type Finding struct {
	What   string `json:"what"`
	State  State  `json:"state"`
	Detail string `json:"detail"`
	Do     string `json:"do,omitempty"` // what would mend it
}

// Question says what to look at.
type Question struct {
	Version  string
	Record   string // a file or an address
	Shown    string // the same as it may be shown
	Postgres bool
	Watch    string                                     // file of what the followed sources said last
	Now      time.Time                                  // the clock as the program sees it
	Open     func(context.Context) (store.Store, error) // opens the record
}

// Look gives the findings, always in the same order.
func Look(ctx context.Context, q Question) []Finding {
	out := []Finding{
		{"program", Good, fmt.Sprintf("chancery %s, %s, %s/%s, %s", q.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH, wording.Count(runtime.GOMAXPROCS(0), "processor")), ""},
		clock(q.Now),
		reader(),
	}
	record, current := q.record(ctx)
	out = append(out, record...)
	if current {
		out = append(out, q.contents(ctx)...)
	}
	out = append(out, q.sources()...)
	return append(out, tools()...)
}

// clock doubts a clock that stands before the program was written.
func clock(now time.Time) Finding {
	f := Finding{"clock", Good, now.Format("2006-01-02 15:04 MST"), ""}
	if now.Year() < 2025 {
		f.State, f.Do = Doubt, "set the clock: corrections and feeds are dated by it"
	}
	return f
}

func reader() Finding {
	if _, err := reading.New(); err != nil {
		return Finding{"reader", Bad, err.Error(), "get the program again: its models are part of it"}
	}
	return Finding{"reader", Good, "models loaded, version " + reading.Version + " of the reading", ""}
}

// record looks at the database; current says that this version can open it
// without changing it.
func (q Question) record(ctx context.Context) (out []Finding, current bool) {
	f := Finding{What: "record"}
	var schema, wanted int64
	if q.Postgres {
		found, err := postgres.Examine(ctx, q.Record)
		if err != nil {
			f.State, f.Detail, f.Do = Bad, fmt.Sprintf("%s: %v", q.Shown, err), "check that the server runs, that the database is there and that you may use it"
			return []Finding{f}, false
		}
		f.Detail = fmt.Sprintf("%s, PostgreSQL %s", q.Shown, found.Engine)
		schema, wanted = found.Schema, found.Wanted
	} else {
		info, err := os.Stat(q.Record)
		if errors.Is(err, fs.ErrNotExist) {
			f.State, f.Detail, f.Do = Missing, q.Shown+" is not there yet", "make it with 'chancery add INPUT...', or name another with --record"
			return append([]Finding{f}, folder(q.Record)...), false
		}
		found, err := sqlite.Examine(ctx, q.Record, false)
		switch {
		case err != nil:
			f.State, f.Detail, f.Do = Bad, fmt.Sprintf("%s: %v", q.Shown, err), "make it readable and writable for you"
			return []Finding{f}, false
		case found.Fault != "":
			f.State, f.Detail, f.Do = Bad, q.Shown+": "+found.Fault, "bring a copy back with 'chancery restore FILE --record NEW'"
			return []Finding{f}, false
		}
		f.Detail = fmt.Sprintf("%s, %.1f MB, pages sound, SQLite %s", q.Shown, float64(info.Size())/1e6, found.Engine)
		schema, wanted = found.Schema, found.Wanted
		out = folder(q.Record)
	}
	switch {
	case schema == 0:
		f.State, f.Do = Missing, "the database holds no record yet: 'chancery add INPUT...' makes one"
	case schema > wanted:
		f.State, f.Do = Bad, "a newer version of the program made it: use that one"
	case schema < wanted:
		f.State, f.Do = Doubt, "an older version made it: the next command brings it up to date; 'chancery backup' with the older one keeps it as it is"
	default:
		f.State, current = Good, true
	}
	return append([]Finding{f}, out...), current
}

// folder looks whether the record's folder can be written to and has room.
func folder(record string) []Finding {
	dir := filepath.Dir(record)
	f := Finding{What: "folder", State: Good, Detail: dir}
	probe, err := os.CreateTemp(dir, ".chancery-probe-")
	if err != nil {
		f.State, f.Detail, f.Do = Bad, err.Error(), "make the folder writable for you, or name another record with --record"
		return []Finding{f}
	}
	probe.Close()
	os.Remove(probe.Name())
	if free, ok := room(dir); ok {
		f.Detail += fmt.Sprintf(", %.1f GB free", float64(free)/1e9)
		if free < 1e9 {
			f.State, f.Do = Doubt, "make room: a year of one agency takes a gigabyte"
		}
	}
	return []Finding{f}
}

// contents counts what the record holds.
func (q Question) contents(ctx context.Context) []Finding {
	bad := func(err error) []Finding {
		return []Finding{{"contents", Bad, err.Error(), "look closer with 'chancery verify'"}}
	}
	s, err := q.Open(ctx)
	if err != nil {
		return bad(err)
	}
	defer s.Close()
	stats, err := s.Stats(ctx)
	if err != nil {
		return bad(err)
	}
	f := Finding{"contents", Good, fmt.Sprintf("%s, %s, %.1f MB of text", wording.Count(stats.Reports, "report"), wording.Count(stats.Engagements, "engagement"), float64(stats.Bytes)/1e6), ""}
	old, err := s.Reports(ctx, store.ReportFilter{Kind: store.News, NotReader: reading.Version, Limit: 1})
	if err != nil {
		return bad(err)
	}
	if len(old) > 0 {
		f.State, f.Do = Doubt, "some of it was read by another version of the reading: 'chancery reread'"
	}
	return []Finding{f}
}

// sources looks at what is followed.
func (q Question) sources() []Finding {
	if _, err := os.Stat(q.Watch); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	state, err := follow.LoadState(q.Watch)
	if err != nil {
		return []Finding{{"sources", Bad, err.Error(), "remove the file: it is made anew"}}
	}
	var failing []string
	for name, s := range state.Sources {
		if s.Failures > 0 {
			failing = append(failing, name)
		}
	}
	slices.Sort(failing)
	f := Finding{"sources", Good, wording.Count(len(state.Sources), "source") + " followed", ""}
	if len(failing) > 0 {
		f.State, f.Detail, f.Do = Doubt, f.Detail+fmt.Sprintf(", %d of them failing, such as %s", len(failing), failing[0]), "'chancery watch --status' says why"
	}
	return []Finding{f}
}

// tools looks for the commands that 'make test' needs; the program itself
// needs none.
func tools() []Finding {
	var out []Finding
	for _, t := range []struct{ command, install, purpose string }{
		{"go", "https://go.dev/dl", "to build"},
		{"git", "apt-get install git", "to build"},
		{"gcc", "apt-get install gcc libc6-dev", "for the race detector in tests"},
		{"pg_ctl", "apt-get install postgresql", "for tests with PostgreSQL"},
		{"chromium", "apt-get install chromium", "for tests of the pages"},
	} {
		path, err := exec.LookPath(t.command)
		if err != nil { // Debian keeps the commands of a database server out of the PATH
			if found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + t.command); len(found) > 0 {
				path, err = found[len(found)-1], nil
			}
		}
		f := Finding{t.command, Good, path, ""}
		if err != nil {
			f.State, f.Detail, f.Do = Missing, "needed only "+t.purpose, t.install
		}
		out = append(out, f)
	}
	return out
}
