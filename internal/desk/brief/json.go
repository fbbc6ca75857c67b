package brief

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/chancery-project/chancery/internal/outlook"
	"github.com/chancery-project/chancery/internal/record"
)

// WriteJSON writes the brief as one JSON object. Engagements are those of the
// record's export, turns, invitations and claims those of outlook and audit.
func (b *Brief) WriteJSON(w io.Writer) error {
	about := make([]string, len(b.About))
	for i, p := range b.About {
		about[i] = p.Path()
	}
	out := struct {
		About       []string          `json:"about"`
		AsOf        string            `json:"as_of"`
		Next        []json.RawMessage `json:"next"`
		LastMet     json.RawMessage   `json:"last_met"`
		LastCall    json.RawMessage   `json:"last_call"`
		Outlook     []json.RawMessage `json:"outlook"`
		Unconfirmed []json.RawMessage `json:"unconfirmed"`
		Conflicts   []json.RawMessage `json:"conflicts"`
		Claims      []json.RawMessage `json:"claims"`
		Held        []json.RawMessage `json:"held"`
	}{
		About: about, AsOf: b.AsOf.String(),
		Next: engagements(b.Ahead), LastMet: maybe(b.LastMet()), LastCall: maybe(b.LastCall()),
		Outlook:     lines(func(w io.Writer) error { return outlook.WriteJSONL(w, b.Turns, b.Invitations, b.AsOf) }),
		Unconfirmed: engagements(b.Passed), Conflicts: engagements(b.Disputed),
		Claims: lines(func(w io.Writer) error { return outlook.WriteAudit(w, b.Claims) }),
		Held:   engagements(b.Held),
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("writing the brief: %w", err)
	}
	return nil
}

func engagements(es []record.Engagement) []json.RawMessage {
	return lines(func(w io.Writer) error { return record.WriteJSONL(w, es) })
}

// maybe gives an engagement, or null.
func maybe(e record.Engagement, ok bool) json.RawMessage {
	if !ok {
		return json.RawMessage("null")
	}
	return engagements([]record.Engagement{e})[0]
}

// lines takes what writes JSON lines and gives each line. Writing to memory
// does not fail.
func lines(write func(io.Writer) error) []json.RawMessage {
	var b strings.Builder
	if err := write(&b); err != nil {
		return nil
	}
	out := []json.RawMessage{}
	for line := range strings.Lines(b.String()) {
		out = append(out, json.RawMessage(line))
	}
	return out
}
