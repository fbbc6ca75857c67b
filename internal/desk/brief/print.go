package brief

import (
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/record"
)

// Print says the brief as text.
func (b *Brief) Print(p *listing.Page) {
	p.Title(b.About.Title(""), "as of "+b.AsOf.String())
	if len(b.All) == 0 {
		p.Para(fmt.Sprintf("The record has nothing about %s.", b.About.Title("")))
		return
	}
	b.printQuoted(p, "Next", b.Ahead, "Nothing is planned, as far as the record knows.")
	p.Section("Last met")
	printOne(p, b.LastMet, "The record has no meeting.")
	if e, ok := b.LastGathering(); ok {
		p.Section("Last at one gathering")
		p.Row(e)
		p.Quote(e)
	}
	p.Section("Last call")
	printOne(p, b.LastCall, "The record has no call.")
	if len(b.Passed) > 0 {
		b.printQuoted(p, "Planned, and no word since", b.Passed, "")
	}
	if len(b.Disputed) > 0 {
		p.Section("Where reports disagree")
		for _, e := range b.Disputed {
			p.Conflicts(e)
		}
	}
	if len(b.Held) > 0 {
		p.Section("What was")
		p.Rows(b.Held, "")
	}
}

func (b *Brief) printQuoted(p *listing.Page, head string, es []record.Engagement, none string) {
	p.Section(head)
	for _, e := range es {
		p.Row(e)
		p.Quote(e)
	}
	if len(es) == 0 {
		p.Para(none)
	}
}

func printOne(p *listing.Page, find func() (record.Engagement, bool), none string) {
	e, ok := find()
	if !ok {
		p.Para(none)
		return
	}
	p.Row(e)
	p.Quote(e)
}
