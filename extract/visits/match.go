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
