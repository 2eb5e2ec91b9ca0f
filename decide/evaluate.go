package decide

import (
	"math/bits"
	"slices"
	"sync"

	"imr"
)

// answer is what the table says of an item: the outcome that all completions share, else refer, and the rules they met.
type answer struct {
	outcome imr.Outcome
	rules   []Rule
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
	return walked(it, spaces(it), s).summary()
}

// walked has tried every completion of the facts that dims leave open.
func walked(it imr.Item, dims []open, s setting) *walker {
	w := &walker{rows: rows()}
	w.walk(pointOf(it, s), 0, dims, w.all())
	return w
}

// summary is the answer that the completions walked so far give.
func (w *walker) summary() answer {
	var a answer
	for i, r := range w.rows {
		if w.met.has(i) {
			a.rules = append(a.rules, r.Rule)
		}
	}
	a.outcome = a.rules[0].Outcome
	if w.disagreed {
		a.outcome = imr.Refer
	}
	return a
}

// agree reports whether all completions have one outcome, and it is not a referral. It stops at the first that speaks against it.
func agree(it imr.Item, dims []open, s setting) bool {
	w := &walker{rows: rows(), askedToAgree: true}
	w.walk(pointOf(it, s), 0, dims, w.all())
	return !w.disagreed
}

func pointOf(it imr.Item, s setting) point {
	return point{limits: s.limits, service: it.Service, variants: s.variants, falls: s.falls, straddles: s.straddles}
}

// row is a rule with the facts that each of its conditions looks at, as bits.
type row struct {
	Rule
	looksAt    []uint16
	looksAtAny uint16
}

// rows is the table made ready for evaluation, once.
var rows = sync.OnceValue(func() []row {
	var out []row
	for _, r := range Table() {
		w := row{Rule: r}
		for _, c := range r.when {
			var facts uint16
			for _, f := range c.facts {
				facts |= bitOf(f)
			}
			w.looksAt = append(w.looksAt, facts)
			w.looksAtAny |= facts
		}
		out = append(out, w)
	}
	return out
})

func bitOf(fact string) uint16 { return 1 << slices.Index(factsAsked, fact) }

// rowSet is a set of rows of the table, a bit a row.
type rowSet uint32

func (s rowSet) has(i int) bool    { return s&(1<<i) != 0 }
func (s rowSet) with(i int) rowSet { return s | 1<<i }

// only reports whether the set holds one row, and which.
func (s rowSet) only() (i int, yes bool) {
	return bits.TrailingZeros32(uint32(s)), bits.OnesCount32(uint32(s)) == 1
}

// walker fills in facts one after the other, and only those that still make a difference.
type walker struct {
	rows         []row
	met          rowSet
	askedToAgree bool        // end at the first completion that is referred or differs from those before it
	first        imr.Outcome // of the first completion
	disagreed    bool
}

func (w *walker) all() rowSet { return 1<<len(w.rows) - 1 }

// answer notes the rule that answers a completion.
func (w *walker) answer(i int) {
	w.met = w.met.with(i)
	outcome := w.rows[i].Outcome
	if w.first == "" {
		w.first = outcome
	}
	w.disagreed = w.disagreed || outcome == imr.Refer || outcome != w.first
}

// walk goes on from a point at which the facts of set have their values. alive are the rules that no value has ruled out yet.
func (w *walker) walk(p point, set uint16, dims []open, alive rowSet) {
	alive, answered := w.narrow(p, set, alive)
	if answered {
		return
	}
	next := slices.IndexFunc(dims, func(d open) bool { return set&d.bit == 0 && w.matters(d.bit, alive) })
	if next < 0 {
		panic("decide: the facts do not settle which rule answers; the table has a gap")
	}
	for _, v := range dims[next].values {
		if w.askedToAgree && w.disagreed {
			return
		}
		filled := p
		v(&filled)
		w.walk(filled, set|dims[next].bit, dims, alive)
	}
}

// narrow drops the rules that the facts set so far rule out. A rule of which they meet every condition answers; so does the last one
// that is left, since every completion meets one.
func (w *walker) narrow(p point, set uint16, alive rowSet) (left rowSet, answered bool) {
	gateOpen := false // a gate comes first, whatever the others say
	for i, r := range w.rows {
		if !alive.has(i) {
			continue
		}
		met, dead := r.stands(p, set)
		if met && !gateOpen {
			w.answer(i)
			return 0, true
		}
		if !dead {
			gateOpen = gateOpen || left == 0 && r.gate
			left = left.with(i)
		}
	}
	if last, one := left.only(); one {
		w.answer(last)
		return 0, true
	}
	return left, false
}

// stands says whether the facts set so far meet all conditions of a rule, or rule it out.
func (r row) stands(p point, set uint16) (met, dead bool) {
	met = true
	for k, c := range r.when {
		if r.looksAt[k]&^set != 0 {
			met = false
		} else if !c.holds(p) {
			return false, true
		}
	}
	return met, false
}

// matters reports whether a rule still alive looks at a fact.
func (w *walker) matters(fact uint16, alive rowSet) bool {
	for i, r := range w.rows {
		if alive.has(i) && r.looksAtAny&fact != 0 {
			return true
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
