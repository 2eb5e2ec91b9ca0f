package pattern

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// Whatever the expression and the text, the automaton matches where package regexp does.
func TestAutomatonMatchesWhatRegexpMatches(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "b", "s", "K", " ", `\b`, `\B`, "^", "$", `(?m:^)`, `(?m:$)`, ".", `(?s:.)`, `\d`, `\w+`, "[^a.]{0,3}", "(?i:ask)", "[a-c'’]", "é", `\pL`, "–?", "(?:ab|a)", "x*?", `\n`, "|"})
	letter := rapid.SampledFrom([]string{"a", "b", "A", "s", "k", "ſ", "K", " ", ".", "1", "_", "\n", "'", "’", "é", "É", "–", "x", "\xff", "\x00"})
	rapid.Check(t, func(t *rapid.T) {
		expr := strings.Join(rapid.SliceOfN(piece, 1, 7).Draw(t, "expression"), "")
		re, err := regexp.Compile(expr)
		if err != nil {
			t.Skip("no expression")
		}
		a := newAutomaton(expr)
		for range 4 {
			text := strings.Join(rapid.SliceOfN(letter, 0, 9).Draw(t, "text"), "")
			if got := a.matches(text); got != re.MatchString(text) {
				t.Fatalf("%q in %q: %v, regexp says %v", expr, text, got, !got)
			}
		}
	})
}

// States that are forgotten are made anew, also while others walk over them.
func TestAutomatonForgets(t *testing.T) {
	expr := `a[ab]{11}c`
	a, re := newAutomaton(expr), regexp.MustCompile(expr)
	var all sync.WaitGroup
	for turn := range 2 {
		all.Go(func() {
			for i := range 1 << 13 {
				text := strings.NewReplacer("0", "a", "1", "b").Replace(fmt.Sprintf("%013b", i*(2*turn+1)&(1<<13-1))) + "c"
				if got := a.matches(text); got != re.MatchString(text) {
					t.Errorf("%q: %v, regexp says %v", text, got, !got)
					return
				}
			}
		})
	}
	all.Wait()
	if len(a.made) > mostStates+1 {
		t.Errorf("%d states are kept", len(a.made))
	}
}
