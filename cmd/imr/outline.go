package main

import (
	"fmt"
	"html/template"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// usualWidth is how wide an outline is printed where no terminal says how wide it is, in characters; narrowest is the least.
const usualWidth, narrowest = 100, 40

// widthOf is the width of the terminal that w is, or the usual one.
func widthOf(w io.Writer) int {
	if r, ok := w.(*resultStream); ok {
		w = r.w
	}
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return max(width, narrowest)
		}
	}
	return usualWidth
}

// printText prints an outline with indentation and wrapped lines.
func printText(w io.Writer, lines []outlineLine) {
	width := widthOf(w)
	for _, l := range lines {
		for _, wrapped := range l.wrap(width) {
			fmt.Fprintln(w, wrapped)
		}
	}
}

// wrap breaks a line between words; what goes on is indented by two more.
func (l outlineLine) wrap(width int) []string {
	var out []string
	pad := strings.Repeat(" ", l.indent)
	rest := pad
	for _, word := range strings.Fields(l.text) {
		if len([]rune(rest))+1+len([]rune(word)) > width && strings.TrimSpace(rest) != "" {
			out = append(out, rest)
			rest = pad + "  "
		}
		if strings.TrimSpace(rest) != "" {
			rest += " "
		}
		rest += word
	}
	return append(out, strings.TrimRight(rest, " "))
}

// outlineNode is a line with what is said under it.
type outlineNode struct {
	Text  string
	Under []outlineNode
}

// nested makes a tree of the lines that are indented by at least so much, and returns the lines that follow it.
func nested(lines []outlineLine, indent int) (nodes []outlineNode, rest []outlineLine) {
	for len(lines) > 0 && lines[0].indent >= indent {
		first := lines[0]
		lines = lines[1:]
		if first.text == "" {
			continue
		}
		n := outlineNode{Text: first.text}
		n.Under, lines = nested(lines, first.indent+1)
		nodes = append(nodes, n)
	}
	return nodes, lines
}

// printHTML prints an outline as one page that needs nothing else: what stands under a line can be folded.
func printHTML(w io.Writer, lines []outlineLine) error {
	nodes, _ := nested(lines, 0)
	if err := outlinePage.Execute(w, nodes); err != nil {
		return fmt.Errorf("the explanation could not be printed: %w", err)
	}
	return nil
}

var outlinePage = template.Must(template.New("outline").Parse(`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{(index . 0).Text}}</title>
<style>
body { font: 16px/1.5 serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
ul { list-style: none; padding-left: 1.2rem; }
summary { cursor: pointer; }
</style>
</head>
<body>
<main>
<h1>{{(index . 0).Text}}</h1>
{{template "under" (index . 0).Under}}{{range slice . 1}}<h2>{{.Text}}</h2>
{{template "under" .Under}}{{end}}</main>
</body>
</html>
{{define "under"}}{{if .}}<ul>
{{range .}}<li>{{if .Under}}<details open><summary>{{.Text}}</summary>
{{template "under" .Under}}</details>{{else}}{{.Text}}{{end}}</li>
{{end}}</ul>
{{end}}{{end}}`))
