package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
	"github.com/chancery-project/chancery/internal/store"
)

// card is what lists show of an engagement, as it lies in the database: see
// store.Filter.Cards.
type card struct {
	Kind      reading.Kind      `json:"k"`
	Status    reading.Status    `json:"s"`
	Parties   []party           `json:"p"`
	Country   string            `json:"c,omitempty"`
	Place     string            `json:"l,omitempty"`
	When      edtf.Date         `json:"w,omitempty"`
	Event     string            `json:"e,omitempty"`
	Number    int               `json:"n,omitempty"`
	Practice  string            `json:"r,omitempty"`
	Sureness  float64           `json:"f"`
	Conflicts []record.Conflict `json:"x,omitempty"`
	Told      []toldBy          `json:"m"`
	Copies    map[string]string `json:"y,omitempty"`
}

// toldBy is a report that tells of an engagement.
type toldBy struct {
	Report    string `json:"r"`
	Outlet    string `json:"o,omitempty"`
	Published int64  `json:"d"`
}

// cardOf writes the card of an engagement.
func cardOf(e *record.Engagement) ([]byte, error) {
	c := card{
		Kind: e.Kind, Status: e.Status, Country: e.Country, Place: e.Place, When: e.When, Event: e.Event, Number: e.Number,
		Practice: e.Practice, Sureness: e.Confidence, Conflicts: e.Conflicts, Copies: e.Copies, Parties: make([]party, len(e.Parties)), Told: make([]toldBy, len(e.Mentions)),
	}
	for i, p := range e.Parties {
		c.Parties[i] = party{p.Country, p.Person, p.Role, p.Office}
	}
	for i := range e.Mentions {
		m := &e.Mentions[i]
		c.Told[i] = toldBy{m.Report, m.Outlet, int64(m.Published)}
	}
	return json.Marshal(c)
}

// engagement reads what cardOf wrote.
func (c *card) engagement() record.Engagement {
	e := record.Engagement{
		Kind: c.Kind, Status: c.Status, Country: c.Country, Place: c.Place, When: c.When, Event: c.Event, Number: c.Number,
		Practice: c.Practice, Confidence: c.Sureness, Conflicts: c.Conflicts, Copies: c.Copies, Parties: make([]reading.Party, len(c.Parties)),
		Mentions: make([]record.Mention, len(c.Told)),
	}
	for i, p := range c.Parties {
		e.Parties[i] = reading.Party{Country: p.Country, Person: p.Person, Role: p.Role, Office: p.Office}
	}
	for i, m := range c.Told {
		e.Mentions[i] = record.Mention{Report: m.Report, Outlet: m.Outlet, Published: edtf.Day(m.Published)}
	}
	e.Reports = record.ReportsOf(e.Mentions)
	return e
}

// cards gives the engagements whose founders a query chooses as their cards
// have them.
func cards(ctx context.Context, st *statements, chosen string, args []any) ([]record.Engagement, error) {
	var out []record.Engagement
	err := st.each(ctx, func(rows *sql.Rows) error {
		var eid string
		var rejected int
		var body sql.RawBytes
		if err := rows.Scan(&eid, &rejected, &body); err != nil {
			return err
		}
		var c card
		if err := json.Unmarshal(body, &c); err != nil {
			return fmt.Errorf("stored card of %s: %w", eid, err)
		}
		e := c.engagement()
		e.EID, e.Rejected = eid, rejected != 0
		out = append(out, e)
		return nil
	}, `SELECT x.eid, x.rejected, c.body FROM engagement x JOIN card c ON c.founder = x.founder WHERE x.founder IN (`+chosen+`)`, args...)
	return out, err
}

// whoOf writes the parties of an engagement for its line.
func whoOf(e *record.Engagement) string {
	var b strings.Builder
	for i, p := range e.Parties {
		if i > 0 {
			b.WriteByte('\n')
		}
		for _, s := range []string{string(p.Role), p.Country, p.Person} {
			b.WriteString(blanks.Replace(s))
			b.WriteByte('\t')
		}
	}
	return b.String()
}

// countriesOf gives the codes in what whoOf wrote, sorted, each once.
func countriesOf(who string) []string {
	l := store.Line{Parties: parties(who)}
	return l.Countries()
}

// blanks keeps what a name holds from ending it.
var blanks = strings.NewReplacer("\t", " ", "\n", " ")

// parties reads what whoOf wrote.
func parties(who string) []reading.Party {
	if who == "" {
		return nil
	}
	out := make([]reading.Party, 0, 2)
	for line := range strings.SplitSeq(who, "\n") {
		role, rest, _ := strings.Cut(line, "\t")
		country, rest, _ := strings.Cut(rest, "\t")
		person, _, _ := strings.Cut(rest, "\t")
		out = append(out, reading.Party{Role: reading.Role(role), Country: country, Person: person})
	}
	return out
}
