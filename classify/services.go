package classify

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed services.txt
var servicesFile string

// family is a kind of service other than acupuncture.
type family struct {
	name string
	re   *pattern.Pattern
}

// loadFamilies reads services.txt once; a mistake in it is a mistake of the program and panics in the first test.
var loadFamilies = sync.OnceValue(func() []family {
	var out []family
	for i, line := range strings.Split(servicesFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		name, expr, ok := strings.Cut(line, " ")
		if !ok {
			panic(fmt.Sprintf("services.txt:%d: want a name and a pattern", i+1))
		}
		out = append(out, family{name, pattern.New("(?i)" + strings.TrimSpace(expr))})
	}
	return out
})

// familyOf is the kind of service that a line other than acupuncture names, or "".
func familyOf(text string) string {
	for _, f := range loadFamilies() {
		if f.re.MatchString(text) {
			return f.name
		}
	}
	return ""
}

// family is what kind of service a line asks for: "acupuncture", a name of services.txt, or "".
func (l line) family() string {
	if l.needles() {
		return "acupuncture"
	}
	return familyOf(l.parts["service"] + " " + l.parts["code"])
}
