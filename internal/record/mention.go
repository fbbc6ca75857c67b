package record

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
)

// Ref names one mention: the report's id, "#", the kind, ":" and the parties'
// countries, and ".2", ".3" where one report has several such. It survives a
// second reading of the report as long as the reader finds the same
// engagement, so corrections hold on to it.
type Ref string

// Report gives the id of the report that the mention stands in.
func (r Ref) Report() string {
	i := strings.LastIndexByte(string(r), '#')
	if i < 0 {
		return string(r)
	}
	return string(r[:i])
}

// Mention is one engagement as one report tells it.
type Mention struct {
	Ref       Ref                `json:"ref"`
	Report    string             `json:"report"`
	Index     int                `json:"index"` // in the report's list of engagements
	Published edtf.Day           `json:"-"`
	Outlet    string             `json:"outlet"`
	Rank      int                `json:"rank"` // how good the source is; see Rank
	Said      reading.Engagement `json:"said"`
	Print     Print              `json:"-"` // of the report's text
	face      *face              // of Said, once it was needed
}

// Mentions gives the mentions of one reading, in its order. rank says how good
// the source is. It fails where the reading has no id or no publication date.
func Mentions(r reading.Reading, rank int) ([]Mention, error) {
	if r.ID == "" {
		return nil, fmt.Errorf("reading without a report id")
	}
	day, err := edtf.ParseDay(r.Published)
	if err != nil {
		return nil, fmt.Errorf("report %s: %w", r.ID, err)
	}
	seen := map[string]int{}
	out := make([]Mention, len(r.Engagements))
	for i, e := range r.Engagements {
		s := signature(e)
		seen[s]++
		if n := seen[s]; n > 1 {
			s = fmt.Sprintf("%s.%d", s, n)
		}
		out[i] = Mention{Ref: Ref(r.ID + "#" + s), Report: r.ID, Index: i, Published: day, Outlet: r.Outlet, Rank: rank, Said: e}
	}
	return out, nil
}

// signature names an engagement within its report: "visit:IND>RUS",
// "meeting:CHN-USA".
func signature(e reading.Engagement) string {
	first, second := sides(e)
	var b strings.Builder
	b.WriteString(string(e.Kind))
	b.WriteByte(':')
	b.WriteString(strings.Join(first, "-"))
	if e.Kind == reading.Visit {
		second = []string{destination(e)}
	}
	if len(second) > 0 {
		b.WriteByte('>')
		b.WriteString(strings.Join(second, "-"))
	}
	return b.String()
}

// sides gives the countries of the two sides, each sorted and without
// doubles: visitors and hosts, inviters and invitees, givers and recipients.
// Where the kind has no sides, all countries are the first.
func sides(e reading.Engagement) (first, second []string) {
	for _, p := range e.Parties {
		switch p.Role {
		case reading.RoleHost, reading.RoleInvitee, reading.RoleRecipient:
			second = append(second, p.Country)
		default:
			first = append(first, p.Country)
		}
	}
	if !hasSides(e.Kind) {
		first, second = append(first, second...), nil
	}
	return compact(first), compact(second)
}

func hasSides(k reading.Kind) bool {
	return k == reading.Visit || k == reading.Invitation || k == reading.Award
}

// destination is where a visit goes: its country, or the host's.
func destination(e reading.Engagement) string {
	if e.Country != "" {
		return e.Country
	}
	for _, p := range e.Parties {
		if p.Role == reading.RoleHost {
			return p.Country
		}
	}
	return ""
}

// compact sorts s, without doubles and empty strings.
func compact(s []string) []string {
	slices.Sort(s)
	s = slices.Compact(s)
	if len(s) > 0 && s[0] == "" {
		s = s[1:]
	}
	return s
}

// unchanged says whether linking can see no difference between a mention and
// its new form. Evidence and attribution it does not see.
func (m *Mention) unchanged(now *Mention) bool {
	a, b := m.Said, now.Said
	a.Evidence, b.Evidence, a.Attribution, b.Attribution = nil, nil, nil, nil
	return m.Index == now.Index && m.Published == now.Published && m.Outlet == now.Outlet && m.Rank == now.Rank && m.Print == now.Print && reflect.DeepEqual(a, b)
}

// order is the one order of mentions: publication date, report id, index.
func order(a, b *Mention) int {
	return cmp.Or(
		cmp.Compare(a.Published, b.Published),
		cmp.Compare(a.Report, b.Report),
		cmp.Compare(a.Index, b.Index),
	)
}

// CheckEngagement says what of an engagement as a report tells it the record
// cannot hold: a kind or a status that there is not, or no parties.
func CheckEngagement(e *reading.Engagement) error {
	switch {
	case letters[e.Kind] == "":
		return fmt.Errorf("no kind of engagement %q", e.Kind)
	case weight[e.Status] == 0:
		return fmt.Errorf("no status %q of a %s", e.Status, e.Kind)
	case len(e.Parties) == 0:
		return fmt.Errorf("a %s without parties", e.Kind)
	}
	return nil
}
