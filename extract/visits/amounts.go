package visits

import "imr"

// value reads an amount. n, low and high are the numbers that amounts are made of; twice stands for once, twice and thrice.
func (p parser) value(name string, s state) []state {
	switch name {
	case "n", "low", "high":
		if values, next, ok := p.numberAt(s.to); ok {
			return []state{s.with(next, name, values...)}
		}
		return nil
	case "nth": // the seventh visit is one after six: seven are done when it is
		if s.to < len(p.tokens) && p.tokens[s.to].nth > 1 {
			return []state{s.with(s.to+1, "done", exactly(float64(p.tokens[s.to].nth)))}
		}
		return nil
	}
	if !p.startsAmount(s.to) {
		return nil
	}
	var out []state
	for _, a := range p.part("amount", s.to) {
		if next, ok := p.amount(name, a, s); ok {
			out = append(out, next)
		}
	}
	return out
}

func (p parser) startsAmount(i int) bool {
	return p.number(i) || p.is(i, "up", "between", "from", "at", "no", "not", "a", "max", "min")
}

// numberAt reads 12, twelve, twelve (12) and 12 (twelve): the second number too where word and digits differ.
func (p parser) numberAt(i int) ([]imr.Range, int, bool) {
	if !p.number(i) {
		return nil, i, false
	}
	values := []imr.Range{exactly(p.tokens[i].num)}
	if p.is(i+1, "(") && p.number(i+2) && p.is(i+3, ")") && p.tokens[i].inWords != p.tokens[i+2].inWords {
		if p.tokens[i+2].num != p.tokens[i].num {
			values = append(values, exactly(p.tokens[i+2].num))
		}
		return values, i + 4, true
	}
	return values, i + 1, true
}

// leadsTo reports whether "to" at a token makes no range, because it leads from a schedule to a number: "4x5 to six visits".
func (p parser) leadsTo(i int) bool {
	return p.is(i, "to") && p.is(i-2, "x") && p.number(i-3) && p.is(i+2, "visit")
}

func exactly(n float64) imr.Range { return imr.Range{Low: n, High: n} }

// amount binds what an amount's wording says to the name that asked for it.
func (p parser) amount(name string, a, s state) (state, bool) {
	var values, low, high []imr.Range
	for _, b := range a.says {
		switch b.name {
		case "n":
			values = b.values
		case "low":
			low = b.values
		case "high":
			high = b.values
		default:
			s = s.with(s.to, b.name, b.values...)
		}
	}
	for _, h := range high {
		r := h
		if low != nil {
			r.Low = low[0].Low
		}
		if r.Low > r.High {
			return s, false
		}
		values = append(values, r)
	}
	if low != nil && p.leadsTo(s.to+1) {
		return s, false
	}
	if len(values) == 0 || p.adverb(s.to, a.to) != (name == "twice") {
		return s, false
	}
	if name == "twice" {
		name = "often"
	}
	return s.with(a.to, name, values...), true
}

// adverb reports whether an amount is made of once, twice or thrice.
func (p parser) adverb(from, to int) bool {
	for _, t := range p.tokens[from:to] {
		if t.often {
			return true
		}
	}
	return false
}
