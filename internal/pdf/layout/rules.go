package layout

import (
	"cmp"
	"math"
	"slices"
)

// Rule is a vertical line, as between a table's columns.
type Rule struct{ X, Y0, Y1 float64 }

// ruled are the rules of a page from left to right.
type ruled struct {
	rules []Rule
	steps int
}

const ruleSlack = 1.0 // points by which a letter may touch a rule

func sortRules(rules []Rule) *ruled {
	sorted := slices.Clone(rules)
	slices.SortFunc(sorted, func(a, b Rule) int { return cmp.Compare(a.X, b.X) })
	return &ruled{rules: sorted}
}

// around returns the rules on both sides of a gap at a height, and whether one stands in the gap itself.
func (r *ruled) around(x0, x1, y float64) (left, right float64, between bool) {
	left, right = math.Inf(-1), math.Inf(1)
	if len(r.rules) == 0 {
		return left, right, false
	}
	first, _ := slices.BinarySearchFunc(r.rules, x0-ruleSlack, func(rule Rule, x float64) int { return cmp.Compare(rule.X, x) })
	if i := r.crossing(first, 1, y); i >= 0 {
		if right = r.rules[i].X; right <= x1+ruleSlack {
			return right, right, true
		}
	}
	if i := r.crossing(first-1, -1, y); i >= 0 {
		left = r.rules[i].X
	}
	return left, right, false
}

// crossing returns the first rule from there on, to the right or to the left, that crosses a height; -1 where there is none.
func (r *ruled) crossing(i, step int, y float64) int {
	for ; i >= 0 && i < len(r.rules); i += step {
		r.steps++
		if y >= r.rules[i].Y0 && y <= r.rules[i].Y1 {
			return i
		}
	}
	return -1
}
