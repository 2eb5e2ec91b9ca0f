// Package history reads what a sentence tells of acupuncture before: that there was none, that there was some and how many visits,
// that visits were authorized, or that the record does not know. Its words are data: events.txt.
package history

import (
	_ "embed"
	"strings"
	"sync"

	"imr/internal/pattern"
)

//go:embed events.txt
var eventsFile string

// The names that events.txt may use in braces.
var names = strings.NewReplacer(
	"{acu}", `(?:(?:electro-? ?|echo[- ]?|e-?)?ac+up?[uo]n(?:c|k)?tur\w*|echo[- ]?puncture|acu puncture|acup?\b|needl(?:ing|ed)\b)`,
	"{n}", `(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)`,
	"{visits}", `(?:visits?|sessions?|treatments?|appointments?|appts?|tx'?s?)`,
)

type wording struct {
	kind string
	re   *pattern.Pattern
}

// vocabulary is the wordings of events.txt.
type vocabulary struct {
	list []wording
	set  *pattern.Set
}

// load reads events.txt once; a mistake in it is a mistake of the program and panics in the first test.
var load = sync.OnceValue(func() vocabulary {
	var out vocabulary
	var members [][]*pattern.Pattern
	for _, r := range pattern.Table("events.txt", eventsFile, 1, "a kind and a pattern") {
		w := wording{r.Columns[0], pattern.New(names.Replace(r.Rest))}
		out.list, members = append(out.list, w), append(members, []*pattern.Pattern{w.re})
	}
	out.set = pattern.NewSet(members)
	return out
})

// acuWord finds acupuncture also where a wording that tells of no treatment holds it.
var acuWord = pattern.New(names.Replace("{acu}"))

// event is a place where a text says something of a kind.
type event struct {
	kind       string
	start, end int
}
