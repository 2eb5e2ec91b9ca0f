package grade

import (
	"fmt"
	"io"
	"strings"
)

// Score sums up results.
type Score struct {
	Cases, Lines, Right, Needless, Wrong, Status, Gate int
	facts                                              map[string]*tally
}

// tally counts a fact: how often it was told, found, and found rightly.
type tally struct{ told, found, right int }

// Add counts a result.
func (s *Score) Add(r Result) {
	if s.facts == nil {
		s.facts = map[string]*tally{}
	}
	s.Cases++
	if r.StatusOK {
		s.Status++
	}
	for _, a := range r.Answers {
		s.answer(a)
	}
	for _, c := range r.Checks {
		if c.Fact != "gate" {
			s.count(c)
		} else if c.Passed {
			s.Gate++
		}
	}
}

func (s *Score) answer(a Answer) {
	s.Lines++
	switch a.Verdict {
	case Right:
		s.Right++
	case Needless:
		s.Needless++
	default:
		s.Wrong++
	}
}

func (s *Score) count(c Check) {
	t := s.facts[c.Fact]
	if t == nil {
		t = &tally{}
		s.facts[c.Fact] = t
	}
	if len(c.Want) > 1 && c.Passed {
		return // either answer is right: neither told nor missed
	}
	if c.known() {
		t.told++
	}
	if c.Got != null {
		t.found++
	}
	if c.Passed && c.Got != null {
		t.right++
	}
}

// factOrder is the order of the table's columns.
var factOrder = []string{"requested_visits", "authorized_visits", "prior_visits", "course", "improvement_function", "improvement_dependency", "indication", "body_part", "ur_outcome", "date_of_injury", "rfa_date", "ur_date", "governing_date", "service", "lines"}

// ratio is 1 where there is nothing to count.
func ratio(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// Named is a score with the name of the cases that it counts.
type Named struct {
	Name  string
	Score Score
}

// Table writes the scores side by side.
func Table(out io.Writer, scores []Named) {
	fmt.Fprintf(out, "%-24s", "")
	for _, s := range scores {
		fmt.Fprintf(out, " %22s", s.Name)
	}
	fmt.Fprintln(out)
	row := func(name string, cell func(Score) string) {
		fmt.Fprintf(out, "%-24s", name)
		for _, s := range scores {
			fmt.Fprintf(out, " %22s", cell(s.Score))
		}
		fmt.Fprintln(out)
	}
	row("cases", func(s Score) string { return fmt.Sprint(s.Cases) })
	row("lines", func(s Score) string { return fmt.Sprint(s.Lines) })
	row("outcome right", func(s Score) string { return share(s.Right, s.Lines) })
	row("referred needlessly", func(s Score) string { return share(s.Needless, s.Lines) })
	row("WRONG", func(s Score) string { return share(s.Wrong, s.Lines) })
	row("gates right", func(s Score) string { return share(s.Gate, s.Cases) })
	row("status right", func(s Score) string { return share(s.Status, s.Cases) })
	for _, fact := range factOrder {
		row(fact, func(s Score) string { return s.facts[fact].String() })
	}
	fmt.Fprintf(out, "%s\n", "for a fact: precision recall F1")
}

func share(n, of int) string { return fmt.Sprintf("%d (%.1f%%)", n, 100*ratio(n, of)) }

// String writes precision, recall and F1.
func (t *tally) String() string {
	if t == nil {
		return "-"
	}
	p, r := ratio(t.right, t.found), ratio(t.right, t.told)
	r = min(r, 1)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return strings.TrimSpace(fmt.Sprintf("%.3f %.3f %.3f", p, r, f))
}
