// Package verdict reads what utilization review decided: the outcome that a stretch of a letter states, and the numbers of visits
// that it certifies and refuses. Its words are data: verdicts.txt.
package verdict

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"imr"
)

//go:embed verdicts.txt
var verdictsFile string

// wording is one line of verdicts.txt.
type wording struct {
	outcome string // of imr, or aside for words that decide nothing
	weak    bool
	form    string // "verb", "done", "to", "none"
	re      *regexp.Regexp
}

// aside is the outcome of words that decide nothing.
const aside = "aside"

// load compiles verdicts.txt once; a mistake in it is a mistake of the program and panics in the first test.
var load = sync.OnceValue(func() []wording {
	var out []wording
	for i, line := range strings.Split(verdictsFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		if len(f) < 4 {
			panic(fmt.Sprintf("verdicts.txt:%d: want an outcome, how firm, the form and a pattern", i+1))
		}
		pattern := strings.TrimSpace(line[strings.Index(line, " "+f[2]+" ")+len(f[2])+1:])
		out = append(out, wording{f[0], f[1] == "weak", f[2], regexp.MustCompile("(?i)" + pattern)})
	}
	return out
})

// event is a place where a text states an outcome.
type event struct {
	outcome    string
	weak       bool
	form       string
	start, end int
}

// events returns what a text states, in order. Weak words count only where no firm ones stand.
func events(text string) []event {
	var out []event
	firm := false
	for _, w := range load() {
		for _, at := range w.re.FindAllStringIndex(text, -1) {
			if w.weak && firm {
				continue
			}
			firm = firm || !w.weak && w.outcome != aside
			out = append(out, event{w.outcome, w.weak, w.form, at[0], at[1]})
			text = text[:at[0]] + strings.Repeat("\x00", at[1]-at[0]) + text[at[1]:]
		}
	}
	return inOrder(out)
}

func inOrder(all []event) []event {
	var out []event
	for _, e := range all {
		i := len(out)
		for i > 0 && out[i-1].start > e.start {
			i--
		}
		if e.outcome != aside {
			out = append(out[:i], append([]event{e}, out[i:]...)...)
		}
	}
	return out
}

// Verdict is what a text decides.
type Verdict struct {
	Outcome string    // of imr; "" where the text decides nothing
	Weak    bool      // only in words that reasons use
	Yes, No int       // visits certified and refused, -1 where the text gives no number
	Weeks   imr.Range // certified, where only the length was changed

	events []event
}

// Parts returns the stretches of the text around what is decided: before the first word of it, between, and after the last.
func (v Verdict) Parts(text string) []string {
	var out []string
	from := 0
	for _, e := range v.events {
		out = append(out, text[from:e.start])
		from = e.end
	}
	return append(out, text[from:])
}

// Of reads a text that decides on one request.
func Of(text string) Verdict {
	es := events(text)
	v := Verdict{Yes: -1, No: -1}
	if len(es) == 0 {
		return v
	}
	v.Weak, v.events = es[0].weak, es
	v.Outcome = combined(es)
	v.count(text, es)
	if v.Outcome == imr.URDenied && v.Yes > 0 || v.Outcome == imr.URApproved && v.No > 0 {
		v.Outcome = imr.URModified
	}
	return v
}

// combined is the outcome of a whole text: one that says both "certified" and "non-certified" modifies. What leaves nothing to
// review goes before what decides.
func combined(es []event) string {
	said := map[string]bool{}
	for _, e := range es {
		said[e.outcome] = true
	}
	for _, o := range []string{imr.URConditional, imr.URDeferred, imr.URWithdrawn} {
		if said[o] {
			return o
		}
	}
	if said[imr.URModified] || said[imr.URApproved] && said[imr.URDenied] {
		return imr.URModified
	}
	return es[0].outcome
}
