package pattern

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

const (
	shortest  = 2   // bytes of a word that is worth looking for
	mostWords = 400 // of one need; more are not worth their memory
	mostWhole = 40  // strings that a part of an expression is written out into
)

// need is words of which one stands in every match.
type need []string

// needsOf returns the needs of an expression, all of which a match meets, and whether it takes letters in any case; then the words are
// in lower case, and stand in any case in a match.
func needsOf(expr string) (needs []need, folded bool) {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, false // the expression itself says what is wrong when it is compiled
	}
	tree = tree.Simplify()
	needs, folded = partOf(tree).needed(), folds(tree)
	if folded {
		for i, n := range needs {
			needs[i] = n.lower()
		}
	}
	return needs, folded
}

func (n need) lower() need {
	var out need
	for _, w := range n {
		out = append(out, strings.ToLower(w))
	}
	return out
}

// part is what is known of a part of an expression: the strings that it matches, where they are few, or what it needs.
type part struct {
	whole []string
	needs []need
}

func partOf(tree *syntax.Regexp) part {
	switch tree.Op {
	case syntax.OpLiteral:
		if hasTwoCases(tree) {
			return part{whole: []string{string(tree.Rune)}}
		}
	case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return part{whole: []string{""}}
	case syntax.OpCharClass:
		return part{whole: lettersOf(tree)}
	case syntax.OpCapture:
		return partOf(tree.Sub[0])
	case syntax.OpQuest:
		if p := partOf(tree.Sub[0]); p.whole != nil && len(p.whole) < mostWhole {
			return part{whole: append(p.whole, "")}
		}
	case syntax.OpPlus:
		return part{needs: partOf(tree.Sub[0]).needed()}
	case syntax.OpAlternate:
		return oneOf(tree.Sub)
	case syntax.OpConcat:
		return inOrder(tree.Sub)
	}
	return part{}
}

// needed returns what a part needs, also where it is known whole.
func (p part) needed() []need {
	if p.whole != nil {
		return worth(p.whole)
	}
	return p.needs
}

// inOrder joins parts that follow each other: what is known whole grows until it is too much, and is needed then.
func inOrder(trees []*syntax.Regexp) part {
	whole, all := []string{""}, true
	var needs []need
	for _, tree := range trees {
		p := partOf(tree)
		if p.whole != nil && len(p.whole)*len(whole) <= mostWhole {
			whole = joined(whole, p.whole)
			continue
		}
		needs, all = append(append(needs, worth(whole)...), p.needs...), false
		if whole = []string{""}; p.whole != nil {
			whole = p.whole
		}
	}
	if all {
		return part{whole: whole}
	}
	return part{needs: append(needs, worth(whole)...)}
}

func joined(heads, tails []string) []string {
	out := make([]string, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			out = append(out, h+t)
		}
	}
	return out
}

// oneOf joins parts of which one is matched.
func oneOf(trees []*syntax.Regexp) part {
	var whole, words []string
	allWhole, allNeed := true, true
	for _, tree := range trees {
		p := partOf(tree)
		n := p.best()
		whole, words = append(whole, p.whole...), append(words, n...)
		allWhole, allNeed = allWhole && p.whole != nil, allNeed && n != nil
	}
	switch {
	case allWhole && len(whole) <= mostWhole:
		return part{whole: whole}
	case allNeed:
		return part{needs: worth(words)}
	}
	return part{}
}

// best returns the need that says most: the one whose shortest word is longest, of those the one with the fewest words.
func (p part) best() need {
	var best need
	for _, n := range p.needed() {
		if longer := leastLength(n) - leastLength(best); longer > 0 || longer == 0 && len(n) < len(best) {
			best = n
		}
	}
	return best
}

// worth makes a need of strings, if it is worth looking for: of few words, none of them very short. A word that holds another is left out.
func worth(all []string) []need {
	if leastLength(all) < shortest {
		return nil
	}
	all = slices.Compact(slices.Sorted(slices.Values(all)))
	var words need
	for _, w := range all {
		if !slices.ContainsFunc(all, func(o string) bool { return o != w && strings.Contains(w, o) }) {
			words = append(words, w)
		}
	}
	if len(words) > mostWords {
		return nil
	}
	return []need{words}
}

func leastLength(words []string) int {
	least := 0
	for i, w := range words {
		if i == 0 || len(w) < least {
			least = len(w)
		}
	}
	return least
}

// fewLetters is how many letters a class may have whose words are written out.
const fewLetters = 4

// lettersOf returns the letters of a class, nil where they are many.
func lettersOf(class *syntax.Regexp) []string {
	var out []string
	for i := 0; i < len(class.Rune); i += 2 {
		for r := class.Rune[i]; r <= class.Rune[i+1]; r++ {
			if len(out) == fewLetters {
				return nil
			}
			out = append(out, string(r))
		}
	}
	return out
}

// folds reports whether a part of a tree matches letters of either case.
func folds(tree *syntax.Regexp) bool {
	return tree.Flags&syntax.FoldCase != 0 || slices.ContainsFunc(tree.Sub, folds)
}

// hasTwoCases reports whether lower case brings together all letters that a literal takes for the same: the Greek mu and the micro sign
// are taken for the same and have two lower cases.
func hasTwoCases(literal *syntax.Regexp) bool {
	if literal.Flags&syntax.FoldCase == 0 {
		return true
	}
	return !slices.ContainsFunc(literal.Rune, func(r rune) bool {
		for o := unicode.SimpleFold(r); o != r; o = unicode.SimpleFold(o) {
			if unicode.ToLower(o) != unicode.ToLower(r) && o != longS && r != longS {
				return true
			}
		}
		return false
	})
}

// longS is taken for s by regexp in any case, and not by ToLower. A text that holds it may match whatever words it lacks.
const longS = 'ſ'
