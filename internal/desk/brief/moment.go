package brief

import (
	"context"
	"fmt"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/store"
)

// Moment gives the day as of which a question is asked, and the day up to
// which reports count: 0, all of them, unless the text names a day (YYYY-MM-DD).
// Of an empty record both are 0. A text that is no day is a NoDay.
func Moment(ctx context.Context, s store.Store, text string) (asOf, until edtf.Day, err error) {
	if text != "" {
		day, err := edtf.ParseDay(text)
		if err != nil {
			return 0, 0, NoDay{err}
		}
		return day, day, nil
	}
	days, err := s.Days(ctx, 0)
	if err != nil {
		return 0, 0, fmt.Errorf("asking the record for its latest day: %w", err)
	}
	return days.Last, 0, nil
}

// NoDay says that what should name a day does not.
type NoDay struct{ error }
