package export

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// ploverEvent is one event in the terms of PLOVER, the Political Language
// Ontology for Verifiable Event Records of the Open Event Data Alliance, with
// the code of CAMEO 1.1b3 that says the same.
type ploverEvent struct {
	ID         string       `json:"id"`         // the engagement's eid
	Date       string       `json:"date"`       // its first day, or of a vague date the first that it can be; empty where none is known
	EDTF       edtf.Date    `json:"date_edtf"`  // the date as it is known
	EventType  string       `json:"event_type"` // of PLOVER
	Mode       string       `json:"mode"`       // of PLOVER; empty where none applies
	Contexts   []string     `json:"contexts"`   // "diplomatic", and "future" or "hypothetical"
	CAMEO      string       `json:"cameo"`
	Actors     []ploverSide `json:"actors"`     // of what has no direction, such as a meeting: all who take part
	Recipients []ploverSide `json:"recipients"` // the host, the invited, the honoured
	Country    string       `json:"country"`
	Place      string       `json:"place"`
	Text       string       `json:"text"`
	Sources    []string     `json:"sources"` // report ids
}

type ploverSide struct {
	Country string `json:"country"`
	Person  string `json:"person"`
}

// coding is how an engagement is coded.
type coding struct{ event, mode, cameo string }

// PLOVER writes engagements as PLOVER events, one JSON object a line. What was
// cancelled and standing practices are no events and are left out. See
// docs/exports.md for the mapping.
func PLOVER(w io.Writer, es []record.Engagement, names wording.Names) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, e := range es {
		code, ok := codingOf(e)
		if !ok {
			continue
		}
		actors, recipients := sides(e)
		date := ""
		if first, _, ok := e.When.Bounds(); ok && first != edtf.MinDay {
			date = first.String()
		}
		err := enc.Encode(ploverEvent{
			ID: e.EID, Date: date, EDTF: e.When, EventType: code.event, Mode: code.mode, Contexts: contexts(e.Status), CAMEO: code.cameo,
			Actors: actors, Recipients: recipients, Country: e.Country, Place: e.Place, Text: names.Headline(wording.Of(e)), Sources: e.Reports,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// codingOf maps an engagement to PLOVER and CAMEO. What is still to come is an
// intention: AGREE, "express intent to meet or negotiate" (036), to cooperate
// (030).
func codingOf(e record.Engagement) (coding, bool) {
	switch {
	case e.Status == reading.Cancelled || e.Kind == reading.Arrangement && e.Status == reading.Held:
		return coding{}, false
	case e.Kind == reading.Invitation:
		return coding{"AGREE", "", "036"}, true
	case e.Kind == reading.Agreement && e.Status == reading.Proposed:
		return coding{"CONSULT", "", "046"}, true // under negotiation
	case e.Status != reading.Held && (e.Kind == reading.Agreement || e.Kind == reading.Award):
		return coding{"AGREE", "", "030"}, true
	case e.Status != reading.Held:
		return coding{"AGREE", consultation(e).mode, "036"}, true
	case e.Kind == reading.Award:
		return coding{"SUPPORT", "", "051"}, true // praise or endorse
	case e.Kind == reading.Agreement:
		return coding{"SUPPORT", "", "057"}, true // sign formal agreement
	}
	return consultation(e), true
}

// consultation codes those who see or hear each other.
func consultation(e record.Engagement) coding {
	countries := e.Countries()
	switch {
	case e.Kind == reading.Call:
		return coding{"CONSULT", "phone", "041"}
	case e.Kind == reading.Visit:
		return coding{"CONSULT", "visit", "042"}
	case len(countries) > 2 || e.Kind == reading.Summit && len(countries) != 2:
		return coding{"CONSULT", "multilateral", "040"}
	case e.Country != "" && !slices.Contains(countries, e.Country):
		return coding{"CONSULT", "third-party", "044"} // at a "third" location
	}
	return coding{"CONSULT", "", "040"}
}

// sides gives who acts and towards whom.
func sides(e record.Engagement) (actors, recipients []ploverSide) {
	actors, recipients = []ploverSide{}, []ploverSide{}
	for _, p := range e.Parties {
		side := ploverSide{p.Country, p.Person}
		switch p.Role {
		case reading.RoleHost, reading.RoleInvitee, reading.RoleRecipient:
			recipients = append(recipients, side)
		default:
			actors = append(actors, side)
		}
	}
	return actors, recipients
}

// contexts gives the PLOVER contexts of an engagement with a status.
func contexts(s reading.Status) []string {
	switch s {
	case reading.Held:
		return []string{"diplomatic"}
	case reading.Proposed:
		return []string{"diplomatic", "hypothetical"}
	}
	return []string{"diplomatic", "future"}
}
