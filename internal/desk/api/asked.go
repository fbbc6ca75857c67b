package api

import (
	"context"
	"errors"
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/edtf"
)

// Asked are the parameters of a question about somebody, or everybody.
type Asked struct {
	Who  []string `query:"who,explode" maxItems:"2" doc:"A country or an organisation (any usual name or code) or a person; with two, only what both take part in." example:"India"`
	AsOf string   `query:"as_of" format:"date" doc:"Answer with what was known on this day; by default all counts, as of the day of the latest report."`
}

// asked is a question that was understood.
type asked struct {
	about who.Pair
	asOf  edtf.Day // the day as of which it is asked
	until edtf.Day // reports count up to this day; 0 for all
}

func (s *server) asked(ctx context.Context, q Asked) (a asked, err error) {
	if a.about, err = who.Find(q.Who); err != nil {
		return a, invalid("query.who", q.Who, err.Error())
	}
	a.asOf, a.until, err = s.moment(ctx, q.AsOf)
	return a, err
}

func (s *server) moment(ctx context.Context, text string) (asOf, until edtf.Day, err error) {
	asOf, until, err = brief.Moment(ctx, s.Store, text)
	if errors.As(err, &brief.NoDay{}) {
		return 0, 0, invalid("query.as_of", text, err.Error())
	}
	return asOf, until, s.problem(ctx, err, "day")
}

// name names the question, for cursors.
func (a asked) name(operation string, more ...any) string {
	return question(operation, fmt.Sprint(a.about), a.until, fmt.Sprint(more...))
}
