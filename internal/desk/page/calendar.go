package page

import (
	"bytes"
	"errors"
	"net/http"

	"github.com/chancery-project/chancery/internal/desk/export"
	"github.com/chancery-project/chancery/internal/gazetteer"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// calendar gives one engagement as an iCalendar object.
func (s *Server) calendar(w http.ResponseWriter, r *http.Request) {
	e, err := s.store.Engagement(r.Context(), r.PathValue("eid"))
	if errors.Is(err, store.ErrNotFound) {
		s.fail(w, r, http.StatusNotFound, "The record has no engagement with this name.")
		return
	}
	var out bytes.Buffer
	if err == nil {
		var names *gazetteer.Gazetteer
		if names, err = gazetteer.Load(); err == nil {
			err = export.Calendar(&out, []record.Engagement{e}, export.Options{Names: s.names, Points: export.GazetteerPoints(names)})
		}
	}
	if err != nil {
		s.log.Error("calendar", "path", r.URL.Path, "error", err)
		s.fail(w, r, http.StatusInternalServerError, "The record could not be asked. The log of the server says why.")
		return
	}
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="engagement.ics"`)
	if _, err := out.WriteTo(w); err != nil {
		s.log.Debug("sending", "path", r.URL.Path, "error", err)
	}
}
