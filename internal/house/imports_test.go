package house

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/chancery-project/chancery/"

// rooms says which rooms a room may import, and why no others. A room's own
// subfolders belong to it.
var rooms = map[string]struct {
	may    []string
	reason string
}{
	"edtf":      {nil, "a date expression stands on nothing; everything stands on it"},
	"report":    {[]string{"edtf"}, "taking in text must work without any reading of it"},
	"language":  {nil, "words, not diplomacy: another language must be addable without touching other rooms"},
	"gazetteer": {[]string{"edtf", "language"}, "it lists the senses of names; choosing by context is reading's work"},
	"reading":   {[]string{"edtf", "report", "language", "gazetteer"}, "one report at a time: it can never see another report or the record"},
	"record":    {[]string{"edtf", "gazetteer", "reading"}, "linking works on readings alone, so that any store can hold the record"},
	"outlook":   {[]string{"edtf", "gazetteer", "reading", "record"}, "conclusions are pure functions of the record and a date"},
	"store":     {[]string{"edtf", "report", "reading", "record"}, "it keeps what others decide, and decides nothing"},
	"post":      {[]string{"edtf", "report"}, "it brings reports, and never looks into them"},
	"desk":      {[]string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "store", "post"}, "it asks and shows; nothing asks it"},
	"house":     {nil, "it holds tests only"},
}

// outside lists packages of the outside world that must stay out of rooms.
var outside = []struct {
	path   string // a package, or everything under it when it ends in a slash
	banned []string
	reason string
}{
	{"database/sql", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "desk", "post"}, "only store knows SQL"},
	{"modernc.org/", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "desk", "post"}, "only store knows a database"},
	{"github.com/jackc/", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "desk", "post"}, "only store knows a database"},
	{"net/http", []string{"edtf", "language", "gazetteer", "reading", "record", "outlook", "store"}, "reading and linking use no network"},
	{"github.com/spf13/", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "store", "post"}, "only desk has a command line"},
	{"html/template", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "store", "post"}, "only desk shows pages"},
	{"github.com/nats-io/", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "store", "desk"}, "only post knows how reports travel"},
	{"github.com/prometheus/", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "store", "post"}, "only desk counts what happens"},
	{"math/rand", []string{"edtf", "report", "reading", "record", "outlook", "store", "post"}, "same input, same bytes out"},
	{"C", []string{"edtf", "report", "language", "gazetteer", "reading", "record", "outlook", "store", "desk", "post"}, "one static binary, built without cgo"},
}

// roomOf gives the room that a path such as "internal/report/feed/rss.go" or
// an import path without the module lies in; empty for what is no room.
func roomOf(path string) string {
	rest, ok := strings.CutPrefix(filepath.ToSlash(path), "internal/")
	if !ok {
		return ""
	}
	room, _, _ := strings.Cut(rest, "/")
	return room
}

func TestRoomsImportOnlyRoomsBeforeThem(t *testing.T) {
	for _, name := range sourceFiles(t) {
		room := roomOf(name)
		for _, path := range imports(t, name) {
			inside, ours := strings.CutPrefix(path, module)
			other := roomOf(inside)
			switch {
			case room == "": // cmd only wires
				if ours && other != "desk" {
					t.Errorf("%s imports %s: commands are wired through desk alone", name, path)
				}
			case rooms[room].reason == "":
				t.Errorf("%s lies in the room %q, which the table of rooms does not know", name, room)
			case ours && other != room && !slices.Contains(rooms[room].may, other):
				t.Errorf("%s imports %s: %s may import %v, because %s", name, path, room, rooms[room].may, rooms[room].reason)
			}
		}
	}
}

func TestOutsidePackagesStayOutside(t *testing.T) {
	for _, name := range sourceFiles(t) {
		if training(t, name) {
			continue
		}
		for _, path := range imports(t, name) {
			for _, rule := range outside {
				hit := path == rule.path || strings.HasSuffix(rule.path, "/") && strings.HasPrefix(path, rule.path)
				if hit && slices.Contains(rule.banned, roomOf(name)) {
					t.Errorf("%s imports %s: %s", name, path, rule.reason)
				}
			}
		}
	}
}

// training tells whether a file belongs to a command that makes data or models
// and is not part of the product: it lies in a room but is a package main.
func training(t *testing.T, name string) bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.PackageClauseOnly)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return roomOf(name) != "" && file.Name.Name == "main"
}

func imports(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
	if os.IsNotExist(err) {
		return nil // deleted, but not yet from git's list
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var paths []string
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: import %s: %v", name, spec.Path.Value, err)
		}
		paths = append(paths, path)
	}
	return paths
}
