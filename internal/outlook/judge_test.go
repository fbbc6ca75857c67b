package outlook

import (
	"testing"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/reading"
	"github.com/chancery-project/chancery/internal/record"
)

// What stands against a claim need not be told in its words: a meeting
// elsewhere, a visit of the one to the other, somebody who held the office
// before, two gatherings whose numbers leave no room for one between.
func TestWhatStandsAgainst(t *testing.T) {
	people := func(role, other reading.Role, a, b string) []reading.Party {
		return []reading.Party{{Country: "IRN", Person: a, Role: role}, {Country: "ZAF", Person: b, Role: other}}
	}
	both := people(reading.RoleParty, reading.RoleParty, "Masoud Pezeshkian", "Cyril Ramaphosa")
	for _, tt := range []struct {
		name  string
		story story
		day   string
		claim reading.Claim
		want  Verdict
	}{
		{"a meeting in another country", story{{"a", "2024-10-23", []string{"meeting held 2024-10-23 RUS/Kazan IRN:Masoud_Pezeshkian ZAF:Cyril_Ramaphosa"}, nil}}, "2025-07-07",
			reading.Claim{Type: reading.FirstEver, Kind: reading.Meeting, Parties: both, Value: "1", Country: "ZAF", When: "2025-07-11"}, Contradicted},
		{"a visit of one to the other", story{{"a", "2024-10-23", []string{"visit held 2024-10-23 ZAF/Pretoria IRN:Masoud_Pezeshkian ZAF:Cyril_Ramaphosa"}, nil}}, "2025-07-07",
			reading.Claim{Type: reading.FirstSince, Kind: reading.Meeting, Parties: both, Value: "2023", When: "2025-07-07"}, Contradicted},
		{"a visit to others of that country", story{{"a", "2024-10-23", []string{"visit held 2024-10-23 ZAF/Pretoria IRN:Masoud_Pezeshkian ZAF:Ronald_Lamola"}, nil}}, "2025-07-07",
			reading.Claim{Type: reading.FirstSince, Kind: reading.Meeting, Parties: both, Value: "2024-09", When: "2025-07-07"}, Supported},
		{"no minister since, but one had come", story{
			{"a", "2024-01-22", []string{"visit held 2024-01-21 CUB/Havana BLR:Sergei_Aleinik CUB:-"}, nil},
			{"c", "2025-01-22", []string{"visit planned 2025-01-23 CUB/Havana BLR:Maxim_Ryzhenkov CUB:-"}, nil}}, "2025-01-22",
			reading.Claim{Type: reading.Last, Kind: reading.Visit, Value: "2019", Country: "CUB", Quote: "No Belarusian foreign minister has been to Cuba since 2019.",
				Parties: []reading.Party{{Country: "BLR", Role: reading.RoleVisitor}, {Country: "CUB", Role: reading.RoleHost}}}, Contradicted},
		{"every year, but the tenth came years after the ninth", story{
			{"a", "2021-10-20", []string{"summit held 2021-10-19 GRC/Athens GRC: CYP: EGY: | 9th trilateral summit"}, nil},
			{"b", "2025-01-09", []string{"summit held 2025-01-08 EGY/Cairo GRC: CYP: EGY: | 10th trilateral summit"}, nil}}, "2025-01-09",
			reading.Claim{Type: reading.Frequency, Kind: reading.Meeting, Value: "P1Y", Parties: []reading.Party{{Country: "GRC"}, {Country: "CYP"}, {Country: "EGY"}}}, Contradicted},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := record.Claim{Report: "c", Published: on(t, tt.day), Claim: tt.claim}
			if got := tt.story.outlook(t).Audit([]record.Claim{c}, edtf.MaxDay)[0]; got.Verdict != tt.want {
				t.Errorf("%s (%s), want %s", got.Verdict, got.Reason, tt.want)
			}
		})
	}
}
