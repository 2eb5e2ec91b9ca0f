package classify

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"imr"
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
	for _, r := range pattern.Table("services.txt", servicesFile, 1, "a name and a pattern") {
		out = append(out, family{r.Columns[0], pattern.New("(?i)" + r.Rest)})
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

// sameService reports whether a UR letter's words name the line's service.
func (c *classifier) sameService(l line, text string) bool {
	service, _ := serviceOf(text, text)
	if l.needles() || service != imr.OtherService {
		return l.needles() && service != imr.OtherService
	}
	ours, theirs := l.family(), familyOf(text)
	if ours != theirs && ours != "" && theirs != "" {
		return false
	}
	return shareWord(l.parts["service"], text) || ours == theirs && ours != "" && c.linesOfFamily(ours) == 1 && (ours != medication || c.decidedOfFamily(ours) == 1)
}

// medication is the family whose members are told apart by their names, of which each has several: the brand's and the substance's.
const medication = "medication"

// decidedOfFamily is how many treatments of a family the letter names.
func (c *classifier) decidedOfFamily(name string) int {
	var named []string
	for _, m := range c.decisions() {
		if words := strings.Join(significant(m.Parts["service"]), " "); familyOf(m.Parts["service"]) == name && !slices.Contains(named, words) {
			named = append(named, words)
		}
	}
	return len(named)
}

func (c *classifier) linesOfFamily(name string) int {
	n := 0
	for _, l := range c.request.lines {
		if l.family() == name {
			n++
		}
	}
	return n
}

func shareWord(a, b string) bool {
	have := map[string]bool{}
	for _, w := range significant(a) {
		have[w] = true
	}
	return slices.ContainsFunc(significant(b), func(w string) bool { return have[w] })
}

// commonWords are used of many treatments: they tell none from another.
var commonWords = wordSet(`with without request visits visit sessions treatment therapy while times week weeks acupuncture unit purchase rental each
	right left bilateral upper lower back neck low lumbar cervical thoracic lumbosacral spine shoulder elbow wrist hand hip knee ankle foot head
	contrast days day one the for and per report`)

func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(text) {
		out[w] = true
	}
	return out
}

// significant returns a text's telling words: longer than two letters and not used of many treatments.
func significant(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		if len(w) > 2 && !commonWords[w] {
			out = append(out, w)
		}
	}
	return out
}
