package pattern

import "regexp/syntax"

// ascii is how many letters ASCII has.
const ascii = 128

// kinds are the letters that an expression tells apart: two are of one kind where it matches both or neither in every place.
type kinds struct {
	of     [ascii]uint8 // the kind of each letter of ASCII
	n      uint8        // how many there are; the text's end comes after them
	number map[string]uint8
	places []*syntax.Inst // where the expression matches a letter
	edges  bool           // it asks where words or lines begin and end
}

func kindsOf(prog *syntax.Prog) kinds {
	k := kinds{number: map[string]uint8{}}
	seen := map[string]bool{}
	for i := range prog.Inst {
		in := &prog.Inst[i]
		switch in.Op {
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAnyNotNL:
			if key := string(rune(in.Op)) + string(rune(in.Arg)) + string(in.Rune); !seen[key] {
				seen[key] = true
				k.places = append(k.places, in)
			}
		case syntax.InstEmptyWidth:
			k.edges = true
		}
	}
	for c := range rune(ascii) {
		key := k.key(c)
		if _, known := k.number[key]; !known {
			k.number[key] = k.n
			k.n++
		}
		k.of[c] = k.number[key]
	}
	return k
}

// key tells a letter's kind: the places that match it, and what it is beside an edge.
func (k *kinds) key(r rune) string {
	key := make([]byte, len(k.places), len(k.places)+1)
	for i, in := range k.places {
		if in.MatchRune(r) {
			key[i] = 1
		}
	}
	return string(append(key, byte(k.beside(r))))
}

// ofRune is the kind of a letter or of the text's end; false for a letter of a kind that ASCII does not have.
func (k *kinds) ofRune(r rune) (uint8, bool) {
	switch {
	case r == textEnd:
		return k.n, true
	case r < ascii:
		return k.of[r], true
	}
	n, known := k.number[k.key(r)]
	return n, known
}

// beside is a letter that stands for another where the expression asks for an edge.
func (k *kinds) beside(r rune) rune {
	switch {
	case !k.edges:
		return ' '
	case syntax.IsWordChar(r):
		return 'a'
	case r == '\n':
		return r
	}
	return ' '
}
