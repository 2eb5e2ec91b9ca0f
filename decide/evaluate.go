package decide

import (
	"slices"

	"imr"
)

// answer is what the table says of an item: the outcome that all completions share, else refer, and the rules they met.
type answer struct {
	outcome imr.Outcome
	rules   []Rule
	agreed  bool // all completions had one outcome, and it is not a referral
}

// setting is what the case as a whole lays down for an item.
type setting struct {
	variants  float64
	straddles bool
}

// evaluate tries every completion of an item's facts.
func evaluate(it imr.Item, s setting) answer {
	return evaluateOver(it, spaces(it), s)
}

func evaluateOver(it imr.Item, dims []open, s setting) answer {
	var a answer
	table := Table()
	if it.Service == imr.OtherService { // its facts are not asked for
		dims = nil
	}
	walk(point{service: it.Service, variants: s.variants, straddles: s.straddles}, dims, func(p point) {
		r := ruleFor(table, p)
		if !slices.ContainsFunc(a.rules, func(have Rule) bool { return have.ID == r.ID }) {
			a.rules = append(a.rules, r)
		}
	})
	sortByTable(a.rules)
	a.outcome = a.rules[0].Outcome
	for _, r := range a.rules {
		if r.Outcome != a.outcome {
			a.outcome = imr.Refer
		}
	}
	a.agreed = a.outcome != imr.Refer
	return a
}

// walk calls visit with every combination of values.
func walk(p point, dims []open, visit func(point)) {
	if len(dims) == 0 {
		visit(p)
		return
	}
	for _, set := range dims[0].values {
		next := p
		set(&next)
		walk(next, dims[1:], visit)
	}
}

func sortByTable(rules []Rule) {
	place := map[string]int{}
	for i, r := range Table() {
		place[r.ID] = i
	}
	slices.SortFunc(rules, func(a, b Rule) int { return place[a.ID] - place[b.ID] })
}

func ids(rules []Rule) []string {
	out := []string{}
	for _, r := range rules {
		out = append(out, r.ID)
	}
	return out
}
