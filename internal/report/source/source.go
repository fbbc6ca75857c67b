// Package source opens what a user names and reads the reports in it.
//
// In: files, folders, "-" for standard input, http and https addresses. Out:
// reports in the order of the inputs and, between them, a failure for each
// thing that could not be read. It streams: memory holds one report of a
// table, line file or archive, one page, or one feed, never a whole input of
// many reports.
package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/report"
)

// Options say how inputs are opened. The zero value reads files and public
// addresses, refuses reports without a date and has no standard input.
type Options struct {
	Published    *edtf.Day                      // stands in where a report has no date; nil: such a report is refused
	Format       Format                         // of every input; empty: told by each input's ending, media type and content
	Stdin        io.Reader                      // what "-" reads
	Limit        int                            // most bytes of one report; 0: report.DefaultLimit; a fetched input may be four times that
	Client       *http.Client                   // fetches addresses; nil: NewClient(AllowPrivate)
	AllowPrivate bool                           // fetch from loopback, private and link-local addresses too
	Skipped      func(path, reason string)      // told what a folder holds that is no input; nil: nobody
	From         func(path string) report.Place // asked where to begin in a file of lines, rows or records; nil: at its beginning
	Count        func(bytes int)                // told of the bytes of files as they are read, packed as they are; nil: nobody
}

// Open reads the inputs one behind the other. Each failure is a
// *report.Failure or, once ctx is done, its error, which ends the reading; a
// failure never ends it otherwise. A folder stands for the files in it and
// below, sorted by name, that end as a known format does. Nothing is opened
// before it is asked for.
func Open(ctx context.Context, inputs []string, opt Options) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		s := &source{ctx: ctx, opt: opt, yield: yield}
		if s.opt.Client == nil {
			s.opt.Client = NewClient(opt.AllowPrivate)
		}
		for _, input := range inputs {
			if !s.open(input) {
				return
			}
		}
	}
}

// source is one reading. Its methods say whether to go on.
type source struct {
	ctx   context.Context
	opt   Options
	yield func(*report.Report, error) bool
}

func (s *source) open(input string) bool {
	if err := s.ctx.Err(); err != nil {
		s.yield(nil, err)
		return false
	}
	switch {
	case input == "-" && s.opt.Stdin == nil:
		return s.fail(&report.Failure{Input: "standard input", Reason: "there is none", Kind: report.ErrInvalid})
	case input == "-":
		return s.read(stream{name: "standard input", body: s.opt.Stdin})
	case isAddress(input):
		return s.fetch(input)
	}
	st, err := os.Stat(input)
	switch {
	case err != nil:
		return s.fail(fileFailure(input, err))
	case st.IsDir():
		return s.folder(input)
	}
	return s.file(input, false)
}

func (s *source) fail(f *report.Failure) bool { return s.yield(nil, f) }

// file reads one file. One found in a folder is passed over where it holds
// JSON that is no report; one that the user names is not.
func (s *source) file(path string, inFolder bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return s.fail(fileFailure(path, err))
	}
	defer f.Close()
	return s.read(stream{name: path, ending: filepath.Base(path), id: stem(path), body: f, inFolder: inFolder, file: true})
}

// fileFailure tells in plain words why a file cannot be opened.
func fileFailure(path string, err error) *report.Failure {
	f := &report.Failure{Input: path, Kind: report.ErrUnavailable, Cause: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Kind, f.Reason = report.ErrInvalid, "there is no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		f.Reason = "permission denied; make it readable"
	default:
		f.Reason = "cannot be opened: " + err.Error()
	}
	return f
}

// stem is a file's name without its endings: "a" of "in/a.txt.gz".
func stem(path string) string {
	name := filepath.Base(path)
	if e := filepath.Ext(name); strings.EqualFold(e, ".gz") {
		name = strings.TrimSuffix(name, e)
	}
	if s := strings.TrimSuffix(name, filepath.Ext(name)); s != "" {
		return s
	}
	return name
}
