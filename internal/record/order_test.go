package record

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/reading"
)

// permutations is how many orders of arrival a story is tried in.
const permutations = 50

// TestStoriesInAnyOrder: the stories under testdata, each and all together,
// with their conflicts, postponements and repeats, come out the same bytes in
// fifty orders of arrival, in one go and one by one.
func TestStoriesInAnyOrder(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts under testdata (%v)", err)
	}
	var all []reading.Reading
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(text), "\nrecord\n")
		story := parse(t, head)
		t.Run(filepath.Base(file), func(t *testing.T) { anyOrder(t, story) })
		for _, r := range story { // ids are used again in every story
			r.ID = filepath.Base(file) + r.ID
			all = append(all, r)
		}
	}
	t.Run("all together", func(t *testing.T) { anyOrder(t, all) })
}

func anyOrder(t *testing.T, rs []reading.Reading) {
	want := export(t, book(t, rs))
	for seed := range permutations {
		mixed := make([]reading.Reading, len(rs))
		for i, j := range rand.New(rand.NewSource(int64(seed))).Perm(len(rs)) {
			mixed[i] = rs[j]
		}
		var single [][]reading.Reading
		for _, r := range mixed {
			single = append(single, []reading.Reading{r})
		}
		for how, groups := range map[string][][]reading.Reading{"in one go": {mixed}, "one by one": single} {
			if got := export(t, book(t, groups...)); got != want {
				t.Fatalf("order %d, %s: %s\n(-as written +so)\n%s", seed, how, ids(mixed), cmp.Diff(want, got))
			}
		}
	}
}

func ids(rs []reading.Reading) string {
	var out []string
	for _, r := range rs {
		out = append(out, r.ID)
	}
	return fmt.Sprint(out)
}
