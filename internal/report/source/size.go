package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Size adds up the bytes of the files that Open would read, packed as they
// are, or gives 0 where an input is neither file nor folder.
func Size(inputs []string) int64 {
	total := int64(0)
	for _, input := range inputs {
		info, err := os.Stat(input)
		switch {
		case err != nil:
			return 0
		case info.Mode().IsRegular():
			total += info.Size()
			continue
		case !info.IsDir():
			return 0
		}
		filepath.WalkDir(input+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error { // what cannot be looked at is not counted
			switch {
			case err != nil:
				return nil
			case filepath.Clean(path) != filepath.Clean(input) && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case byEnding(path) == "":
				return nil
			}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				total += info.Size()
			}
			return nil
		})
	}
	return total
}
