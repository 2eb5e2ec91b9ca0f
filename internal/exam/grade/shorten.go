package grade

import (
	"fmt"

	"imr"
	"imr/internal/exam/paper"
)

// Failure is what must stay the same while a case is made shorter.
type Failure struct {
	Facts []string                 // whose statements stay
	Same  func(*imr.Decision) bool // whether a decision fails in the same way
}

// rounds bounds how often a case is run while it is made shorter.
const rounds = 40

// Shorten leaves out papers, then lines and sentences, while the failure stays. It returns the text that is left.
func (r *Runner) Shorten(c paper.Composed, f Failure) (string, error) {
	units, err := r.without(c, unitsOf(c, f.Facts), byPaper, f)
	for size := max(1, len(units)/2); size > 0 && err == nil; size /= 2 {
		units, err = r.without(c, units, inRuns(size), f)
	}
	if err == nil {
		units, err = r.without(c, inSentences(units), inRuns(1), f)
	}
	return textOf(c, units), err
}

// without leaves out groups of units, all at once where that keeps the failure, else one after another.
func (r *Runner) without(c paper.Composed, units []unit, group func(i int, u unit) int, f Failure) ([]unit, error) {
	for range rounds {
		tries := attempts(units, group)
		if len(tries) == 0 {
			return units, nil
		}
		works, err := r.which(c, tries, f)
		if err != nil || len(works) == 0 {
			return units, err
		}
		next := works[0]
		if together := common(units, works); len(works) > 1 && len(together) > 0 {
			ok, err := r.which(c, [][]unit{together}, f)
			if err != nil {
				return nil, err
			}
			if len(ok) == 1 {
				next = together
			}
		}
		units = next
	}
	return units, nil
}

// which returns the attempts that fail in the same way.
func (r *Runner) which(c paper.Composed, tries [][]unit, f Failure) ([][]unit, error) {
	var cases []paper.Composed
	var drawn [][]unit
	for _, units := range tries {
		shorter := rebuilt(c, units)
		if _, err := shorter.Draw(); err == nil { // what is left of a table may be none
			cases, drawn = append(cases, shorter), append(drawn, units)
		}
	}
	decisions, err := r.Decide(cases, func(i int) string { return fmt.Sprintf("t%04d", i) })
	if err != nil {
		return nil, err
	}
	var out [][]unit
	for i, d := range decisions {
		if d != nil && f.Same(d) {
			out = append(out, drawn[i])
		}
	}
	return out, r.Forget()
}
