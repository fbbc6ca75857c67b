package export

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"github.com/chancery-project/chancery/internal/desk/wording"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// node is a node of a JSON-LD graph.
type node map[string]any

// reference points at a node.
type reference struct {
	ID string `json:"@id"`
}

// PROV writes who said what in the terms of W3C PROV-O, as JSON-LD: every
// engagement is an entity derived from statements; a statement is what one
// report says of it, quoted from the report and attributed to the speakers whom
// the report quotes; a report is attributed to its outlet. A speaker who is
// quoted by another spoke through him (actedOnBehalfOf would say more than we
// know): both are agents of the statement, in order, and "chancery:chain" gives
// the chain in words.
func PROV(w io.Writer, es []record.Engagement, o Options) error {
	graph := provGraph{nodes: []node{}, seen: map[string]bool{}}
	for _, e := range es {
		graph.engagement(e, o.Names)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(node{
		"@context": map[string]any{
			"prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#", "chancery": "urn:chancery:",
		},
		"@graph": graph.nodes,
	})
}

type provGraph struct {
	nodes []node
	seen  map[string]bool
}

// add adds a node unless the graph has it.
func (g *provGraph) add(id string, n node) reference {
	if !g.seen[id] {
		g.seen[id] = true
		n["@id"] = id
		g.nodes = append(g.nodes, n)
	}
	return reference{id}
}

func (g *provGraph) engagement(e record.Engagement, names wording.Names) {
	var statements []reference
	for _, m := range e.Mentions {
		statements = append(statements, g.statement(m, names))
	}
	g.add(iri("engagement", e.EID), node{
		"@type": "prov:Entity", "prov:label": names.Headline(wording.Of(e)), "prov:wasDerivedFrom": statements,
		"chancery:kind": e.Kind, "chancery:status": e.Status, "chancery:when": e.When, "chancery:country": e.Country, "chancery:place": e.Place,
	})
}

func (g *provGraph) statement(m record.Mention, names wording.Names) reference {
	report := g.report(m)
	n := node{
		"@type": "prov:Entity", "prov:wasQuotedFrom": report,
		"chancery:kind": m.Said.Kind, "chancery:status": m.Said.Status, "chancery:when": m.Said.When, "chancery:country": m.Said.Country, "chancery:place": m.Said.Place,
	}
	var quotes []string
	for _, ev := range m.Said.Evidence {
		if ev.Field == "" {
			quotes = append(quotes, ev.Quote)
		}
	}
	n["prov:value"] = strings.Join(quotes, " … ")
	if len(m.Said.Attribution) > 0 {
		var agents []reference
		for _, s := range m.Said.Attribution {
			agents = append(agents, g.speaker(s, names))
		}
		n["prov:wasAttributedTo"], n["chancery:chain"] = agents, names.Chain(m.Said.Attribution)
	}
	return g.add(iri("statement", string(m.Ref)), n)
}

func (g *provGraph) report(m record.Mention) reference {
	n := node{"@type": "prov:Entity", "prov:generatedAtTime": node{"@type": "xsd:date", "@value": m.Published.String()}}
	if m.Outlet != "" {
		n["prov:wasAttributedTo"] = g.add(iri("outlet", m.Outlet), node{"@type": []string{"prov:Agent", "prov:Organization"}, "prov:label": m.Outlet})
	}
	return g.add(iri("report", m.Report), n)
}

func (g *provGraph) speaker(s reading.Speaker, names wording.Names) reference {
	kind := []string{"prov:Agent", "prov:Person"}
	if s.Name == "" {
		kind = kind[:1]
	}
	label := s
	label.Venue, label.Via = "", ""
	return g.add(iri("speaker", s.Country+"/"+s.Name+"/"+s.Office), node{"@type": kind, "prov:label": names.Speaker(label)})
}

// iri names a thing of the record.
func iri(kind, id string) string { return "urn:chancery:" + kind + ":" + url.PathEscape(id) }
