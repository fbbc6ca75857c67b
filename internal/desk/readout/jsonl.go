package readout

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
)

// JSONL appends the reading as one line of JSON. The order of the fields is
// that of the types in the reading room; a list is never null. Characters that
// HTML would mind (<, >, &) stand as they are.
func JSONL(buf []byte, from *report.Report, says *reading.Reading) ([]byte, error) {
	line := withLists(*says)
	out := bytes.NewBuffer(buf)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return buf, fmt.Errorf("writing the reading of report %s as JSON: %w", from.ID, err)
	}
	return out.Bytes(), nil
}

// withLists gives the reading with an empty list in place of every nil one.
func withLists(r reading.Reading) *reading.Reading {
	r.Times = list(r.Times)
	if r.Engagements = list(r.Engagements); len(r.Engagements) > 0 {
		engagements := make([]reading.Engagement, len(r.Engagements))
		for i, e := range r.Engagements {
			e.Parties, e.Evidence, e.Attribution = list(e.Parties), list(e.Evidence), list(e.Attribution)
			engagements[i] = e
		}
		r.Engagements = engagements
	}
	if r.Claims = list(r.Claims); len(r.Claims) > 0 {
		claims := make([]reading.Claim, len(r.Claims))
		for i, c := range r.Claims {
			c.Parties, c.Attribution = list(c.Parties), list(c.Attribution)
			claims[i] = c
		}
		r.Claims = claims
	}
	return &r
}

func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
