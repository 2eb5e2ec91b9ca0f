package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed zones.txt
var zonesFile string

// zone is a part of a utilization review letter.
type zone struct {
	kind string
	re   *pattern.Pattern
}

// loadZones compiles zones.txt once; a mistake in it is a mistake of the program and panics in the first test.
var loadZones = sync.OnceValue(func() []zone {
	var out []zone
	for i, line := range strings.Split(zonesFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		kind, expr, ok := strings.Cut(line, " ")
		if !ok {
			panic(fmt.Sprintf("zones.txt:%d: want a kind and a pattern", i+1))
		}
		out = append(out, zone{kind, pattern.New("(?i)" + strings.TrimSpace(expr))})
	}
	return out
})

// zoneOf is the part of a letter that a heading or label announces, or "".
func zoneOf(heading string) string {
	heading = strings.TrimSpace(numbered.ReplaceAllString(heading, ""))
	if heading == "" || len(heading) > 60 {
		return ""
	}
	for _, z := range loadZones() {
		if z.re.MatchString(heading) {
			return z.kind
		}
	}
	return ""
}
