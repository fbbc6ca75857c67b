package export

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestDocsNameEveryField: docs/exports.md has a section for each format that
// is not described elsewhere, and in it every column and field.
func TestDocsNameEveryField(t *testing.T) {
	text, err := os.ReadFile("../../../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string]string{}
	for _, s := range strings.Split(string(text), "\n## `")[1:] {
		name, rest, _ := strings.Cut(s, "`")
		sections[name], _, _ = strings.Cut(rest, "\n## ")
	}
	fields := map[string][]string{
		"csv": columns, "colt": coltColumns, "parquet": tags(reflect.TypeFor[parquetRow](), "parquet"), "plover": tags(reflect.TypeFor[ploverEvent](), "json"),
	}
	for _, f := range Formats {
		if sections[f.Name] == "" {
			t.Errorf("docs/exports.md has no section `%s`", f.Name)
		}
		for _, name := range fields[f.Name] {
			if !strings.Contains(sections[f.Name], "`"+name+"`") {
				t.Errorf("docs/exports.md says nothing of `%s` in `%s`", name, f.Name)
			}
		}
	}
}

func tags(t reflect.Type, key string) []string {
	var out []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get(key), ",")
		out = append(out, name)
	}
	return out
}
