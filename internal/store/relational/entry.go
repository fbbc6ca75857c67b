package relational

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// prepared is an entry as it goes into the tables.
type prepared struct {
	store.Entry
	hash     []byte
	text     []byte
	original []byte
	print    record.Print // of the text, where the report says anything
	rest     []byte       // reading without engagements, claims and people
	mentions []record.Mention
	faces    [][]byte // of mentions
	proofs   [][]byte
	parts    []record.Part
	claims   [][]byte
	tenures  [][]byte
}

// prepare checks an entry and writes it for the database. It does all that
// needs no transaction.
func prepare(e store.Entry) (*prepared, error) {
	r := &e.Report
	if r.ID == "" {
		return nil, fmt.Errorf("%w: a report without an id", store.ErrInvalid)
	}
	if e.Kind == "" {
		e.Kind = store.News
	}
	if e.Reading.ID != r.ID || e.Reading.Published != r.Published.String() {
		return nil, fmt.Errorf("%w: the reading of %q (%s) is not of the report %q (%s)", store.ErrInvalid, e.Reading.ID, e.Reading.Published, r.ID, r.Published)
	}
	p := &prepared{Entry: e}
	rank := record.Rank(r.Outlet)
	if e.Kind == store.Dataset {
		rank = record.RankDataset
	}
	var err error
	if p.mentions, err = record.Mentions(e.Reading, rank); err != nil {
		return nil, err
	}
	for i := range e.Reading.Engagements {
		if err := record.CheckEngagement(&e.Reading.Engagements[i]); err != nil {
			return nil, fmt.Errorf("%w: report %s: %w", store.ErrInvalid, r.ID, err)
		}
		face, proof, err := split(&e.Reading.Engagements[i])
		if err != nil {
			return nil, fmt.Errorf("report %s: %w", r.ID, err)
		}
		p.faces, p.proofs = append(p.faces, face), append(p.proofs, proof)
	}
	p.parts = record.Parts(e.Reading.Engagements)
	if len(e.Reading.Engagements) > 0 || len(e.Reading.Claims) > 0 {
		p.print = record.PrintOf(r.Text)
	}
	for i := range p.mentions {
		m := &p.mentions[i]
		m.Report, m.Outlet, m.Print, m.Said = one(r.ID), one(r.Outlet), p.print, bare(&e.Reading.Engagements[i])
	}
	if p.claims, err = bodies(e.Reading.Claims); err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	if p.tenures, err = bodies(e.Reading.People); err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	rest := e.Reading
	rest.Engagements, rest.Claims, rest.People = nil, nil, nil
	if p.rest, err = json.Marshal(rest); err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	p.hash = p.sum()
	return p, p.pack()
}

// sum gives a hash of content and reading.
func (p *prepared) sum() []byte {
	h := sha256.New()
	r := &p.Report
	for _, s := range []string{string(p.Kind), r.Outlet, r.URL, r.Published.String(), r.Title, r.Text, p.Reader} {
		fmt.Fprintf(h, "%d:%s", len(s), s)
	}
	h.Write(r.Original)
	h.Write(p.print.Bytes())
	for _, list := range [][][]byte{p.faces, p.proofs, p.claims, p.tenures, {p.rest}} {
		fmt.Fprintf(h, "%d;", len(list))
		for _, b := range list {
			h.Write(b)
		}
	}
	return h.Sum(nil)
}

func (p *prepared) pack() (err error) {
	if p.text, err = pack([]byte(p.Report.Text)); err != nil {
		return fmt.Errorf("report %s: %w", p.Report.ID, err)
	}
	if p.Report.Original != nil && !bytes.Equal(p.Report.Original, []byte(p.Report.Text)) {
		if p.original, err = pack(p.Report.Original); err != nil {
			return fmt.Errorf("report %s: %w", p.Report.ID, err)
		}
	}
	if p.rest, err = pack(p.rest); err != nil {
		return fmt.Errorf("report %s: %w", p.Report.ID, err)
	}
	return nil
}

func bodies[T reading.Claim | reading.Tenure](list []T) ([][]byte, error) {
	out := make([][]byte, len(list))
	for i := range list {
		b, err := json.Marshal(list[i])
		if err != nil {
			return nil, err
		}
		out[i] = b
	}
	return out, nil
}
