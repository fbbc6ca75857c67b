package brief

import (
	"fmt"

	"github.com/chancery-project/chancery/internal/desk/listing"
	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
)

// shown is how many engagements of the past a brief lists.
const shown = 12

// Print says the brief as text: first what a person needs most.
func (b *Brief) Print(p *listing.Page) {
	if len(b.All) == 0 {
		p.Title(b.About.Title(""), "")
		p.Para(fmt.Sprintf("The record has nothing about %s. Add reports that speak of them with 'chancery add INPUT...'.", b.About.Title("")))
		return
	}
	p.Title(b.About.Title(""), "as of "+b.AsOf.String())
	p.Section("Next")
	quoted(p, b.Ahead, "Nothing is planned, as far as the record knows.")
	p.Section("Last met")
	one(p, b.LastMet, "The record has no meeting.")
	if e, ok := b.LastGathering(); ok {
		p.Section("Last at one gathering")
		quoted(p, []record.Engagement{e}, "")
	}
	p.Section("Last call")
	one(p, b.LastCall, "The record has no call.")
	PrintOutlook(p, b.Turns, b.Invitations)
	if len(b.Passed) > 0 {
		p.Section("Planned, and no word since")
		quoted(p, b.Passed, "")
	}
	if len(b.Disputed) > 0 {
		p.Section("Where reports disagree")
		for _, e := range b.Disputed {
			p.Conflicts(e)
		}
	}
	if len(b.Claims) > 0 {
		p.Section("What reports claim, and what the record says")
		for _, j := range b.Claims {
			p.Judgement(j)
		}
	}
	if len(b.Held) > 0 {
		p.Section("What was")
		p.Rows(b.Held[:min(len(b.Held), shown)], "")
		if len(b.Held) > shown {
			p.Para(fmt.Sprintf("and %d more: see 'chancery timeline'", len(b.Held)-shown))
		}
	}
}

// PrintOutlook says whose turn it is and which invitations are open.
func PrintOutlook(p *listing.Page, turns []outlook.Turn, open []outlook.Open) {
	p.Section("Whose turn")
	for _, t := range turns {
		p.Turn(t)
	}
	if len(turns) == 0 {
		p.Para("No standing arrangement is known.")
	}
	p.Section("Open invitations")
	for _, o := range open {
		p.Open(o)
	}
	if len(open) == 0 {
		p.Para("None that the record knows of.")
	}
}

// quoted prints engagements with the words they rest on.
func quoted(p *listing.Page, es []record.Engagement, none string) {
	for _, e := range es {
		p.Row(e)
		p.Quote(e)
	}
	if len(es) == 0 {
		p.Para(none)
	}
}

func one(p *listing.Page, find func() (record.Engagement, bool), none string) {
	if e, ok := find(); ok {
		quoted(p, []record.Engagement{e}, "")
		return
	}
	p.Para(none)
}
