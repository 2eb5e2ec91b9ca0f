package layout

import (
	"cmp"
	"math"
	"slices"
)

// Rule is a vertical line, as between a table's columns.
type Rule struct{ X, Y0, Y1 float64 }

// ruled are the rules of a page from left to right.
type ruled []Rule

const ruleSlack = 1.0 // points by which a letter may touch a rule

func sortRules(rules []Rule) ruled {
	sorted := slices.Clone(rules)
	slices.SortFunc(sorted, func(a, b Rule) int { return cmp.Compare(a.X, b.X) })
	return sorted
}

// around returns the rules on both sides of a gap at a height, and whether one stands in the gap itself.
func (r ruled) around(x0, x1, y float64) (left, right float64, between bool) {
	left, right = math.Inf(-1), math.Inf(1)
	if len(r) == 0 {
		return left, right, false
	}
	first, _ := slices.BinarySearchFunc(r, x0-ruleSlack, func(rule Rule, x float64) int { return cmp.Compare(rule.X, x) })
	i := first
	for ; i < len(r) && r[i].X <= x1+ruleSlack; i++ {
		if r[i].crosses(y) {
			return r[i].X, r[i].X, true
		}
	}
	for ; i < len(r); i++ {
		if r[i].crosses(y) {
			right = r[i].X
			break
		}
	}
	for i := first - 1; i >= 0; i-- {
		if r[i].crosses(y) {
			left = r[i].X
			break
		}
	}
	return left, right, false
}

func (r *Rule) crosses(y float64) bool { return y >= r.Y0 && y <= r.Y1 }
