package grade

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"imr/internal/exam/paper"
)

// Dangers writes one line for each wrong outcome: the case, the styles, and the facts that were misread.
func Dangers(out io.Writer, cases []Graded) {
	for _, g := range cases {
		for _, a := range g.Result.Answers {
			if a.Verdict != Wrong {
				continue
			}
			fmt.Fprintf(out, "case %d (%s, %s) %s: want %s, got %s; misread: %s\n", g.Case.Number, g.Papers.Clinic, g.Papers.Review, a.Line, a.Want, a.Got, misread(g.Result))
		}
	}
}

func misread(r Result) string {
	var out []string
	for _, c := range r.Checks {
		if !c.Passed {
			out = append(out, fmt.Sprintf("%s (%s) want %s got %s", c.Fact, c.Meaning, strings.Join(c.Want, " or "), c.Got))
		}
	}
	if len(out) == 0 {
		return "nothing"
	}
	return strings.Join(out, "; ")
}

// ByStyle writes for each style, and for each form of its main papers, how often a fact was missed in its cases.
func ByStyle(out io.Writer, cases []Graded) {
	styles := missedByStyle(cases)
	fmt.Fprintf(out, "%-34s", "")
	for _, fact := range factOrder {
		fmt.Fprintf(out, " %10.10s", fact)
	}
	fmt.Fprintln(out)
	for _, style := range sorted(styles) {
		fmt.Fprintf(out, "%-34s", style)
		for _, fact := range factOrder {
			n := styles[style][fact]
			fmt.Fprintf(out, " %10s", fmt.Sprintf("%d/%d", n.missed, n.used))
		}
		fmt.Fprintln(out)
	}
}

// formsOf names the forms of the papers that a case turns on.
func formsOf(c paper.Composed) []string {
	var out []string
	for _, p := range c.Papers {
		form := fmt.Sprintf("%s %s %d", p.Style, p.Kind, p.Form)
		if slices.Contains([]string{"determination", "rfa", "report", "application"}, p.Kind) && !slices.Contains(out, form) {
			out = append(out, form)
		}
	}
	return out
}

func missedByStyle(cases []Graded) map[string]map[string]count {
	out := map[string]map[string]count{}
	for _, g := range cases {
		for _, style := range formsOf(g.Papers) {
			if out[style] == nil {
				out[style] = map[string]count{}
			}
			for _, c := range g.Result.Checks {
				n := out[style][c.Fact]
				n.used++
				if !c.Passed {
					n.missed++
				}
				out[style][c.Fact] = n
			}
		}
	}
	return out
}
