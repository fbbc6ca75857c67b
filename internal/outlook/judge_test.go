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
		{"since he took office, on the fifth; one came on the seventeenth", story{
			{"a", "2024-07-18", []string{"visit held 2024-07-17 GBR/Chequers IRL:Simon_Harris GBR:Keir_Starmer"}, nil},
			{"c", "2025-03-06", []string{"visit held 2025-03-06 GBR/Liverpool IRL:Micheál_Martin GBR:Keir_Starmer"}, nil}}, "2025-03-06",
			reading.Claim{Type: reading.FirstSince, Kind: reading.Visit, Value: "2024-07", Country: "GBR", When: "2025-03-06", Quote: "It was the first trip of an Irish head of government to Britain since Starmer took office in July 2024.",
				Parties: []reading.Party{{Country: "IRL", Role: reading.RoleVisitor}, {Country: "GBR", Role: reading.RoleHost}}}, Contradicted},
		{"between presidents, and a president had met", story{
			{"a", "2022-11-29", []string{"meeting held 2022-11-29 CHL/Santiago CHL:Gabriel_Boric PER:Pedro_Castillo"}, nil},
			{"c", "2024-11-15", []string{"meeting held 2024-11-14 PER/Lima CHL:Gabriel_Boric PER:Dina_Boluarte"}, nil}}, "2024-11-18",
			reading.Claim{Type: reading.FirstSince, Kind: reading.Meeting, Value: "2020", When: "2024-11-14", Quote: "The meeting was the first between presidents of Chile and Peru in four years.",
				Parties: []reading.Party{{Country: "CHL", Person: "Gabriel Boric"}, {Country: "PER", Person: "Dina Boluarte"}}}, Contradicted},
		{"a number that an earlier gathering has", story{
			{"a", "2022-05-11", []string{"meeting held 2022-05-11 IND/- IND: OMN: | 10th session of the Joint Commission"}, nil},
			{"b", "2023-06-20", []string{"meeting held 2023-06-20 OMN/Muscat IND: OMN: | 11th session of the Joint Commission"}, nil},
			{"c", "2025-01-28", []string{"meeting held 2025-01-28 OMN/Muscat IND: OMN: | 11th session of the Joint Commission"}, nil}}, "2025-01-28",
			reading.Claim{Type: reading.SeriesNumber, Kind: reading.Summit, Value: "11", Series: "Joint Commission", Parties: []reading.Party{{Country: "IND"}, {Country: "OMN"}}}, Contradicted},
		{"summits of one organisation in many states", story{
			{"a", "2023-09-06", []string{"summit held 2023-09-05 IDN/Jakarta ASEAN: IDN:Joko_Widodo | 43rd ASEAN summit"}, nil},
			{"c", "2025-05-26", []string{"summit held 2025-05-26 MYS/Kuala_Lumpur ASEAN: MYS:Anwar_Ibrahim | 46th ASEAN summit"}, nil}}, "2025-05-26",
			reading.Claim{Type: reading.SeriesNumber, Kind: reading.Summit, Value: "46", Parties: []reading.Party{{Country: "ASEAN"}}}, Supported},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := record.Claim{Report: "c", Published: on(t, tt.day), Claim: tt.claim}
			if got := tt.story.outlook(t).Audit([]record.Claim{c}, edtf.MaxDay)[0]; got.Verdict != tt.want {
				t.Errorf("%s (%s), want %s", got.Verdict, got.Reason, tt.want)
			}
		})
	}
}
