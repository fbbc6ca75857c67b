package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Blocks gives the text of a tree of nodes, one string a paragraph, heading,
// list item or table row. White space is made single; a line break within a
// paragraph stays a line break, two of them end it.
// A nil tree has no text.
func Blocks(n *html.Node) []string {
	var b blocks
	if n != nil {
		b.walk(n)
	}
	b.end()
	return b.done
}

// Text gives the text of a fragment of HTML, such as an entry of a feed.
// Paragraphs are separated by a blank line. What has no mark-up keeps its own
// paragraphs.
func Text(fragment string) string {
	if !strings.ContainsRune(fragment, '<') {
		return strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\u00a0", " ").Replace(html.UnescapeString(fragment)))
	}
	nodes, err := html.ParseFragment(strings.NewReader(fragment), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return ""
	}
	var b blocks
	for _, n := range nodes {
		b.walk(n)
	}
	b.end()
	return strings.Join(b.done, "\n\n")
}

type blocks struct {
	done  []string
	cur   strings.Builder
	space bool // white space is due before the next word
	line  int  // line breaks due before the next word
}

func (b *blocks) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		b.text(n.Data)
		return
	case html.ElementNode:
		if silent[n.DataAtom] || hidden(n) {
			return
		}
		if n.DataAtom == atom.Br {
			b.line++
		}
	}
	block := n.Type == html.ElementNode && isBlock[n.DataAtom]
	if block {
		b.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.walk(c)
	}
	if block {
		b.end()
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		b.space = true
	}
}

func (b *blocks) text(s string) {
	for i, word := range strings.Fields(s) {
		if i > 0 || startsWithSpace(s) {
			b.space = true
		}
		switch {
		case b.line >= 2:
			b.end()
		case b.cur.Len() > 0 && b.line == 1:
			b.cur.WriteByte('\n')
		case b.cur.Len() > 0 && b.space:
			b.cur.WriteByte(' ')
		}
		b.space, b.line = false, 0
		b.cur.WriteString(word)
	}
	if endsWithSpace(s) {
		b.space = true
	}
}

func (b *blocks) end() {
	if b.cur.Len() > 0 {
		b.done = append(b.done, b.cur.String())
		b.cur.Reset()
	}
	b.space, b.line = false, 0
}

func startsWithSpace(s string) bool { return strings.TrimLeft(s, " \t\r\n\f\u00a0") != s }
func endsWithSpace(s string) bool   { return strings.TrimRight(s, " \t\r\n\f\u00a0") != s }

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// silent elements hold nothing that a reader sees as text.
var silent = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Svg: true, atom.Math: true, atom.Object: true, atom.Video: true, atom.Audio: true, atom.Canvas: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true,
}

// isBlock elements stand apart from the text before and behind them.
var isBlock = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true,
	atom.Dd: true, atom.Details: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true,
	atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true,
	atom.H5: true, atom.H6: true, atom.Header: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Nav: true,
	atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true,
	atom.Tfoot: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}
