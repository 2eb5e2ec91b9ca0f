package decide

import (
	"slices"

	"imr"
)

// Truth is what the facts say of a condition, each in its own state: true or false where every completion agrees.
type Truth string

// The three values.
const (
	True      Truth = "true"
	False     Truth = "false"
	Undecided Truth = "unknown"
)

// RuleTrace is a rule of the table held against an item: each condition with its truth, and the truth of them all together.
type RuleTrace struct {
	Rule       Rule
	Truth      Truth
	Conditions []ConditionTrace
}

// ConditionTrace is one condition held against an item.
type ConditionTrace struct {
	Words string
	Truth Truth
	Facts []string // ids of Decision.Facts that it rests on
}

// Trace holds every rule of the table against an item of a decision, in the table's order. An error says what of the decision cannot be
// read.
func Trace(d imr.Decision, n int) ([]RuleTrace, error) {
	c, err := caseOfDecision(d)
	if err != nil {
		return nil, err
	}
	s := &sheet{facts: d.Facts}
	var out []RuleTrace
	for _, it := range c.Items {
		if it.N != n {
			continue
		}
		set := settingOf(c, it, OwnPack(nil))
		set.falls = slices.Contains(resultOf(d, n).Rules, "adjunct-follows")
		for _, r := range Table() {
			out = append(out, traceRule(r, it, set, s))
		}
	}
	return out, nil
}

func resultOf(d imr.Decision, n int) imr.ItemResult {
	for _, it := range d.Items {
		if it.N == n {
			return it
		}
	}
	return imr.ItemResult{}
}

func traceRule(r Rule, it imr.Item, set setting, s *sheet) RuleTrace {
	t := RuleTrace{Rule: r, Truth: True}
	w := start(it, set)
	for _, c := range r.when {
		truth := w.truthOf(c)
		t.Conditions = append(t.Conditions, ConditionTrace{c.words, truth, s.ids(it.N, c.facts...)})
		if truth == False || truth == Undecided && t.Truth == True {
			t.Truth = truth
		}
	}
	return t
}

// truthOf tries every completion of the facts that a condition looks at.
func (w *walker) truthOf(c condition) Truth {
	dims := slices.DeleteFunc(slices.Clone(w.dims), func(d open) bool { return !slices.Contains(c.facts, d.fact) })
	seen := map[bool]bool{}
	eachPoint(w.steps[0].p, dims, func(p point) { seen[c.holds(p)] = true })
	switch {
	case seen[true] && seen[false]:
		return Undecided
	case seen[true]:
		return True
	}
	return False
}

// eachPoint calls visit with every combination of values.
func eachPoint(p point, dims []open, visit func(point)) {
	if len(dims) == 0 {
		visit(p)
		return
	}
	for _, v := range dims[0].values {
		filled := p
		v(&filled)
		eachPoint(filled, dims[1:], visit)
	}
}
