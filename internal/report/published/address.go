package published

import (
	"regexp"

	"github.com/chancery-project/chancery/internal/edtf"
)

var addressForm = regexp.MustCompile(`(?:^|[/\-_=.])((?:19|20)\d\d)[/\-_]?(\d\d)[/\-_]?(\d\d)(?:[/\-_.?&#]|$)`)

// InAddress finds the day that many outlets put into the address of a page:
// /2024/12/02/, /2024-12-02-, /20241202. Only 1990 to 2099 counts.
func InAddress(url string) (edtf.Day, bool) {
	for _, m := range addressForm.FindAllStringSubmatch(url, -1) {
		if day, err := newDay(m[1], m[2], m[3]); err == nil && day.Year() >= 1990 {
			return day, true
		}
	}
	return 0, false
}
