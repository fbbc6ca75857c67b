package report

import (
	"errors"
	"strings"
)

// What a caller may ask of a Failure with errors.Is.
var (
	ErrInvalid     = errors.New("invalid")     // the input is not what it should be; mend it
	ErrNoDate      = errors.New("no date")     // a report has no publication date; give one
	ErrTooLarge    = errors.New("too large")   // over a limit; split it or raise the limit
	ErrUnavailable = errors.New("unavailable") // it could not be reached or read; try again
	ErrRefused     = errors.New("refused")     // not allowed, such as an address of the inner network
)

// Failure says why one report, or the rest of one input, was not taken in.
// Whatever else the inputs hold has been read all the same.
type Failure struct {
	Input  string // the file, URL or "standard input" that it is about
	Entry  string // "line 3", "row 2 (line 17)", "entry 4"; empty for the whole input
	Reason string // what is wrong and what to do about it
	Kind   error  // one of the errors above
	Behind Place  // the place behind it, in an input of many; else zero
	Cause  error  // the error underneath, or nil; Reason already tells it
}

// Error gives "input: entry: reason" in one line of valid text, whatever bytes
// of the input are in it.
func (f *Failure) Error() string {
	s := f.Input + ": "
	if f.Entry != "" {
		s += f.Entry + ": "
	}
	return oneLine.Replace(strings.ToValidUTF8(s+f.Reason, "\uFFFD"))
}

var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// Unwrap gives the kind and the cause.
func (f *Failure) Unwrap() []error {
	if f.Cause == nil {
		return []error{f.Kind}
	}
	return []error{f.Kind, f.Cause}
}
