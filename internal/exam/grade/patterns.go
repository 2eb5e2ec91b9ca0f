package grade

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"imr"
	"imr/internal/exam/facts"
	"imr/internal/exam/paper"
	"imr/internal/exam/styles"
)

// Graded is a case with its papers, the program's decision and how the two compare.
type Graded struct {
	Case     facts.Case
	Papers   paper.Composed
	Decision *imr.Decision
	Result   Result
}

// Pattern is one kind of failure: a fact, what the papers say of it, and what the program takes it for.
type Pattern struct {
	Fact, Meaning, Want, Got string
	Cases                    []Graded
	Check                    Check // of the first case
}

// Patterns groups the failures of cases, most frequent first.
func Patterns(cases []Graded) []Pattern {
	at := map[string]int{}
	var out []Pattern
	for _, g := range cases {
		for _, c := range failed(g.Result) {
			want := ""
			if len(c.Want) > 0 { // else no value is accepted
				want = sortOf(c.Want[0])
			}
			key := strings.Join([]string{c.Fact, c.Meaning, want, sortOf(c.Got)}, " ")
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key] = i
				out = append(out, Pattern{Fact: c.Fact, Meaning: c.Meaning, Want: want, Got: sortOf(c.Got), Check: c})
			}
			out[i].Cases = append(out[i].Cases, g)
		}
	}
	slices.SortStableFunc(out, func(a, b Pattern) int { return cmp.Compare(len(b.Cases), len(a.Cases)) })
	return out
}

// failed lists the checks that failed, and an outcome that is not right although every fact is.
func failed(r Result) []Check {
	var out []Check
	for _, c := range r.Checks {
		if !c.Passed {
			out = append(out, c)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, a := range r.Answers {
		if a.Verdict != Right {
			out = append(out, Check{Fact: "outcome", Meaning: a.Line, Want: []string{asJSON(a.Want)}, Got: asJSON(a.Got)})
		}
	}
	return out
}

// sortOf names what kind of value it is, so that failures with different numbers are one pattern.
func sortOf(value string) string {
	switch {
	case strings.HasPrefix(value, `{"high"`):
		return "a range"
	case strings.HasPrefix(value, `"20`), strings.HasPrefix(value, `"19`):
		return "a day"
	case strings.Trim(value, "0123456789") == "" && value != "0":
		return "a number"
	}
	return value
}

// verdicts counts the pattern's cases with a wrong outcome and with a needless referral.
func (p Pattern) verdicts() (wrong, needless int) {
	for _, g := range p.Cases {
		switch g.Result.Worst() {
		case Wrong:
			wrong++
		case Needless:
			needless++
		}
	}
	return wrong, needless
}

// List writes patterns with their wordings, and the shortened text of one case for the first of them.
func (r *Runner) List(out io.Writer, cases []Graded, all []styles.Style, show, shorten int) error {
	patterns := Patterns(cases)
	used := usage(cases)
	for i, p := range patterns[:min(show, len(patterns))] {
		wrong, needless := p.verdicts()
		fmt.Fprintf(out, "\n%d. %s <- %s: want %s, got %s: %d cases (%d WRONG, %d referred needlessly)\n", i+1, p.Fact, p.Meaning, p.Want, p.Got, len(p.Cases), wrong, needless)
		for _, w := range p.wordings(used, all) {
			fmt.Fprintln(out, "    "+w)
		}
		if i >= shorten {
			continue
		}
		if err := r.example(out, p); err != nil {
			return err
		}
	}
	return nil
}

// example writes the case of a pattern with the least papers, shortened.
func (r *Runner) example(out io.Writer, p Pattern) error {
	g := slices.MinFunc(p.Cases, func(a, b Graded) int {
		if a.Papers.Errors != b.Papers.Errors {
			return map[bool]int{true: 1, false: -1}[a.Papers.Errors]
		}
		return cmp.Compare(len(a.Papers.Papers), len(b.Papers.Papers))
	})
	c := p.in(g)
	text, err := r.Shorten(g.Papers, Failure{Facts: p.keeps(), Same: func(d *imr.Decision) bool { return p.sameAs(c, Compare(g.Case.Want, d)) }})
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "    case %d, expected %s, got %s:\n", g.Case.Number, strings.Join(c.Want, " or "), c.Got)
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		fmt.Fprintln(out, "    | "+line)
	}
	return nil
}

func (p Pattern) in(g Graded) Check {
	for _, c := range failed(g.Result) {
		if c.Fact == p.Fact && c.Meaning == p.Meaning {
			return c
		}
	}
	return p.Check
}

// keeps names the facts whose statements must stay while the case is shortened; none stands for all.
func (p Pattern) keeps() []string {
	switch p.Fact {
	case "outcome", "gate":
		return nil
	case "lines", "service":
		return []string{"requested_visits"}
	}
	return []string{p.Fact}
}

func (p Pattern) sameAs(want Check, r Result) bool {
	for _, c := range failed(r) {
		if c.Fact == want.Fact && c.Got == want.Got && !c.Passed {
			return true
		}
	}
	return false
}
