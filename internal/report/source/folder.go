package source

import (
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/chancery-project/chancery/internal/report"
)

// folder reads the files in a folder and below in the order of their names.
// Hidden files and folders and files that do not end as a known format does
// are skipped. The folder itself may be a symbolic link; links to folders in it
// are not followed, since they may lead in a circle.
func (s *source) folder(root string) bool {
	goOn, found := true, false
	err := filepath.WalkDir(root+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if goOn = s.fail(fileFailure(path, err)); !goOn {
				return fs.SkipAll
			}
			return nil
		case filepath.Clean(path) != filepath.Clean(root) && strings.HasPrefix(d.Name(), "."):
			s.skip(path, "hidden")
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case byEnding(path) == "":
			s.skip(path, "not a known ending")
			return nil
		case !d.Type().IsRegular() && d.Type()&fs.ModeSymlink == 0:
			s.skip(path, "not a regular file")
			return nil
		}
		found = true
		if err := s.ctx.Err(); err != nil {
			s.yield(nil, err)
			goOn = false
		} else {
			goOn = s.file(path, true)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if goOn && err != nil {
		return s.fail(fileFailure(root, err))
	}
	if goOn && !found {
		return s.fail(&report.Failure{Input: root, Kind: report.ErrInvalid,
			Reason: "no reports in this folder; files end in .txt, .jsonl, .json, .csv, .html, .xml, .rss, .atom or .warc, with .gz or without"})
	}
	return goOn
}
