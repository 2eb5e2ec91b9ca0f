package extract

import (
	_ "embed"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed private.txt
var privateFile string

// privateLabel is a label that announces something private.
type privateLabel struct {
	kind string
	re   *pattern.Pattern
}

// private holds the labels and the words of private.txt.
type private struct {
	labels              []privateLabel
	firm, ordinary, end map[string]bool
}

// privateWords reads private.txt once; a mistake in it is a mistake of the program and panics in the first test.
var privateWords = sync.OnceValue(func() private {
	out := private{firm: map[string]bool{}, ordinary: map[string]bool{}, end: map[string]bool{}}
	for _, r := range pattern.Table("private.txt", privateFile, 1, "a kind, and a label or words") {
		kind, rest := r.Columns[0], r.Rest
		switch kind {
		case "word":
			addWords(out.firm, rest)
		case "ordinary":
			addWords(out.ordinary, rest)
		case "end":
			addWords(out.end, rest)
		default:
			out.labels = append(out.labels, privateLabel{kind, pattern.New(`(?i)(?:^|[\s;,(\]])(?:` + rest + `)(?: ?\([^)]*\))?\s*[:#]+`)})
		}
	}
	return out
})

func addWords(set map[string]bool, words string) {
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
}
