package outlook

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// A number is judged by what other reports claim, also where the record holds
// none of the gatherings.
func TestNumbersByClaims(t *testing.T) {
	claim := func(report, value, when, series string) record.Claim {
		var c record.Claim
		c.Report, c.Type, c.Value, c.Series, c.When = report, reading.SeriesNumber, value, series, edtf.Date(when)
		c.Parties = []reading.Party{{Country: "JPN", Role: reading.RoleParty}, {Country: "IND", Role: reading.RoleParty}}
		c.Published, _ = edtf.ParseDay("2025-12-31")
		return c
	}
	for _, tt := range []struct {
		name   string
		asked  record.Claim
		others []record.Claim
		want   Verdict
	}{
		{"order agrees", claim("a", "15", "2025-08", "annual summit"), []record.Claim{claim("b", "14", "2022-03", "annual summit")}, Supported},
		{"order is broken", claim("a", "13", "2025-08", "annual summit"), []record.Claim{claim("b", "14", "2022-03", "annual summit")}, Contradicted},
		{"same number, same time", claim("a", "15", "2025-08", "annual summit"), []record.Claim{claim("b", "15", "2025-08-29", "annual summit")}, Supported},
		{"same number, years apart", claim("a", "14", "2025-08", "annual summit"), []record.Claim{claim("b", "14", "2022-03", "annual summit")}, Contradicted},
		{"another series", claim("a", "15", "2025-08", "annual summit"), []record.Claim{claim("b", "3", "2024-08", "2+2 Ministerial Dialogue")}, Unknown},
		{"the same report", claim("a", "15", "2025-08", "annual summit"), []record.Claim{claim("a", "14", "2022-03", "annual summit")}, Unknown},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := New(nil, nil).Audit(append(tt.others, tt.asked), edtf.MaxDay)
			if v := got[len(got)-1].Verdict; v != tt.want {
				t.Errorf("verdict %s (%s), want %s", v, got[len(got)-1].Reason, tt.want)
			}
		})
	}
}

// What a claim itself says of the earlier engagement is no evidence of it; what
// another report says is.
func TestClaimIsNoEvidence(t *testing.T) {
	told := story{{"a", "2023-05-08", []string{
		"visit held 2023-05-07 KOR/Seoul JPN:Fumio_Kishida KOR:-",
		"visit held 2011-10 KOR/- JPN:Yoshihiko_Noda KOR:-"}, nil}}
	for _, tt := range []struct {
		name  string
		story story
		own   []int
		want  Verdict
	}{
		{"told in the claim's own words", told, []int{1}, Unknown},
		{"told beside them", told, nil, Supported},
		{"told by another report too", append(told[:1:1], story{{"b", "2023-05-09", []string{"visit held 2011-10 KOR/Seoul JPN:Yoshihiko_Noda KOR:-"}, nil}}...), []int{1}, Supported},
	} {
		var c record.Claim
		c.Report, c.Published, c.Type, c.Kind, c.Value, c.Country, c.Own = "a", on(t, "2023-05-08"), reading.FirstSince, reading.Visit, "2011-10", "KOR", tt.own
		c.Parties = []reading.Party{{Country: "JPN", Role: reading.RoleVisitor}, {Country: "KOR", Role: reading.RoleHost}}
		if got := tt.story.outlook(t).Audit([]record.Claim{c}, edtf.MaxDay)[0]; got.Verdict != tt.want {
			t.Errorf("%s: %s (%s), want %s", tt.name, got.Verdict, got.Reason, tt.want)
		}
	}
}
