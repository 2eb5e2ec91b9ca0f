package extract

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

//go:embed private.txt
var privateFile string

// privateLabel is a label that announces something private.
type privateLabel struct {
	kind string
	re   *regexp.Regexp
}

// private holds the labels and the words of private.txt.
type private struct {
	labels              []privateLabel
	firm, ordinary, end map[string]bool
}

// privateWords reads private.txt once; a mistake in it is a mistake of the program and panics in the first test.
var privateWords = sync.OnceValue(func() private {
	out := private{firm: map[string]bool{}, ordinary: map[string]bool{}, end: map[string]bool{}}
	for i, line := range strings.Split(privateFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		kind, rest, ok := strings.Cut(line, " ")
		if !ok {
			panic(fmt.Sprintf("private.txt:%d: want a kind, and a label or words", i+1))
		}
		switch kind {
		case "word":
			addWords(out.firm, rest)
		case "ordinary":
			addWords(out.ordinary, rest)
		case "end":
			addWords(out.end, rest)
		default:
			out.labels = append(out.labels, privateLabel{kind, regexp.MustCompile(`(?i)(?:^|[\s;,(\]])(?:` + strings.TrimSpace(rest) + `)(?: ?\([^)]*\))?\s*[:#]+`)})
		}
	}
	return out
})

func addWords(set map[string]bool, words string) {
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
}
