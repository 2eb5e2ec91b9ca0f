package visits

import (
	_ "embed"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed guideline.txt
var guidelineFile string

var loadGuideline = sync.OnceValue(func() *pattern.Pattern {
	var all []string
	for _, line := range strings.Split(guidelineFile, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return pattern.New(`(?i)` + strings.Join(all, "|"))
})

// quotesGuideline reports whether a text gives a guideline's own numbers, which ask for nothing.
func quotesGuideline(text string) bool { return loadGuideline().MatchString(text) }
