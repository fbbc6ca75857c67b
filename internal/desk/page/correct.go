package page

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// correct takes the correction of a form and goes on to the engagement as it
// is then, or to the page that the form stands on.
func (s *Server) correct(w http.ResponseWriter, r *http.Request) error {
	c := record.Correction{
		Action: record.Action(r.PostFormValue("action")), EID: r.PathValue("eid"), By: signedBy(w, r), Reason: strings.TrimSpace(r.PostFormValue("reason")),
		Date: s.today().String(), Other: lastPart(r.PostFormValue("other")), Reports: r.PostForm["report"], Field: r.PostFormValue("field"), Value: strings.TrimSpace(r.PostFormValue("value")),
	}
	if c.Action == record.Undo {
		n, err := strconv.Atoi(r.PostFormValue("undoes"))
		if err != nil {
			return mistake{"There is no correction with this number."}
		}
		c = record.Correction{Action: record.Undo, Undoes: n, By: c.By, Reason: c.Reason, Date: c.Date}
	}
	if c.By == "" {
		return mistake{"A correction is signed: go back and say who you are."}
	}
	if c.Reason == "" && c.Action != record.Undo {
		return mistake{"A correction says why: go back and give a reason."}
	}
	saved, err := s.store.Correct(r.Context(), c)
	switch {
	case errors.Is(err, record.ErrCorrection), errors.Is(err, store.ErrInvalid):
		return mistake{"This correction cannot be: " + err.Error() + "."}
	case errors.Is(err, store.ErrNotFound):
		return mistake{"The record has no such engagement or correction: " + err.Error() + "."}
	case err != nil:
		return fmt.Errorf("correcting: %w", err)
	}
	to := "/review"
	if r.PostFormValue("back") != "review" {
		if to, err = s.placeOf(r, saved); err != nil {
			return err
		}
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// placeOf gives the page of the engagement that a correction concerns, which
// may have got another name by it.
func (s *Server) placeOf(r *http.Request, c record.Correction) (string, error) {
	if eid := r.PathValue("eid"); len(c.Refs) == 0 {
		return "/engagement/" + url.PathEscape(eid), nil
	}
	es, err := s.store.Engagements(r.Context(), store.Filter{Report: c.Refs[0].Report(), Rejected: true})
	if err != nil {
		return "", fmt.Errorf("finding what was corrected: %w", err)
	}
	for _, e := range es {
		if slices.ContainsFunc(e.Mentions, func(m record.Mention) bool { return m.Ref == c.Refs[0] }) {
			return "/engagement/" + url.PathEscape(e.EID), nil
		}
	}
	return "/review", nil
}

// lastPart gives the eid of what somebody may have pasted as an address.
func lastPart(address string) string {
	address = strings.TrimSpace(address)
	return address[strings.LastIndexByte(address, '/')+1:]
}
