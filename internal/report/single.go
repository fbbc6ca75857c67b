package report

import (
	"io"
	"iter"
)

// Single gives the report that read finds in an input of one report, or its
// failure.
func Single(in *Input, read func(*Input) (*Report, *Failure)) iter.Seq2[*Report, error] {
	return func(yield func(*Report, error) bool) {
		if r, f := read(in); f != nil {
			yield(nil, f)
		} else {
			yield(r, nil)
		}
	}
}

// Whole reads what holds one report to its end. What is a word for it, as in
// FailTooLarge.
func (in *Input) Whole(r io.Reader, what string) ([]byte, *Failure) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(in.MaxBytes())+1))
	switch {
	case err != nil:
		return nil, in.FailRead("", err)
	case len(raw) > in.MaxBytes():
		return nil, in.FailTooLarge("", what)
	}
	return raw, nil
}
