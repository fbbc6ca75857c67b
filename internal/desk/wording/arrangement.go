package wording

import (
	"strings"

	"github.com/chancery-project/chancery/internal/edtf"
	"github.com/chancery-project/chancery/internal/outlook"
)

// Arrangement says a standing arrangement: "India and Russia: annual summit,
// every year", and that it is only a pattern where no report states it.
func (n Names) Arrangement(t outlook.Turn) string {
	text := n.list(t.Parties) + ": " + t.Practice
	if t.Period != "" {
		text += ", " + When(edtf.Date(t.Period))
	}
	if t.Ground == outlook.Pattern {
		text += " (a pattern; no report states it)"
	}
	return strings.TrimSpace(text)
}
