package visits

import "imr"

// bound is what a wording says by one of its values: the number or range, or the two that "twelve (10)" gives.
type bound struct {
	name   string
	values []imr.Range
}

// state is one way to read the tokens up to an index.
type state struct {
	to   int
	says []bound
}

func (s state) with(to int, name string, values ...imr.Range) state {
	says := append(append([]bound(nil), s.says...), bound{name, values})
	return state{to, says}
}

// reading is a named part read from a token on.
type reading struct {
	part string
	from int
}

// parser holds the tokens of a text.
type parser struct {
	g           grammar
	tokens      []token
	known       map[reading][]state // what named parts were found to say
	cell        bool
	acupuncture bool // the text names acupuncture
}

func (p parser) is(i int, words ...string) bool {
	if i < 0 || i >= len(p.tokens) {
		return false
	}
	for _, w := range words {
		if p.tokens[i].text == w {
			return true
		}
	}
	return false
}

func (p parser) number(i int) bool { return i >= 0 && i < len(p.tokens) && p.tokens[i].isNum }

// mostOften is how often a list may be repeated within a wording.
const mostOften = 6

// match returns every way to read a piece of a wording from a state on.
func (p parser) match(n node, s state) []state {
	switch n.kind {
	case wordNode:
		if p.is(s.to, n.text) {
			return []state{{s.to + 1, s.says}}
		}
	case fixedNode:
		return []state{s.with(s.to, n.text, n.fix)}
	case valueNode:
		return p.value(n.text, s)
	case listNode:
		return p.list(n.text, s)
	case allNode:
		return p.inOrder(n.kids, s)
	case oneNode:
		var out []state
		for _, k := range n.kids {
			out = append(out, p.match(k, s)...)
		}
		return out
	case maybeNode:
		return append(p.match(n.kids[0], s), s)
	case manyNode:
		return p.many(n.kids[0], s)
	}
	return nil
}

func (p parser) inOrder(kids []node, s state) []state {
	states := []state{s}
	for _, k := range kids {
		var next []state
		for _, st := range states {
			next = append(next, p.match(k, st)...)
		}
		if states = next; len(states) == 0 {
			return nil
		}
	}
	return states
}

// many reads a piece as often as it comes, and less often.
func (p parser) many(n node, s state) []state {
	out, seen := []state{s}, map[int]bool{s.to: true}
	for i := 0; i < len(out) && i < mostOften*2; i++ {
		for _, next := range p.match(n, out[i]) {
			if !seen[next.to] {
				seen[next.to] = true
				out = append(out, next)
			}
		}
	}
	return out
}

func (p parser) list(name string, s state) []state {
	if n, ok := p.g.lists[name]; ok {
		return p.match(n, s)
	}
	var out []state
	for _, r := range p.part(name, s.to) {
		says := append(append([]bound(nil), s.says...), r.says...)
		out = append(out, state{r.to, says})
	}
	return out
}

// part reads a named part from a token on, once for all wordings that use it.
func (p parser) part(name string, from int) []state {
	key := reading{name, from}
	if out, ok := p.known[key]; ok {
		return out
	}
	var out []state
	for _, w := range p.g.parts[name] {
		out = append(out, p.match(w.pattern, state{to: from})...)
	}
	p.known[key] = out
	return out
}

// value reads an amount. n, low and high are the numbers that amounts are made of; twice stands for once, twice and thrice.
func (p parser) value(name string, s state) []state {
	switch name {
	case "n", "low", "high":
		if values, next, ok := p.numberAt(s.to); ok {
			return []state{s.with(next, name, values...)}
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
