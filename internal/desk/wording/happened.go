package wording

import (
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Happens says when an engagement of the record is or was: its date, "standing"
// for an arrangement, "by 1 July 2023" for what was held on a day that no
// report names, from the first report of it.
func Happens(e record.Engagement) string {
	switch {
	case e.Kind == reading.Arrangement:
		return "standing"
	case e.When == "" && e.Status == reading.Held && len(e.Mentions) > 0:
		return "by " + Day(e.Mentions[0].Published)
	}
	return When(e.When)
}
