package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// timeless are the rooms whose answers may depend on no clock: the date of a
// report, or the day as of which a question is asked, is passed in.
var timeless = []string{"edtf", "language", "gazetteer", "reading", "record", "outlook", "report"}

func TestRoomsNeverAskForTheTime(t *testing.T) {
	for _, name := range sourceFiles(t) {
		if !slices.Contains(timeless, roomOf(name)) || training(t, name) {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, filepath.Join(root, name), nil, parser.SkipObjectResolution)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "time" && (sel.Sel.Name == "Now" || sel.Sel.Name == "Since") {
					t.Errorf("%s asks for the time of day (time.%s); pass the day in", files.Position(n.Pos()), sel.Sel.Name)
				}
			}
			return true
		})
	}
}
