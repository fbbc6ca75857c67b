package api

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"github.com/chancery-project/chancery/internal/desk/guard"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// Signed is who corrects, why and when.
type Signed struct {
	By     string `json:"by" minLength:"1" maxLength:"200" doc:"Who signs it."`
	Reason string `json:"reason,omitempty" maxLength:"2000" doc:"Why."`
	Date   string `json:"date,omitempty" format:"date" doc:"When it is signed; by default today."`
}

// correction is a correction as a client sends it.
type correction struct {
	Action  record.Action `json:"action" enum:"confirm,reject,set,merge,split,undo"`
	EID     string        `json:"eid,omitempty" maxLength:"200" doc:"The engagement; all but undo need it."`
	Other   string        `json:"other,omitempty" maxLength:"200" doc:"merge: the other engagement."`
	Reports []string      `json:"reports,omitempty" doc:"split: the reports that tell of another engagement."`
	Field   string        `json:"field,omitempty" doc:"set: the field." enum:"country,duration,event,kind,next_host,number,place,practice,status,type,when"`
	Value   string        `json:"value,omitempty" maxLength:"500" doc:"set: its value; empty for none."`
	Undoes  int           `json:"undoes,omitempty" doc:"undo: the number of the correction."`
	Signed
}

// corrections registers the log of corrections.
func (s *server) corrections() {
	huma.Register(s.api, huma.Operation{
		OperationID: "list-corrections", Method: "GET", Path: "/api/v1/corrections", Tags: []string{"Corrections"},
		Summary: "List corrections", Description: "What people said of the record, the oldest first. What is undone stays in the log.",
	}, func(ctx context.Context, in *struct {
		EID string `query:"eid" maxLength:"200" doc:"Only those signed for this engagement."`
		Paged
	}) (*listOutput[record.Correction], error) {
		log, err := s.Store.Corrections(ctx)
		if err != nil {
			return nil, s.problem(ctx, err, "correction")
		}
		var all []record.Correction
		for _, c := range log {
			if in.EID == "" || c.EID == in.EID || c.Other == in.EID {
				all = append(all, c)
			}
		}
		l, err := part(all, func(c record.Correction) string { return strconv.Itoa(c.ID) }, in.Paged, question("corrections", in.EID))
		if err != nil {
			return nil, err
		}
		return shown(l, list), nil
	})
	huma.Register(s.api, s.writes(guard.Correct, huma.Operation{
		OperationID: "correct", Method: "POST", Path: "/api/v1/corrections", Tags: []string{"Corrections"},
		Summary: "Correct the record", Description: "Confirms, rejects, merges or splits engagements, or sets a field. It is signed, outranks what was read, and can be undone.",
		DefaultStatus: http.StatusCreated, Errors: []int{404, 422},
	}), func(ctx context.Context, in *struct{ Body correction }) (*struct{ Body record.Correction }, error) {
		b := in.Body
		return s.correct(ctx, b.Signed, record.Correction{Action: b.Action, EID: b.EID, Other: b.Other, Reports: b.Reports, Field: b.Field, Value: b.Value, Undoes: b.Undoes})
	})
	huma.Register(s.api, s.writes(guard.Correct, huma.Operation{
		OperationID: "undo-correction", Method: "POST", Path: "/api/v1/corrections/{id}/undo", Tags: []string{"Corrections"},
		Summary: "Take a correction back", Description: "An undo can be undone in turn.",
		DefaultStatus: http.StatusCreated, Errors: []int{404, 422},
	}), func(ctx context.Context, in *struct {
		ID   int `path:"id" minimum:"1"`
		Body Signed
	}) (*struct{ Body record.Correction }, error) {
		return s.correct(ctx, in.Body, record.Correction{Action: record.Undo, Undoes: in.ID})
	})
}

func (s *server) correct(ctx context.Context, by Signed, c record.Correction) (*struct{ Body record.Correction }, error) {
	c.By, c.Reason, c.Date = by.By, by.Reason, by.Date
	if c.Date == "" {
		c.Date = s.Now().Format("2006-01-02")
	}
	saved, err := s.Store.Correct(ctx, c)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return nil, huma.Error404NotFound("The record has no such engagement.", err)
	case errors.Is(err, store.ErrInvalid):
		return nil, invalid("body", nil, err.Error())
	case err != nil:
		return nil, s.problem(ctx, err, "engagement")
	}
	return &struct{ Body record.Correction }{saved}, nil
}
