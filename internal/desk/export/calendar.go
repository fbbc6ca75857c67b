package export

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Calendar writes what has a date as whole-day events of an iCalendar object
// (RFC 5545). A vague date spans the days that it can be, does not block them,
// and says so in its description; of an interval with an open end, the end that
// is known counts. Plans are TENTATIVE, what was held is CONFIRMED, what was
// cancelled CANCELLED; what was put off is TENTATIVE on its new day and
// CANCELLED on its old one. Arrangements and what has no date have no event.
//
// UID is the engagement's eid and SEQUENCE its revision, so that a calendar
// that subscribes moves its event. DTSTAMP is the day of the latest report, not
// the time of writing: the same record gives the same bytes.
func Calendar(w io.Writer, es []record.Engagement, o Options) error {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Chancery//record of diplomacy//EN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName("Chancery")
	var frame strings.Builder
	if err := cal.SerializeTo(&frame, ics.WithNewLineWindows); err != nil {
		return err
	}
	const end = "END:VCALENDAR\r\n"
	if _, err := io.WriteString(w, strings.TrimSuffix(frame.String(), end)); err != nil {
		return err
	}
	folded := &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: string(ics.WithNewLineWindows)}
	for i := range es { // one by one: a whole record in the library's form takes a gigabyte
		if first, last, ok := span(&es[i]); ok {
			if err := event(&es[i], first, last, o).SerializeTo(w, folded); err != nil {
				return err
			}
		}
	}
	_, err := io.WriteString(w, end)
	return err
}

// span gives the days of an engagement's event.
func span(e *record.Engagement) (first, last edtf.Day, ok bool) {
	if e.Kind == reading.Arrangement {
		return 0, 0, false
	}
	first, last, ok = e.When.Bounds()
	switch {
	case !ok || first == edtf.MinDay && last == edtf.MaxDay:
		return 0, 0, false
	case last == edtf.MaxDay:
		return first, first, true
	case first == edtf.MinDay:
		return last, last, true
	}
	return first, last, true
}

func event(e *record.Engagement, first, last edtf.Day, o Options) *ics.VEvent {
	v := ics.NewEvent(e.EID + "@chancery")
	if day, ok := e.LastReported(); ok {
		v.SetDtStampTime(midnight(day))
	}
	v.SetAllDayStartAt(midnight(first))
	v.SetAllDayEndAt(midnight(last + 1)) // DTEND is the day after (3.6.1)
	v.SetSequence(e.Revision())
	v.SetSummary(o.Names.Headline(wording.Of(*e)))
	v.SetStatus(calendarStatus(*e))
	v.SetProperty(ics.ComponentPropertyCategories, strings.ToUpper(string(e.Kind)))
	if wording.Vague(e.When) {
		v.SetTimeTransparency(ics.TransparencyTransparent)
	} else {
		v.SetTimeTransparency(ics.TransparencyOpaque)
	}
	if where := o.Names.Place(wording.Of(*e)); where != "" {
		v.SetLocation(where)
	}
	if p, ok := o.Points(*e); ok && p.Exact {
		v.SetGeo(p.Lat, p.Lon)
	}
	v.SetDescription(note(*e))
	if o.Base != "" {
		v.SetURL(o.Base + "/engagement/" + e.EID)
	}
	return v
}

// calendarStatus maps the status to those of 3.8.1.11.
func calendarStatus(e record.Engagement) ics.ObjectStatus {
	switch {
	case e.Status == reading.Held:
		return ics.ObjectStatusConfirmed
	case e.Status == reading.Cancelled, e.Status == reading.Postponed && !moved(e):
		return ics.ObjectStatusCancelled
	}
	return ics.ObjectStatusTentative
}

// moved says whether an engagement that was put off has a day later than the
// one that it had before.
func moved(e record.Engagement) bool {
	if len(e.Steps) < 2 {
		return false
	}
	_, old, ok := e.Steps[0].When.Bounds()
	first, _, now := e.When.Bounds()
	return ok && now && first > old
}

// note says in words what the calendar cannot: how exact the date is, its
// status, and who says so.
func note(e record.Engagement) string {
	lines := []string{fmt.Sprintf("%s, %s.", e.Kind, e.Status)}
	if wording.Vague(e.When) {
		lines = append(lines, "The exact days are not known: "+wording.When(e.When)+".")
	}
	for _, c := range e.Conflicts {
		lines = append(lines, "Reports disagree on its "+c.Field+".")
	}
	lines = append(lines, "Told by "+wording.Count(len(e.Reports), "report")+": "+strings.Join(e.Reports, ", ")+".")
	return strings.Join(lines, "\n")
}

func midnight(d edtf.Day) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)
}
