package terminal

import (
	"io"
	"os"

	"github.com/mattn/go-isatty"
)

// Is tells whether w is a terminal.
func Is(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// Style colours words, or leaves them plain. The zero Style is plain.
type Style struct{ on bool }

// StyleFor gives the style for what is written to w: colours only where w is a
// terminal, and never when NO_COLOR is set (no-color.org) or the terminal is
// called "dumb".
func StyleFor(w io.Writer, getenv func(string) string) Style {
	return Style{on: Is(w) && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"}
}

func (s Style) in(code, text string) string {
	if !s.on || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// Bold is for headings and names.
func (s Style) Bold(text string) string { return s.in("1", text) }

// Dim is for what may be skipped: quotes, ids.
func (s Style) Dim(text string) string { return s.in("2", text) }

// Good, Warn and Bad are for verdicts and statuses; each is also said in words.
func (s Style) Good(text string) string { return s.in("32", text) }

// Warn marks what is open or in doubt.
func (s Style) Warn(text string) string { return s.in("33", text) }

// Bad marks what is wrong or off.
func (s Style) Bad(text string) string { return s.in("31", text) }
