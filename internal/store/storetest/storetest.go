// Package storetest is what every store must pass. A database's own tests call
// Run with a function that opens an empty record.
package storetest

import (
	"context"
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/report"
	"github.com/chancery-project/chancery/internal/store"
)

// Run runs the suite; open gives an empty record that closes with the test.
func Run(t *testing.T, open func(*testing.T) store.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, context.Context, store.Store)
	}{
		{"add and find again", addAndFind},
		{"add twice changes nothing", addTwice},
		{"a changed report replaces the old one", addChanged},
		{"a new reading of a report that others changed", addAgain},
		{"order of arrival does not matter", anyOrder},
		{"remove", remove},
		{"filters", filters},
		{"lists in parts", parts},
		{"revision", revision},
		{"gatherings by name", gatherings},
		{"first and last days", days},
		{"lean", lean},
		{"lines and cards", lines},
		{"as of a day", asOf},
		{"reports and search", reports},
		{"text comes back as it went in", texts},
		{"claims and people", claimsAndPeople},
		{"corrections", corrections},
		{"copies of one text", copies},
		{"notes", notes},
		{"errors", failures},
		{"writers and readers at once", concurrent},
		{"the same reports from several at once", together},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, t.Context(), open(t)) })
	}
}

func day(s string) edtf.Day {
	d, err := edtf.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

// entry makes an entry of a report with a text and what it says.
func entry(id, published, text string, said ...reading.Engagement) store.Entry {
	for i := range said {
		said[i].Confidence = 0.8
		said[i].Evidence = []reading.Span{{Start: 0, End: len(text), Quote: text}}
		said[i].Attribution = []reading.Speaker{{Name: "Spokesman", Via: "agency"}}
	}
	return store.Entry{
		Report:  report.Report{ID: id, Outlet: "The Courier", URL: "https://example.org/" + id, Published: day(published), Title: "Title of " + id, Text: text},
		Reading: reading.Reading{ID: id, Published: published, Outlet: "The Courier", Title: "Title of " + id, Engagements: said},
		Reader:  "test",
	}
}

// visit makes a visit.
func visit(who, from, host, to, place, when string, status reading.Status) reading.Engagement {
	return reading.Engagement{
		Kind: reading.Visit, Country: to, Place: place, When: edtf.Date(when), Status: status,
		Parties: []reading.Party{{Country: from, Person: who, Role: reading.RoleVisitor}, {Country: to, Person: host, Role: reading.RoleHost}},
	}
}

// meeting makes a meeting.
func meeting(a, from, b, to, place, when string, status reading.Status) reading.Engagement {
	return reading.Engagement{
		Kind: reading.Meeting, Country: to, Place: place, When: edtf.Date(when), Status: status,
		Parties: []reading.Party{{Country: from, Person: a, Role: reading.RoleParty}, {Country: to, Person: b, Role: reading.RoleParty}},
	}
}

// sample is five reports on two states and one on others.
func sample() []store.Entry {
	return []store.Entry{
		entry("n1", "2022-11-20", "Norway's prime minister is expected in Helsinki in the spring.",
			visit("Jonas Gahr Store", "NOR", "", "FIN", "Helsinki", "2023-03/2023-05", reading.Planned)),
		entry("n2", "2023-04-12", "Prime Minister Jonas Gahr Støre came to Helsinki on Wednesday and met President Sauli Niinistö.",
			visit("Jonas Gahr Støre", "NOR", "Sauli Niinistö", "FIN", "Helsinki", "2023-04-12", reading.Held),
			meeting("Jonas Gahr Støre", "NOR", "Sauli Niinistö", "FIN", "Helsinki", "2023-04-12", reading.Held)),
		entry("n3", "2023-04-14", "The Norwegian premier was in Helsinki this week.",
			visit("Store", "NOR", "", "FIN", "Helsinki", "2023-04-10/2023-04-16", reading.Held)),
		entry("n4", "2024-09-02", "Finland's president will travel to Oslo in October.",
			visit("Alexander Stubb", "FIN", "", "NOR", "Oslo", "2024-10", reading.Planned)),
		entry("n5", "2024-09-20", "The October visit of President Alexander Stubb to Oslo has been called off.",
			visit("Alexander Stubb", "FIN", "", "NOR", "Oslo", "2024-10", reading.Cancelled)),
		entry("k1", "2023-05-01", "Kenya and Ghana spoke in Accra.",
			meeting("William Ruto", "KEN", "Nana Akufo-Addo", "GHA", "Accra", "2023-04-30", reading.Held)),
	}
}
