package visits

import (
	"maps"
	"slices"
)

// starts are the words that a wording may begin with; the empty word stands for any number.
type starts map[string]bool

// firstsOf adds the words that a piece may begin with, and reports whether the piece may be empty.
func (g grammar) firstsOf(n node, into starts) (mayBeEmpty bool) {
	switch n.kind {
	case wordNode:
		into[n.text] = true
	case valueNode:
		into[""] = true
		if n.text == "nth" {
			into["nth"] = true
		}
		if n.text != "n" && n.text != "low" && n.text != "high" {
			for _, w := range g.parts["amount"] {
				g.firstsOf(w.pattern, into)
			}
		}
	case fixedNode:
		return true
	case listNode:
		if l, ok := g.lists[n.text]; ok {
			return g.firstsOf(l, into)
		}
		for _, w := range g.parts[n.text] {
			g.firstsOf(w.pattern, into)
		}
	case allNode:
		for _, k := range n.kids {
			if !g.firstsOf(k, into) {
				return false
			}
		}
		return true
	default:
		for _, k := range n.kids {
			mayBeEmpty = g.firstsOf(k, into) || mayBeEmpty
		}
		return mayBeEmpty || n.kind == maybeNode || n.kind == manyNode
	}
	return false
}

// mayBegin reports whether a token can begin a wording.
func (s starts) mayBegin(t token) bool { return s[t.text] || t.isNum && s[""] || t.nth > 0 && s["nth"] }

// beginning returns the phrases that a token may begin, by their index, in the file's order.
func (g grammar) beginning(t token) []int {
	switch {
	case t.nth == 0 && !t.isNum:
		return g.begins[t.text]
	case t.nth == 0 && g.begins[t.text] == nil:
		return g.begins[""]
	}
	var out []int
	for i, w := range g.phrases {
		if w.starts.mayBegin(t) {
			out = append(out, i)
		}
	}
	return out
}

// needOf returns words of which one stands in all that a piece matches, as starts has them; nil where none can be named. A number goes
// before a word, and few words before many.
func (g grammar) needOf(n node) starts {
	switch n.kind {
	case wordNode:
		return starts{n.text: true}
	case valueNode:
		if n.text == "nth" {
			return starts{"nth": true}
		}
		return starts{"": true} // every amount is made of numbers
	case listNode:
		if l, ok := g.lists[n.text]; ok {
			return g.needOf(l)
		}
		return g.needOfOne(g.patternsOf(n.text))
	case allNode:
		var best starts
		for _, k := range n.kids {
			if need := g.needOf(k); need != nil && (best == nil || need[""] && !best[""] || need[""] == best[""] && len(need) < len(best)) {
				best = need
			}
		}
		return best
	case oneNode:
		return g.needOfOne(n.kids)
	}
	return nil
}

func (g grammar) patternsOf(part string) []node {
	var out []node
	for _, w := range g.parts[part] {
		out = append(out, w.pattern)
	}
	return out
}

// needOfOne returns words of which one stands in whatever one of some pieces matches.
func (g grammar) needOfOne(all []node) starts {
	out := starts{}
	for _, n := range all {
		need := g.needOf(n)
		if need == nil {
			return nil
		}
		maps.Copy(out, need)
	}
	return out
}

// mayHold reports whether some tokens can hold a phrase.
func (g grammar) mayHold(tokens []token) bool { return slices.ContainsFunc(tokens, g.needs.mayBegin) }
