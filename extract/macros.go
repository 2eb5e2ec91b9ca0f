package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed macros.txt
var macrosFile string

// macro stands in phrase files for what many phrases share.
type macro struct{ name, pattern string }

// loadMacros reads macros.txt once.
var loadMacros = sync.OnceValue(func() []macro {
	var out []macro
	for i, line := range strings.Split(macrosFile, "\n") {
		line = strings.TrimSpace(line)
		name, first, found := strings.Cut(line, " = ")
		switch {
		case line == "" || line[0] == '#':
		case found && line[0] == '{':
			out = append(out, macro{name, first})
		case len(out) == 0:
			panic(fmt.Sprintf("macros.txt:%d: want a name in braces, =, and a pattern", i+1))
		default:
			out[len(out)-1].pattern += "|" + line
		}
	}
	return out
})

// deepest is how often a macro may stand within another.
const deepest = 4

// expand writes out the macros of a pattern, and those within them.
func expand(pattern string) string {
	for range deepest {
		for _, m := range loadMacros() {
			pattern = strings.ReplaceAll(pattern, m.name, "(?:"+m.pattern+")")
		}
	}
	return pattern
}
