package outlook

import (
	"slices"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// Open is an invitation that was extended and that no visit has followed yet,
// which was neither declined nor taken back.
type Open struct {
	Invitation *record.Engagement
	Made       edtf.Date          // when it was extended; empty where no report says
	Known      edtf.Day           // publication of the first report of it
	For        edtf.Date          // when the visit is to be, if that is planned
	Visit      *record.Engagement // the visit planned or proposed, or nil
	Days       int                // age in days, from Made or Known
	Note       string
	Basis      []string // reports, sorted
}

// OpenInvitations gives the invitations that are open as of a day, the latest
// first.
func (o *Outlook) OpenInvitations(asOf edtf.Day) []Open {
	var out []Open
	for _, e := range slices.Backward(o.listed(reading.Invitation)) {
		if e.Status == reading.Held && e.Mentions[0].Published <= asOf {
			if open, ok := o.open(e, asOf); ok {
				out = append(out, open)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Open) int { return a.Days - b.Days })
	return out
}

func (o *Outlook) open(e *record.Engagement, asOf edtf.Day) (Open, bool) {
	open := Open{Invitation: e, Made: e.When, Known: e.Mentions[0].Published, Basis: e.Reports}
	made := open.Known
	if lo, _, ok := e.When.Bounds(); ok {
		made = lo
	}
	open.Days = int(asOf - made)
	to := e.Country
	if to == "" {
		to = inviter(e)
	}
	if o.renewed(e, made) {
		return open, false
	}
	for _, guest := range invitees(e) {
		for _, v := range o.trips(guest, to) {
			lo, hi, dated := v.When.Bounds()
			switch {
			case v.Status == reading.Held && dated && hi >= made,
				v.Status == reading.Held && !dated && v.Mentions[0].Published > made:
				return open, false // it was followed
			case v.Status == reading.Cancelled && published(v) > made && (!dated || hi >= made):
				return open, false // it was declined or dropped
			case v.Status == reading.Held || v.Status == reading.Cancelled || published(v) < made:
			case dated && hi < asOf && lo >= made:
				return open, false // its time has passed
			case dated && hi < made:
			case open.Visit == nil || open.For == "" && v.When != "":
				open.Visit, open.For = v, v.When
			}
		}
	}
	open.Note = "no reply known"
	if v := open.Visit; v != nil {
		open.Basis = reportsOf(e, v)
		switch {
		case v.Status == reading.Proposed:
			open.Note = "under consideration"
		case v.When == "":
			open.Note = "accepted, no date"
		default:
			open.Note = "accepted"
		}
	}
	return open, true
}

func inviter(e *record.Engagement) string {
	for _, p := range e.Parties {
		if p.Role == reading.RoleInviter {
			return p.Country
		}
	}
	return ""
}

func invitees(e *record.Engagement) []reading.Party {
	var out []reading.Party
	for _, p := range e.Parties {
		if p.Role == reading.RoleInvitee {
			out = append(out, p)
		}
	}
	return out
}

// trips gives the visits of a guest to a country, and the gatherings there of
// a guest that is an organisation.
func (o *Outlook) trips(guest reading.Party, to string) []*record.Engagement {
	var out []*record.Engagement
	if o.isOrganisation(guest.Country) {
		for _, e := range o.gatherings(guest.Country, "") {
			if e.Country == to {
				out = append(out, e)
			}
		}
	}
	for _, e := range o.find(Want{Countries: []string{guest.Country}, Country: to, Kinds: []reading.Kind{reading.Visit, reading.Summit}}) {
		if e.Country != to {
			continue
		}
		switch {
		case e.Kind == reading.Visit && travels(e, guest):
			out = append(out, e)
		case e.Kind == reading.Summit && (o.isOrganisation(guest.Country) || goes(e, guest)):
			out = append(out, e)
		}
	}
	return out
}

// travels says whether a guest is among the visitors. Where either is not
// named, the country counts.
func travels(e *record.Engagement, guest reading.Party) bool {
	named, found := false, false
	for _, p := range e.Parties {
		if p.Role != reading.RoleVisitor || p.Country != guest.Country {
			continue
		}
		found = true
		if p.Person != "" {
			named = true
			if record.SamePerson(p.Person, guest.Person) {
				return true
			}
		}
	}
	return found && (!named || guest.Person == "")
}

// goes says whether a guest is named among the parties of a gathering.
func goes(e *record.Engagement, guest reading.Party) bool {
	return guest.Person != "" && slices.ContainsFunc(e.Parties, func(p reading.Party) bool {
		return p.Country == guest.Country && record.SamePerson(p.Person, guest.Person)
	})
}

func (o *Outlook) isOrganisation(code string) bool {
	if o.g == nil {
		return len(code) != 3
	}
	_, ok := o.g.OrganisationByCode(code)
	return ok
}

// renewed says whether the same guest was asked to the same place again later.
func (o *Outlook) renewed(e *record.Engagement, made edtf.Day) bool {
	for _, guest := range invitees(e) {
		again := false
		sides := []string{guest.Country}
		if from := inviter(e); from != "" {
			sides = append(sides, from)
		}
		for _, x := range o.find(Want{Countries: sides, Kinds: []reading.Kind{reading.Invitation}}) {
			if x.EID == e.EID || x.Country != e.Country || inviter(x) != inviter(e) || x.Event != e.Event {
				continue
			}
			later := x.Mentions[0].Published
			if lo, _, ok := x.When.Bounds(); ok {
				later = lo
			}
			if later > made && slices.ContainsFunc(invitees(x), func(p reading.Party) bool {
				return p.Country == guest.Country && (p.Person == "" || guest.Person == "" || record.SamePerson(p.Person, guest.Person))
			}) {
				again = true
			}
		}
		if !again {
			return false
		}
	}
	return true
}
