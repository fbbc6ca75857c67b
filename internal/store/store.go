package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/report"
)

// Kinds of error that a caller can act on; check with errors.Is.
var (
	ErrNotFound = errors.New("not in the record")
	ErrInvalid  = errors.New("not valid")
	ErrAway     = errors.New("the database does not answer, or is busy")   // try again
	ErrBroken   = errors.New("the database is full, read-only or damaged") // mend it
)

// Store keeps a record. Every method may be called from several goroutines.
type Store interface {
	// Add saves reports with their readings and links them, all or nothing. A
	// report whose content and reading are there already changes nothing; one
	// with the id of another replaces it. Of two entries with one id the last
	// counts. It fails with ErrInvalid where an entry has no id or the reading
	// is not of the report.
	Add(ctx context.Context, entries []Entry) (Added, error)
	// Remove takes reports out of the record; ids that it lacks are ignored.
	Remove(ctx context.Context, ids []string) (Added, error)

	// Engagements gives the engagements that the filter lets through, in the
	// order of record.Sort.
	Engagements(ctx context.Context, f Filter) ([]record.Engagement, error)
	// Lines gives the lines of the engagements that changed since a revision of
	// the record, the rejected among them, and which have gone; since 0 those of
	// all. They come in no order that means anything.
	Lines(ctx context.Context, since int64) (Lines, error)
	// Engagement gives one engagement, or ErrNotFound.
	Engagement(ctx context.Context, eid string) (record.Engagement, error)

	// Report gives a report with its text, or ErrNotFound.
	Report(ctx context.Context, id string) (report.Report, error)
	// Reports lists reports without their text, newest first, then by id.
	Reports(ctx context.Context, f ReportFilter) ([]Listed, error)
	// Reading gives what a report says, or ErrNotFound.
	Reading(ctx context.Context, id string) (reading.Reading, error)

	// Claims gives claims by publication date, report and place in the report.
	Claims(ctx context.Context, f ClaimFilter) ([]record.Claim, error)
	// People gives who held which office as far as reports say, sorted by
	// country, person, office.
	People(ctx context.Context, f PersonFilter) ([]record.Tenure, error)

	// Correct saves a correction and applies it. It gives the correction as
	// saved, with its number.
	Correct(ctx context.Context, c record.Correction) (record.Correction, error)
	// Corrections gives the log, oldest first.
	Corrections(ctx context.Context) ([]record.Correction, error)

	// Stats counts what the record holds.
	Stats(ctx context.Context) (Stats, error)
	// Days gives the days that the record spans as the reports published until
	// a day tell it; 0 for all. It is fast.
	Days(ctx context.Context, asOf edtf.Day) (Days, error)
	// Revision tells one state of the record from another, fast. What changes
	// nothing leaves it as it is.
	Revision(ctx context.Context) (Revision, error)

	// Note gives what SetNote wrote under a name, or nil. Notes are what work
	// that may be interrupted goes on from; they are no part of the record.
	Note(ctx context.Context, name string) ([]byte, error)
	// SetNote writes a note, over what stands there; nil takes it out.
	SetNote(ctx context.Context, name string, body []byte) error
	Close() error
}

// Entry is one report to add.
type Entry struct {
	Report  report.Report
	Reading reading.Reading
	Kind    Kind   // zero is News
	Reader  string // version of what made the reading
	Again   bool   // a new reading of a report of the record: where that is gone or another by now, nothing is done
}

// Kind is what sort of report it is.
type Kind string

// The kinds of reports.
const (
	News    Kind = "news"    // a news item
	Dataset Kind = "dataset" // a row coded by hand
)

// Added says what Add did.
type Added struct {
	New, Changed, Same int      // reports
	Passed             []string // ids of entries read Again of which the report is gone or another
	Engagements        []string // eids of the engagements that are new or changed, sorted
	Gone               []string // eids that are no more, because an earlier report changed the name or a report went, sorted
	Links              record.Decisions
	Linking            time.Duration // of the time that Add took
}

// Filter chooses engagements. Its zero value lets all through; every field
// that is set must hold.
type Filter struct {
	Countries  []string         // parties must have all of these codes
	Person     string           // a party must have a name that this one fits: "Modi", "Narendra Modi"
	Kinds      []reading.Kind   // one of these
	Statuses   []reading.Status // one of these
	When       edtf.Date        // time must overlap this one; undated engagements fail
	Ahead      *Ahead           // must not be over; nil for all
	Event      string           // a gathering of it must go by this name, told in any way: "15th summit of BRICS" for "BRICS summit"
	Country    string           // must take place there
	Sides      int              // so many countries, 0 for any number
	Report     string           // must rest on this report
	Outlet     string           // must rest on a report of this outlet
	Text       string           // all of these words in names, places, events
	Conflicted bool             // must have a conflict
	Rejected   bool             // also those of which a person said that there is no such engagement
	Lean       bool             // without evidence, attribution and the values that others say: what the outlook needs of a whole record
	Cards      bool             // what lists show alone: as Lean, and also without steps, marks, what it is part of, type, duration and next host; of the mentions report, outlet and day
	Keys       []int64          // one of these, at most MaxKeys; see Line
	AsOf       edtf.Day         // only reports published until this day; 0 for all
	After      *Place           // only what comes behind it in the order of the record; nil for all
	Limit      int              // at most so many, 0 for all
	Offset     int              // behind so many
}

