package reading

import "github.com/chancery-project/chancery/internal/edtf"

// Kind is what an engagement is; the kinds follow the project's coding rules.
type Kind string

// The eight kinds of engagement.
const (
	Visit       Kind = "visit"       // an official travels to another country
	Meeting     Kind = "meeting"     // officials of two or more parties meet face to face
	Call        Kind = "call"        // the same by telephone or video
	Summit      Kind = "summit"      // a named gathering, or a numbered or regular summit of two
	Invitation  Kind = "invitation"  // one side invites another's official to come
	Award       Kind = "award"       // a state honours another's official
	Agreement   Kind = "agreement"   // the parties sign or conclude a treaty or accord
	Arrangement Kind = "arrangement" // a standing practice, such as to meet once a year
)

// Status is how far an engagement has come, as of the report.
type Status string

// The five statuses.
const (
	Proposed  Status = "proposed"  // asked for, offered, under consideration
	Planned   Status = "planned"   // announced, expected, agreed
	Held      Status = "held"      // took place or is under way
	Postponed Status = "postponed" // put off
	Cancelled Status = "cancelled" // planned, offered or invited, then dropped or declined
)

// Role is a party's part in an engagement.
type Role string

// The roles: a visit has a visitor and a host, an invitation an inviter and an
// invitee, an award a giver and a recipient; everything else has parties.
const (
	RoleVisitor   Role = "visitor"
	RoleHost      Role = "host"
	RoleInviter   Role = "inviter"
	RoleInvitee   Role = "invitee"
	RoleGiver     Role = "giver"
	RoleRecipient Role = "recipient"
	RoleParty     Role = "party"
)

// Party is a state or organisation in an engagement, and the person who acts
// for it where the report names one.
type Party struct {
	Country string `json:"country"` // ISO 3166-1 alpha-3, a former state's code, or an organisation's short name
	Person  string `json:"person"`  // longest form the report gives, or empty
	Role    Role   `json:"role"`
	Office  string `json:"office,omitempty"` // the person's office as the report gives it
}

// Span is a run of the report's text that supports a field.
type Span struct {
	Start int    `json:"start"`           // byte offset into the report's text
	End   int    `json:"end"`             // byte offset behind the last byte
	Quote string `json:"quote"`           // text[Start:End]
	Field string `json:"field,omitempty"` // the field it supports; empty for the engagement as a whole
}

// Speaker is one link in the chain of who says so, outermost first: whom the
// page quotes, and through whom or which channel it reached the page.
type Speaker struct {
	Name    string `json:"name"`    // person, or empty
	Office  string `json:"office"`  // "Kremlin adviser", or empty
	Country string `json:"country"` // code, or empty
	Venue   string `json:"venue"`   // "press briefing", or empty
	Via     string `json:"via"`     // channel: "TASS", "Russian embassy", "X", or empty
}

// Engagement is one thing that officials of two or more states or
// organisations did together or plan to, as one report tells it.
type Engagement struct {
	Kind        Kind      `json:"kind"`
	Parties     []Party   `json:"parties"`
	Country     string    `json:"country"`
	Place       string    `json:"place"`
	When        edtf.Date `json:"when"`
	Status      Status    `json:"status"`
	Event       string    `json:"event"`
	Number      int       `json:"number,omitempty"`     // of a numbered series: 22 for "22nd Russia-India summit"
	Practice    string    `json:"practice,omitempty"`   // arrangement: what is done, such as "meet", "call", "host in turn"
	NextHost    string    `json:"next_host,omitempty"`  // arrangement or summit: whose turn it is to host next, as the report says
	Alternates  bool      `json:"alternates,omitempty"` // arrangement: the report says that the parties take turns as host
	Type        string    `json:"type,omitempty"`       // of a visit, as the report calls it: "state", "official", "working", "private"
	Duration    string    `json:"duration,omitempty"`   // how long the report says it lasts, as an ISO 8601 duration: "P2D" for "a two-day visit"
	Implied     bool      `json:"implied,omitempty"`    // a visit: no word tells of it but those for what was done there
	Presumed    bool      `json:"presumed,omitempty"`   // when is the day of the report, which names no other
	Evidence    []Span    `json:"evidence"`
	Attribution []Speaker `json:"attribution"`
	Confidence  float64   `json:"confidence"` // 0 to 1: how likely it is that a careful reader would code it too
}

// Time is one time expression of the text.
type Time struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Type  string    `json:"type"`  // TIMEX3: DATE, TIME, DURATION, SET
	Value string    `json:"value"` // TIMEX3 value
	EDTF  edtf.Date `json:"edtf"`  // the same as EDTF where it is a date; empty otherwise
}

// ClaimType is what a claim says of the record.
type ClaimType string

// The seven types of claim.
const (
	FirstSince    ClaimType = "first-since"     // "his first visit since 2022"
	FirstEver     ClaimType = "first-ever"      // "the first visit by a Dutch premier"
	Nth           ClaimType = "nth"             // "their third meeting"
	CountInPeriod ClaimType = "count-in-period" // "met twice this year"
	Frequency     ClaimType = "frequency"       // "speak every few months"
	Last          ClaimType = "last"            // "last met in Samarkand in 2022"
	SeriesNumber  ClaimType = "series-number"   // "the 22nd annual summit"
)

// Claim is a statement of rank, count, last time or rhythm about engagements.
type Claim struct {
	Type        ClaimType `json:"type"`
	Parties     []Party   `json:"parties"`           // whose engagements it ranges over; for a visit with visitor and host roles
	Kind        Kind      `json:"kind,omitempty"`    // kind of engagement it ranges over; empty for any contact
	Value       string    `json:"value"`             // first-since, last: the earlier date (EDTF); nth, series-number: the rank; count-in-period: "N in PERIOD"; frequency: ISO 8601 duration or empty
	When        edtf.Date `json:"when,omitempty"`    // when the engagement that the claim is about happens
	Country     string    `json:"country,omitempty"` // destination or venue it is limited to
	Place       string    `json:"place,omitempty"`
	Series      string    `json:"series,omitempty"` // name of the series, for series-number
	Own         []int     `json:"own,omitempty"`    // first-since: indexes of the engagements that the claim's own "since …" alone tells of
	Start       int       `json:"start"`
	End         int       `json:"end"`
	Quote       string    `json:"quote"`
	Attribution []Speaker `json:"attribution"`
}

// Tenure says that the report gives a person an office.
type Tenure struct {
	Person  string `json:"person"`
	Office  string `json:"office"`
	Country string `json:"country"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Reading is what one report says.
type Reading struct {
	ID          string       `json:"id"`
	Published   string       `json:"published"` // YYYY-MM-DD
	Outlet      string       `json:"outlet"`
	Title       string       `json:"title"`
	Engagements []Engagement `json:"engagements"`
	Times       []Time       `json:"times"`
	Claims      []Claim      `json:"claims"`
	People      []Tenure     `json:"people,omitempty"`
}
