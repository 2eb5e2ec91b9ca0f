package grade

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"imr/internal/exam/paper"
)

// unit is a piece of a paper that can be left out: a line of a form, a row, or a sentence.
type unit struct {
	at    int // its place among the case's units
	paper int
	text  string
	keep  bool // it states what fails
}

// byPaper and inRuns tell to which group a unit belongs.
func byPaper(_ int, u unit) int { return u.paper }

func inRuns(size int) func(int, unit) int { return func(i int, _ unit) int { return i / size } }

// attempts returns the units without each group, but for what must stay.
func attempts(units []unit, group func(int, unit) int) [][]unit {
	if len(units) == 0 {
		return nil
	}
	var out [][]unit
	last := group(len(units)-1, units[len(units)-1])
	for g := 0; g <= last; g++ {
		var rest []unit
		for i, u := range units {
			if u.keep || group(i, u) != g {
				rest = append(rest, u)
			}
		}
		if len(rest) < len(units) && len(rest) > 0 {
			out = append(out, rest)
		}
	}
	return out
}

// common returns the units that every attempt kept.
func common(units []unit, works [][]unit) []unit {
	var out []unit
	for _, u := range units {
		if !slices.ContainsFunc(works, func(w []unit) bool { return !slices.Contains(w, u) }) {
			out = append(out, u)
		}
	}
	return out
}

// unitsOf takes a case's papers apart into lines. What states the fact stays, and so does its paper's title.
func unitsOf(c paper.Composed, facts []string) []unit {
	var out []unit
	for i, p := range c.Papers {
		needed := states(p.Text, facts)
		for _, line := range strings.Split(p.Text, "\n") {
			keep := states(line, facts) || needed && strings.HasPrefix(line, "# ")
			out = append(out, unit{len(out), i, line, keep})
		}
	}
	return out
}

var sentence = regexp.MustCompile(`[^.?!]+[.?!]*\s*`)

// inSentences takes lines of running text apart into sentences; a line with marks stays whole.
func inSentences(units []unit) []unit {
	var out []unit
	for _, u := range units {
		if strings.ContainsAny(u.text, "|@#>") || len(paper.Marks(u.text)) > 0 {
			out = append(out, unit{len(out), u.paper, u.text, u.keep})
			continue
		}
		for _, s := range sentence.FindAllString(u.text, -1) {
			out = append(out, unit{len(out), u.paper, strings.TrimSpace(s), u.keep})
		}
	}
	return out
}

func states(line string, facts []string) bool {
	for _, m := range paper.Marks(line) {
		if len(facts) == 0 || slices.ContainsFunc(m.Facts, func(f string) bool { return slices.Contains(facts, f) }) {
			return true
		}
	}
	return false
}

// rebuilt makes papers of what is left.
func rebuilt(c paper.Composed, units []unit) paper.Composed {
	out := c
	out.Papers = nil
	for i, p := range c.Papers {
		p.Text = ""
		for _, u := range units {
			if u.paper == i {
				p.Text += u.text + "\n"
			}
		}
		if strings.TrimSpace(paper.Plain(p.Text)) != "" {
			out.Papers = append(out.Papers, p)
		}
	}
	return out
}

func textOf(c paper.Composed, units []unit) string {
	var out strings.Builder
	for _, p := range rebuilt(c, units).Papers {
		fmt.Fprintf(&out, "-- %s (%s)\n%s", p.Kind, p.Style, paper.Plain(p.Text))
	}
	return out.String()
}
