package api

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/edtf"
)

// Paged are the parameters of an operation that gives a list in parts.
type Paged struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"At most so many."`
	Cursor string `query:"cursor" maxLength:"2000" doc:"The next of the part before; leave the other parameters as they were."`
}

// listOf is a part of a list.
type listOf[T any] struct {
	Items []T    `json:"items" nullable:"false"`
	Next  string `json:"next,omitempty" doc:"The cursor of the next part; missing in the last one."`
}

type listOutput[T any] struct{ Body listOf[T] }

// cursor is a place in a list: that of the last thing given. It holds on to the
// thing, not to a number, so that what comes in meanwhile moves nothing.
type cursor struct {
	Of    string   `json:"q"` // which question
	Dated bool     `json:"d,omitempty"`
	Day   edtf.Day `json:"n,omitempty"`
	Kind  string   `json:"k,omitempty"`
	ID    string   `json:"i"`
}

// question names a question, so that a cursor of one does not do for another.
func question(parts ...any) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%q", parts)
	return fmt.Sprintf("%08x", h.Sum32())
}

func (c cursor) String() string {
	text, err := json.Marshal(c)
	if err != nil {
		return "" // strings and numbers alone
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// parseCursor reads a cursor of a question; nil where there is none yet.
func parseCursor(text, of string) (*cursor, error) {
	if text == "" {
		return nil, nil
	}
	var c cursor
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &c)
	}
	bad := func(why string) error {
		return huma.Error400BadRequest("bad cursor", &huma.ErrorDetail{Location: "query.cursor", Message: why, Value: text})
	}
	switch {
	case err != nil || c.ID == "" || c.String() != text:
		return nil, bad("this is no cursor that the server gave; take the next of the part before, or leave it out to begin again")
	case c.Of != of:
		return nil, bad("this cursor is of another question; leave the other parameters as they were, or leave it out to begin again")
	}
	return &c, nil
}

// part cuts a whole list to what a cursor and a limit want. key names an item
// in its list.
func part[T any](all []T, key func(T) string, p Paged, of string) (listOf[T], error) {
	c, err := parseCursor(p.Cursor, of)
	if err != nil {
		return listOf[T]{}, err
	}
	if c != nil {
		i := slices.IndexFunc(all, func(x T) bool { return key(x) == c.ID })
		if i < 0 {
			return listOf[T]{}, huma.NewError(410, "The record has changed: what the part before ended with is not in the list any more. Begin again without a cursor.")
		}
		all = all[i+1:]
	}
	out := listOf[T]{Items: all[:min(len(all), p.Limit)]}
	if len(all) > p.Limit {
		out.Next = cursor{Of: of, ID: key(all[p.Limit-1])}.String()
	}
	return out, nil
}

// shown turns the items of a part into what is sent.
func shown[T, U any](l listOf[T], show func([]T) []U) *listOutput[U] {
	out := &listOutput[U]{Body: listOf[U]{Items: show(l.Items), Next: l.Next}}
	if out.Body.Items == nil {
		out.Body.Items = []U{}
	}
	return out
}
