package gazetteer

import (
	"fmt"
	"strings"
)

var portfolioColumns = []string{"role", "deputy", "names"}

// portfolios makes the offices and ministries of each portfolio: "trade
// minister", "minister of trade", "vice trade minister", "trade ministry
// spokesman", "Ministry of Trade".
func (l *loader) portfolios(file, text string) error {
	return readTable(file, text, portfolioColumns, func(c []string) error {
		role, deputy := Role(c[0]), Role(c[1])
		if role == "" || deputy == "" {
			return fmt.Errorf("a portfolio needs the roles of the minister and of the deputy")
		}
		ministry := Seat{Use: Use("ministry:" + string(role))}
		for _, p := range list(c[2]) {
			of := strings.HasPrefix(p, "the ")
			one := Office{Role: role, Rank: 5, Branch: "executive", Portfolio: strings.TrimPrefix(p, "the ")}
			if role == RoleForeignMinister {
				one.Rank = 4
			}
			l.pattern(one, p, of, ministerNames, ministersNames)
			one.Role, one.Rank = deputy, 6
			l.pattern(one, p, of, deputyNames, deputiesNames)
			one.Role, one.Rank = RoleSpokesman, 8
			l.pattern(one, p, of, spokesmanNames, spokesmenNames)
			one.Role, one.Rank = RoleOfficial, 9
			l.pattern(one, p, of, officialNames, officialsNames)
			for _, n := range ministryNames {
				if !of || strings.Contains(n, "of #") {
					ministry.Also = append(ministry.Also, strings.Replace(n, "#", p, 1))
				}
			}
		}
		ministry.Name = ministry.Also[0]
		l.seat(ministry)
		return nil
	})
}

func (l *loader) pattern(o Office, portfolio string, of bool, one, several []string) {
	for _, names := range [][]string{one, several} {
		o.Name = strings.Replace(names[0], "#", o.Portfolio, 1)
		l.names = l.names[:0]
		for _, n := range names {
			if !of || !strings.HasSuffix(n, "minister") && strings.HasSuffix(n, "#") {
				l.names = append(l.names, strings.Replace(n, "#", portfolio, 1))
			}
		}
		l.office(o, l.names...)
		o.Plural = true
	}
}

// How the names of offices are made; # stands for the portfolio.
var (
	ministerNames = []string{"# minister", "minister of #", "minister for #", "minister in charge of #", "minister responsible for #",
		"secretary of state for #", "federal # minister", "federal minister of #", "federal minister for #", "union # minister", "union minister for #", "union minister of #", "state councillor for #", "# cabinet secretary", "cabinet secretary for #", "coordinating minister for #"}
	ministersNames = []string{"# ministers", "ministers of #", "ministers for #"}
	deputyNames    = []string{"deputy # minister", "vice # minister", "# vice minister", "deputy minister of #", "deputy minister for #",
		"vice minister of #", "vice minister for #", "first deputy # minister", "first deputy minister of #", "first vice # minister", "first vice minister of #", "assistant # minister",
		"assistant minister of #", "assistant minister for #", "junior # minister", "junior minister for #", "minister of state for #",
		"state minister for #", "state minister of #", "# state minister", "# state secretary", "state secretary for #", "state secretary of #", "executive vice # minister",
		"parliamentary vice # minister", "senior vice # minister", "# undersecretary", "undersecretary for #", "under secretary for #",
		"undersecretary of state for #", "under secretary of state for #", "assistant secretary for #", "assistant secretary of state for #",
		"assistant secretary of #", "deputy secretary of #", "vice-# minister", "deputy # secretary", "assistant # secretary", "minister delegate for #", "minister of state in the ministry of #", "# principal secretary", "principal secretary for #"}
	deputiesNames  = []string{"deputy # ministers", "vice # ministers", "# vice ministers", "deputy ministers of #", "vice ministers of #", "junior # ministers", "assistant # ministers"}
	spokesmanNames = []string{"# ministry spokesman", "# ministry spokeswoman", "# ministry spokesperson", "# ministry's spokesman",
		"# ministry's spokesperson", "# ministry chief spokesman", "ministry of # spokesman", "ministry of # spokesperson", "ministry of # spokeswoman", "# minister's spokesman"}
	spokesmenNames = []string{"# ministry spokesmen", "# ministry spokespersons"}
	officialNames  = []string{"# ministry official", "# ministry source", "senior # ministry official", "ministry of # official", "# ministry director general"}
	officialsNames = []string{"# ministry officials", "# ministry sources", "senior # ministry officials", "ministry of # officials"}
	ministryNames  = []string{"# ministry", "ministry of #", "ministry for #", "# ministries", "ministries of #"}
)