// MaxKeys is how many keys a filter takes.
const MaxKeys = 1000

// Line is what tells one engagement from the others at a glance: enough to
// count, to sort and to choose by, without any text.
type Line struct {
	Key         int64 // of the engagement in this store; another may have it once the engagement is gone
	EID         string
	Kind        reading.Kind
	Status      reading.Status
	Dated       bool     // it has a time
	First, Last edtf.Day // days that it spans; 0 where it has no time
	Heard, Told edtf.Day // publication of its first and its last report
	Country     string   // where it takes place
	Conflicts   []string // fields on which reports disagree
	Reports     int      // how many tell of it
	Confidence  float64
	Rejected    bool
	Marked      bool            // people said something of it
	Parties     []reading.Party // without offices
}

// LineOf gives the line of an engagement, without its key.
func LineOf(e *record.Engagement) Line {
	l := Line{
		EID: e.EID, Kind: e.Kind, Status: e.Status, Country: e.Country, Reports: len(e.Reports), Confidence: e.Confidence, Rejected: e.Rejected, Marked: len(e.Marks) > 0,
		Heard: edtf.MinDay, Told: edtf.MinDay,
	}
	if lo, hi, ok := e.When.Bounds(); ok {
		l.Dated, l.First, l.Last = true, lo, hi
	}
	if n := len(e.Mentions); n > 0 {
		l.Heard, l.Told = e.Mentions[0].Published, e.Mentions[n-1].Published
	}
	for _, c := range e.Conflicts {
		l.Conflicts = append(l.Conflicts, c.Field)
	}
	for _, p := range e.Parties {
		l.Parties = append(l.Parties, reading.Party{Country: p.Country, Person: p.Person, Role: p.Role})
	}
	return l
}

// Compare compares two lines by the order of the record, as record.Compare
// does.
func (l *Line) Compare(m *Line) int {
	if l.Dated != m.Dated {
		if l.Dated {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(l.First, m.First), cmp.Compare(l.Kind, m.Kind), cmp.Compare(l.EID, m.EID))
}

// Countries gives the codes of the parties, sorted, each once.
func (l *Line) Countries() []string {
	out := make([]string, 0, 4)
	for _, p := range l.Parties {
		if p.Country != "" {
			out = append(out, p.Country)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Lines are those lines of the record that changed since a revision.
type Lines struct {
	Revision int64 // of the record as they tell it
	Lines    []Line
	Gone     []int64 // keys of what is no more
}

// Ahead lets through what does not end before a day, and of what has no time
// that which was told of on a day or since.
type Ahead struct{ Ends, Told edtf.Day }

// ReportFilter chooses reports, as Filter does.
type ReportFilter struct {
	Text      string // all of these words, case and marks ignored; "quoted words" together
	Outlet    string
	Kind      Kind
	NotReader string   // only what another version of the reader has read, empty for all
	From      edtf.Day // published from; 0 for all
	To        edtf.Day // published until; 0 for all
	After     *ReportPlace
	Limit     int
	Offset    int
}

// Listed is a report without its text.
type Listed struct {
	ID        string
	Kind      Kind
	Outlet    string
	URL       string
	Published edtf.Day
	Title     string
	Snippet   string // words around what was searched for, or the beginning
}

// ClaimFilter chooses claims.
type ClaimFilter struct {
	Report    string
	Countries []string // parties must have all of these
	AsOf      edtf.Day // published until; 0 for all
}

// PersonFilter chooses people.
type PersonFilter struct {
	Country string
	Person  string // a name that fits
	AsOf    edtf.Day
}

// Stats counts what the record holds.
type Stats struct {
	Reports     int
	Datasets    int // of Reports, those coded by hand
	Engagements int
	Mentions    int
	Claims      int
	Conflicts   int // engagements with a conflict
	Corrections int
	First, Last edtf.Day // publication dates; 0 where there is no report
	Bytes       int64    // of text
}

// Days are publication dates; 0 where there is no such report.
type Days struct {
	Last edtf.Day // of the last report
	News edtf.Day // of the first news report that tells of an engagement
}

// Revision is the state of the record.
type Revision struct {
	Number  int64     // how often it has changed
	Changed time.Time // when last; zero for never
}
