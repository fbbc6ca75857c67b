package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/store"
	"github.com/chancery-project/chancery/internal/store/postgres"
	"github.com/chancery-project/chancery/internal/store/sqlite"
)

// defaultRecord is where the record is kept when nothing else is said.
const defaultRecord = "chancery.db"

// place is where the record is kept: a file, or a postgres:// address.
type place struct {
	name string
	env  string
}

func (p *place) flags(c *cobra.Command, inv Invocation) {
	p.env = inv.Getenv("CHANCERY_RECORD")
	c.Flags().StringVar(&p.name, "record", "", "the record: a `FILE` or a postgres:// address (default $CHANCERY_RECORD, or "+defaultRecord+")")
}

func (p *place) String() string {
	switch {
	case p.name != "":
		return p.name
	case p.env != "":
		return p.env
	}
	return defaultRecord
}

func (p *place) postgres() bool {
	return strings.HasPrefix(p.String(), "postgres://") || strings.HasPrefix(p.String(), "postgresql://")
}

// shown is the place as messages may show it: without the password.
func (p *place) shown() string {
	if _, host, found := strings.Cut(p.String(), "@"); found && p.postgres() {
		return "postgres://…@" + host
	}
	return p.String()
}

// open opens the record, and makes a new one where there is none.
func (p *place) open(ctx context.Context) (store.Store, error) {
	var s store.Store
	var err error
	if p.postgres() {
		s, err = postgres.Open(ctx, p.String())
	} else {
		s, err = sqlite.Open(ctx, p.String())
	}
	if err != nil {
		return nil, fmt.Errorf("opening the record %s: %w", p.shown(), err)
	}
	return s, nil
}

// starting is how long a command that runs for long waits for a database that
// does not answer yet: it may be starting too.
const starting = 2 * time.Minute

// patient opens the record as open does, and waits for a database that does not
// answer yet.
func (p *place) patient(ctx context.Context, log *slog.Logger) (store.Store, error) {
	wait := 100 * time.Millisecond
	for end := time.Now().Add(starting); ; wait = min(2*wait, 5*time.Second) {
		s, err := p.open(ctx)
		if err == nil || !errors.Is(err, store.ErrAway) || time.Now().After(end) {
			return s, err
		}
		log.Warn("waiting for the record", "error", err)
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(wait):
		}
	}
}

// existing opens a record that is there already: a question to a record that
// nobody made is a mistake, not an empty answer.
func (p *place) existing(ctx context.Context) (store.Store, error) {
	if _, err := os.Stat(p.String()); !p.postgres() && errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no record at %s; make one with 'chancery add INPUT...', or name another with --record", p)
	}
	return p.open(ctx)
}

// counted opens a record that is there already, and says how much it holds.
func (p *place) counted(ctx context.Context) (store.Store, store.Stats, error) {
	s, err := p.existing(ctx)
	if err != nil {
		return nil, store.Stats{}, err
	}
	n, err := s.Stats(ctx)
	if err != nil {
		s.Close()
		return nil, store.Stats{}, fmt.Errorf("counting: %w", err)
	}
	return s, n, nil
}

// moment is the day as of which a question is asked.
type moment struct{ text string }

func (m *moment) flags(c *cobra.Command) {
	c.Flags().StringVar(&m.text, "as-of", "", "answer with what was known on `DATE` (YYYY-MM-DD; default the day of the latest report in the record)")
}

// when gives the day to ask for, and the day up to which reports count; see
// brief.Moment.
func (m *moment) when(ctx context.Context, s store.Store) (asOf, until edtf.Day, err error) {
	asOf, until, err = brief.Moment(ctx, s, m.text)
	if errors.As(err, &brief.NoDay{}) {
		return 0, 0, usagef("--as-of %q: %w", m.text, err)
	}
	return asOf, until, err
}
