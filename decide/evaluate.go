package decide

import (
	"slices"
	"sync"

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
	limits    Limits
	variants  float64
	falls     bool
	straddles bool
}

// evaluate tries every completion of an item's facts.
func evaluate(it imr.Item, s setting) answer {
	return evaluateOver(it, spaces(it), s)
}

func evaluateOver(it imr.Item, dims []open, s setting) answer {
	w := &walker{met: make([]bool, len(rows()))}
	w.walk(pointOf(it, s), 0, dims, allRows(len(w.met)))
	var a answer
	for i, r := range rows() {
		if w.met[i] {
			a.rules = append(a.rules, r.Rule)
		}
	}
	a.outcome = a.rules[0].Outcome
	for _, r := range a.rules {
		if r.Outcome != a.outcome {
			a.outcome = imr.Refer
		}
	}
	a.agreed = a.outcome != imr.Refer
	return a
}

func pointOf(it imr.Item, s setting) point {
	return point{limits: s.limits, service: it.Service, variants: s.variants, falls: s.falls, straddles: s.straddles}
}

// row is a rule with the facts that each of its conditions looks at, as bits.
type row struct {
	Rule
	looksAt []uint16
}

// rows is the table made ready for evaluation, once.
var rows = sync.OnceValue(func() []row {
	var out []row
	for _, r := range Table() {
		w := row{Rule: r}
		for _, c := range r.when {
			var bits uint16
			for _, f := range c.facts {
				bits |= bitOf(f)
			}
			w.looksAt = append(w.looksAt, bits)
		}
		out = append(out, w)
	}
	return out
})

func bitOf(fact string) uint16 { return 1 << slices.Index(factsAsked, fact) }

func allRows(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// walker fills in facts one after the other, and only those that still make a difference.
type walker struct{ met []bool }

// walk goes on from a point at which the facts of set have their values. alive are the rules that no value has ruled out yet.
func (w *walker) walk(p point, set uint16, dims []open, alive []int) {
	alive, answered := w.narrow(p, set, alive)
	if answered {
		return
	}
	next := slices.IndexFunc(dims, func(d open) bool { return set&bitOf(d.fact) == 0 && w.matters(bitOf(d.fact), alive) })
	if next < 0 {
		panic("decide: the facts do not settle which rule answers; the table has a gap")
	}
	for _, v := range dims[next].values {
		filled := p
		v(&filled)
		w.walk(filled, set|bitOf(dims[next].fact), dims, alive)
	}
}

// narrow drops the rules that the facts set so far rule out. A rule of which they meet every condition answers; so does the last one
// that is left, since every completion meets one.
func (w *walker) narrow(p point, set uint16, alive []int) (left []int, answered bool) {
	for _, i := range alive {
		r := rows()[i]
		met, dead := true, false
		for k, c := range r.when {
			switch {
			case r.looksAt[k]&^set != 0:
				met = false
			case !c.holds(p):
				dead = true
			}
		}
		gateOpen := len(left) > 0 && rows()[left[0]].gate // a gate comes first, whatever the others say
		if met && !dead && !gateOpen {
			w.met[i] = true
			return nil, true
		}
		if !dead {
			left = append(left, i)
		}
	}
	if len(left) == 1 {
		w.met[left[0]] = true
		return nil, true
	}
	return left, false
}

// matters reports whether a rule still alive looks at a fact.
func (w *walker) matters(fact uint16, alive []int) bool {
	for _, i := range alive {
		for _, bits := range rows()[i].looksAt {
			if bits&fact != 0 {
				return true
			}
		}
	}
	return false
}

func ids(rules []Rule) []string {
	out := []string{}
	for _, r := range rules {
		out = append(out, r.ID)
	}
	return out
}
