package visits

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
