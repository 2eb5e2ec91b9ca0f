package pattern

import "regexp/syntax"

// walk follows the program of an expression over one letter. It is kept to spare making its lists anew.
type walk struct {
	prog   *syntax.Prog
	seen   []int // for each place the turn in which it was last reached
	turn   int
	ahead  []uint32
	beyond []uint32
}

func walkOver(prog *syntax.Prog) walk { return walk{prog: prog, seen: make([]int, len(prog.Inst))} }

// over returns the places that a letter leads to from others, and whether the expression has matched before the letter. The places are
// good until the next call.
func (w *walk) over(from []uint32, before, r rune) (reached []uint32, matched bool) {
	holds := syntax.EmptyOpContext(before, r)
	w.turn++
	w.ahead, w.beyond = append(w.ahead[:0], from...), w.beyond[:0]
	for len(w.ahead) > 0 {
		last := len(w.ahead) - 1
		place := w.ahead[last]
		w.ahead = w.ahead[:last]
		if w.seen[place] == w.turn {
			continue
		}
		w.seen[place] = w.turn
		in := &w.prog.Inst[place]
		switch in.Op {
		case syntax.InstMatch:
			return nil, true
		case syntax.InstAlt, syntax.InstAltMatch:
			w.ahead = append(w.ahead, in.Out, in.Arg)
		case syntax.InstCapture, syntax.InstNop:
			w.ahead = append(w.ahead, in.Out)
		case syntax.InstEmptyWidth:
			if syntax.EmptyOp(in.Arg)&^holds == 0 {
				w.ahead = append(w.ahead, in.Out)
			}
		case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
			if r != textEnd && in.MatchRune(r) {
				w.beyond = append(w.beyond, in.Out)
			}
		}
	}
	return w.beyond, false
}
