package relational

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/chancery-project/chancery/internal/reading"
)

// TestBareIsWhatTheDatabaseGives: what is kept of a mention for the next batch
// says the same as what is loaded of it, in every field.
func TestBareIsWhatTheDatabaseGives(t *testing.T) {
	var e reading.Engagement
	fields := reflect.ValueOf(&e).Elem()
	for i := range fields.NumField() {
		switch f := fields.Field(i); f.Kind() {
		case reflect.String:
			f.SetString("x")
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Int:
			f.SetInt(7)
		case reflect.Float64:
			f.SetFloat(0.5)
		}
	}
	e.Parties = []reading.Party{{Country: "CHL", Person: "Gabriel Boric", Role: reading.RoleVisitor, Office: "president"}}
	face, _, err := split(&e)
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := join(face, nil)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(loaded, bare(&e)); d != "" {
		t.Errorf("(-loaded +kept):\n%s", d)
	}
	if loaded.Parties = nil; reflect.DeepEqual(loaded, reading.Engagement{}) {
		t.Error("nothing was compared")
	}
}
