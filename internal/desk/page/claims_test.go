package page

import (
	"log/slog"
	"net/http"
	"regexp"
	"testing"

	"github.com/chancery-project/chancery/internal/desk/desktest"
	"github.com/chancery-project/chancery/internal/desk/who"
)

// TestClaimsSayInWordsWhatDecidesThem: a reader sees which engagements speak
// against a claim, not their names in the record.
func TestClaimsSayInWordsWhatDecidesThem(t *testing.T) {
	s, err := New(desktest.Examples(t), who.Name, slog.New(slog.DiscardHandler), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	body := get(t, s, "/claims?verdict=contradicted", http.StatusOK).Body.String()
	links := regexp.MustCompile(`<li><a href="/engagement/([^"]+)">([^<]+)</a></li>`).FindAllStringSubmatch(body, -1)
	for _, l := range links {
		if l[1] == l[2] {
			t.Errorf("%s is shown by its name", l[1])
		}
	}
	if len(links) == 0 {
		t.Errorf("nothing decides a claim:\n%s", body)
	}
	if es, err := s.because([]string{"v-AAA-BBB-2024-gone"}); err != nil || len(es) != 1 || es[0].EID != "v-AAA-BBB-2024-gone" || es[0].Kind != "" {
		t.Errorf("what is gone: %+v, %v", es, err)
	}
}
