package pattern

import (
	"fmt"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// automaton tells whether an expression matches a text at all. Package regexp follows every way through an expression anew at each
// letter; the automaton keeps what it has worked out: a state is the set of places in the expression that a text may have reached, and
// from each state a kind of letter leads to one other. A state is made when a text first leads to it.
type automaton struct {
	start uint32 // the place where the expression begins
	bound bool   // it matches at the text's beginning only
	kinds kinds
	first atomic.Pointer[state]

	making sync.Mutex
	made   map[string]*state
	walk   walk
}

// state is a set of places, and what stood before them.
type state struct {
	at     []uint32
	before rune // a letter that stands for the one before; textEnd at the text's beginning
	next   []atomic.Pointer[state]
	ends   ending
}

// ending tells that no more of a text needs to be read.
type ending uint8

const (
	open ending = iota
	matched
	failed
)

// textEnd stands for the letter before a text's first and after its last.
const textEnd = -1

// mostStates is how many states are kept. Beyond it they are made anew, so that memory has a bound whatever texts come.
const mostStates = 2000

func newAutomaton(expr string) *automaton {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(fmt.Sprintf("the pattern %q cannot be read: %v", expr, err))
	}
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
		panic(fmt.Sprintf("the pattern %q cannot be compiled: %v", expr, err))
	}
	a := &automaton{start: uint32(prog.Start), bound: prog.StartCond()&syntax.EmptyBeginText != 0, kinds: kindsOf(prog), walk: walkOver(prog)}
	a.forget()
	return a
}

// forget drops all states but the first.
func (a *automaton) forget() {
	a.made = map[string]*state{}
	a.first.Store(a.state([]uint32{a.start}, textEnd))
}

// matches reports whether the expression matches somewhere in a text.
func (a *automaton) matches(text string) bool {
	s := a.first.Load()
	for i := 0; i < len(text) && s.ends == open; {
		if c := text[i]; c < utf8.RuneSelf {
			i++
			s = a.next(s, a.kinds.of[c], rune(c))
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		s = a.step(s, r)
	}
	if s.ends == open {
		s = a.next(s, a.kinds.n, textEnd)
	}
	return s.ends == matched
}

// next is the state that a letter of a known kind leads to.
func (a *automaton) next(s *state, kind uint8, r rune) *state {
	if next := s.next[kind].Load(); next != nil {
		return next
	}
	return a.step(s, r)
}

// step is the state that a letter or the text's end leads to.
func (a *automaton) step(s *state, r rune) *state {
	a.making.Lock()
	defer a.making.Unlock()
	kind, known := a.kinds.ofRune(r)
	if known {
		if next := s.next[kind].Load(); next != nil {
			return next
		}
	}
	next := a.after(s, r)
	if known {
		s.next[kind].Store(next)
	}
	return next
}

func (a *automaton) after(s *state, r rune) *state {
	reached, ends := a.walk.over(s.at, s.before, r)
	if ends {
		return &state{ends: matched}
	}
	if !a.bound {
		reached = append(reached, a.start)
	}
	if r == textEnd || len(reached) == 0 {
		return &state{ends: failed}
	}
	if len(a.made) > mostStates {
		a.forget()
	}
	return a.state(reached, a.kinds.beside(r))
}

// state returns the one state of these places.
func (a *automaton) state(at []uint32, before rune) *state {
	slices.Sort(at)
	at = slices.Compact(at)
	key := utf8.AppendRune(make([]byte, 0, 3*len(at)+1), before+1)
	for _, place := range at {
		key = append(key, byte(place), byte(place>>8), byte(place>>16))
	}
	s, known := a.made[string(key)]
	if !known {
		s = &state{at: slices.Clone(at), before: before, next: make([]atomic.Pointer[state], a.kinds.n+1)}
		a.made[string(key)] = s
	}
	return s
}
