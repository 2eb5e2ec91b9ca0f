package pattern

import (
	"regexp/syntax"
	"strings"
)

const (
	shortest  = 2   // characters of a word that is worth looking for
	mostWords = 400 // looking for more costs as much as trying the expression
)

// needOf returns the words of which one stands in every match of an expression.
func needOf(expr string) need {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return need{} // the expression itself says what is wrong when it is compiled
	}
	tree = tree.Simplify()
	words, known := wordsOf(tree)
	if !known || len(words) > mostWords || leastLength(words) < shortest {
		return need{}
	}
	fold := folds(tree)
	if fold {
		for i, w := range words {
			words[i] = strings.ToLower(w)
		}
	}
	return need{words, fold}
}

// wordsOf returns words of which one stands in every match of a tree, and false where none can be named.
func wordsOf(tree *syntax.Regexp) (words []string, known bool) {
	switch tree.Op {
	case syntax.OpLiteral:
		return []string{string(tree.Rune)}, true
	case syntax.OpCapture, syntax.OpPlus:
		return wordsOf(tree.Sub[0])
	case syntax.OpRepeat:
		if tree.Min > 0 {
			return wordsOf(tree.Sub[0])
		}
	case syntax.OpAlternate:
		return ofEach(tree.Sub)
	case syntax.OpConcat:
		return best(tree.Sub)
	}
	return nil, false
}

// ofEach returns the words of all alternatives, if each has some.
func ofEach(alternatives []*syntax.Regexp) (words []string, known bool) {
	for _, a := range alternatives {
		w, ok := wordsOf(a)
		if !ok {
			return nil, false
		}
		words = append(words, w...)
	}
	return words, true
}

// best returns the words of the part that says most: the one whose shortest word is longest, of those the one with the fewest words.
func best(parts []*syntax.Regexp) (words []string, known bool) {
	for _, p := range parts {
		w, ok := wordsOf(p)
		if !ok || len(w) > mostWords {
			continue
		}
		if longer := leastLength(w) - leastLength(words); !known || longer > 0 || longer == 0 && len(w) < len(words) {
			words, known = w, true
		}
	}
	return words, known
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

// folds reports whether a part of a tree matches letters of either case.
func folds(tree *syntax.Regexp) bool {
	if tree.Flags&syntax.FoldCase != 0 {
		return true
	}
	for _, s := range tree.Sub {
		if folds(s) {
			return true
		}
	}
	return false
}
