package extract

import (
	_ "embed"
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

// loadZones reads zones.txt once; a mistake in it is a mistake of the program and panics in the first test.
var loadZones = sync.OnceValue(func() []zone {
	var out []zone
	for _, r := range pattern.Table("zones.txt", zonesFile, 1, "a kind and a pattern") {
		out = append(out, zone{r.Columns[0], pattern.New("(?i)" + r.Rest)})
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
