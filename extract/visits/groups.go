package visits

// nearby is how many tokens may stand between two atoms of one phrase, adjoin how many where one says nothing by itself.
const (
	nearby = 7
	adjoin = 4
)

// groups finds the atoms and joins neighbours into phrases.
func (p parser) groups() [][]atom {
	if !p.g.mayHold(p.tokens) {
		return nil
	}
	var out [][]atom
	for i := 0; i < len(p.tokens); {
		a, ok := p.atomAt(i)
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 && p.joins(out[n-1], a) {
			out[n-1] = append(out[n-1], a)
		} else {
			out = append(out, []atom{a})
		}
		i = a.to
	}
	var spoken [][]atom
	for _, g := range out {
		if len(g) > 1 || !g[0].beside {
			spoken = append(spoken, g)
		}
	}
	return spoken
}

// joins reports whether an atom belongs to the phrase before it: near, with nothing between that speaks of something else, and
// stating what is not stated yet.
func (p parser) joins(group []atom, a atom) bool {
	last := group[len(group)-1]
	gap := a.from - last.to
	if gap > nearby || gap > adjoin && (a.beside || last.beside && len(group) == 1) || a.readings[0].done > 0 || last.readings[0].done > 0 {
		return false
	}
	if first := p.listed("apart", last.to); gap > 0 && first && !(p.is(last.to, ";") && gap < 4) {
		return false
	}
	for i := last.to + 1; i < a.from; i++ {
		if p.listed("apart", i) {
			return false
		}
	}
	for _, b := range group {
		if overlap(b.readings[0], a.readings[0]) {
			return false
		}
	}
	return true
}

// overlap reports whether two readings state the same thing.
func overlap(a, b facts) bool {
	return a.visits != nil && b.visits != nil || a.often != nil && b.often != nil || a.weeks != nil && b.weeks != nil || a.unit && b.unit
}
