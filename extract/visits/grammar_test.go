package visits

import "testing"

// A word that words.txt brings to another form can never be met in a text, so no wording may use it.
func TestWordingsUseDictionaryForms(t *testing.T) {
	g := loadGrammar()
	var walk func(n node)
	walk = func(n node) {
		if n.kind == wordNode {
			for _, tok := range tokenize(n.text) {
				if tok.text != n.text {
					t.Errorf("phrasings.txt uses %q, which is read as %q", n.text, tok.text)
				}
			}
		}
		if n.kind == listNode && g.lists[n.text].kids == nil && g.parts[n.text] == nil {
			t.Errorf("phrasings.txt uses {%s}, which it does not define", n.text)
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	for _, w := range g.wordings {
		walk(w.pattern)
	}
	for _, l := range g.lists {
		walk(l)
	}
}
