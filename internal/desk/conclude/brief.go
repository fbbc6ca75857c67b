package conclude

import (
	"context"

	"github.com/chancery-project/chancery/internal/desk/brief"
	"github.com/chancery-project/chancery/internal/desk/register"
	"github.com/chancery-project/chancery/internal/desk/who"
	"github.com/chancery-project/chancery/internal/record"
)

// Brief makes a brief of what is drawn from the record as it is; brief.Make
// says the same of it. Its engagements are whole, or without evidence.
func (d *Drawer) Brief(ctx context.Context, about who.Pair, whole bool) (*brief.Brief, error) {
	c, err := d.Draw(ctx)
	if err != nil {
		return nil, err
	}
	lines := d.register.Of(about)
	var all []record.Engagement
	if whole {
		all, err = d.register.Whole(ctx, lines)
	} else {
		var lean []*record.Engagement
		lean, err = d.register.Lean(ctx, lines)
		all = register.Values(lean)
	}
	if err != nil {
		return nil, err
	}
	return brief.Of(about, c.AsOf, all, c.Turns, c.Open, c.Judged), nil
}
