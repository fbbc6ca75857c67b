package export

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

func TestCSV(t *testing.T) {
	e := record.Engagement{
		EID: "v-CHL-NOR-202306-abcdefgh", Kind: reading.Visit, Status: reading.Held, When: "2023-06-05/2023-06-07", Country: "NOR", Place: "=HYPERLINK(\"x\")", Event: "a, \"b\"\nc",
		Parties: []reading.Party{{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor}, {Country: "NOR", Role: reading.RoleHost}},
		Reports: []string{"r1", "r2"}, Confidence: 0.5,
		Conflicts: []record.Conflict{{Field: "place", Values: map[string][]string{"Oslo": {"r1"}, "Bergen": {"r2"}}}},
	}
	var out strings.Builder
	if err := CSV(&out, []record.Engagement{e}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("got %d rows, error %v from\n%s", len(rows), err, out.String())
	}
	got := map[string]string{}
	for i, name := range rows[0] {
		got[name] = rows[1][i]
	}
	for name, want := range map[string]string{
		"eid": e.EID, "first_day": "2023-06-05", "last_day": "2023-06-07", "countries": "CHL; NOR", "persons": "Gabriel Boric; ",
		"roles": "visitor; host", "reports": "r1; r2", "conflicts": "place: Bergen or Oslo", "confidence": "0.50",
		"place": "'=HYPERLINK(\"x\")", "event": e.Event, "number": "",
	} {
		if got[name] != want {
			t.Errorf("column %s: got %q, want %q", name, got[name], want)
		}
	}
}
