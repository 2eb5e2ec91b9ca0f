package pattern

import (
	"fmt"
	"strings"
	"sync"

	"github.com/coregx/ahocorasick"
)

// Set tells which of many members may match a text, in one walk over the text that finds the words that they need. A member is patterns
// that must all match. It is safe for use by several goroutines.
type Set struct {
	words   *ahocorasick.Automaton // nil where no member needs any
	meets   [][]int                // by word: the needs that it meets
	having  [][]int                // by need: the members that have it
	needs   []int                  // by member: how many it has
	tallies sync.Pool
}

// tally is what a text has shown so far.
type tally struct {
	met   []bool // by need
	lacks []int  // by member: how many of its needs are not met
}

// NewSet returns a set. It panics if the words cannot be looked for, which is a mistake of the program.
func NewSet(members [][]*Pattern) *Set {
	s := &Set{needs: make([]int, len(members))}
	index := indexOf{words: map[string]int{}, needs: map[string]int{}}
	for m, patterns := range members {
		for _, p := range patterns {
			needs, _ := needsOf(p.expr)
			for _, n := range needs {
				for _, bare := range withoutSpaces(n.lower()) {
					index.add(s, m, bare)
				}
			}
		}
	}
	if len(index.list) > 0 {
		var err error
		if s.words, err = ahocorasick.NewBuilder().AddStrings(index.list).Build(); err != nil {
			panic(fmt.Sprintf("the words of %d patterns cannot be looked for: %v", len(members), err))
		}
	}
	s.tallies.New = func() any { return &tally{make([]bool, len(s.having)), make([]int, len(members))} }
	return s
}

// withoutSpaces returns what a text has that holds one of some words: the parts between spaces of the only one, or the longest part of each.
func withoutSpaces(n need) []need {
	if len(n) == 1 {
		var out []need
		for part := range strings.FieldsSeq(n[0]) {
			out = append(out, worth([]string{part})...)
		}
		return out
	}
	var longest []string
	for _, word := range n {
		part := ""
		for p := range strings.FieldsSeq(word) {
			if len(p) > len(part) {
				part = p
			}
		}
		longest = append(longest, part)
	}
	return worth(longest)
}

// In returns the members that may match a text, in order. Of the others none does, nor where parts of the text are overwritten with spaces.
func (s *Set) In(text string) []int {
	t := s.tallies.Get().(*tally)
	defer s.tallies.Put(t)
	clear(t.met)
	copy(t.lacks, s.needs)
	all := strings.ContainsRune(text, longS)
	if s.words != nil && !all {
		for _, word := range s.words.FindAllOverlapping([]byte(strings.ToLower(text))) {
			t.meet(s, s.meets[word.PatternID])
		}
	}
	var out []int
	for m, lacks := range t.lacks {
		if lacks == 0 || all {
			out = append(out, m)
		}
	}
	return out
}

func (t *tally) meet(s *Set, needs []int) {
	for _, n := range needs {
		if t.met[n] {
			continue
		}
		t.met[n] = true
		for _, m := range s.having[n] {
			t.lacks[m]--
		}
	}
}

// indexOf numbers the words and the needs of a set while it is made.
type indexOf struct {
	words, needs map[string]int
	list         []string
}

// add notes that a member has a need.
func (x *indexOf) add(s *Set, member int, words need) {
	key := strings.Join(words, "\x00")
	n, known := x.needs[key]
	if !known {
		n = len(s.having)
		x.needs[key] = n
		s.having = append(s.having, nil)
		for _, w := range words {
			x.addWord(s, n, w)
		}
	}
	if have := s.having[n]; len(have) == 0 || have[len(have)-1] != member {
		s.having[n] = append(have, member)
		s.needs[member]++
	}
}

func (x *indexOf) addWord(s *Set, need int, word string) {
	w, known := x.words[word]
	if !known {
		w = len(x.list)
		x.words[word] = w
		x.list = append(x.list, word)
		s.meets = append(s.meets, nil)
	}
	s.meets[w] = append(s.meets[w], need)
}
