package pattern

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSet(t *testing.T) {
	set := NewSet([][]*Pattern{{New(`\bno (?:prior|past) acu`)}, {New(`(?i)Visits?|sessions`)}, {New(`visit`), New(`\d`)}, {New(`\w+`)}, {New(`pain|ache`), New(`knee`)}})
	for text, want := range map[string][]int{
		"":                             {3},
		"6 VISITS":                     {1, 2, 3},
		"no knee ache, no past acu":    {0, 3, 4},
		"no knee, no other treatments": {3},
		"ſeſſion":                      {0, 1, 2, 3, 4},
	} {
		if got := set.In(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestSetWithoutWords(t *testing.T) {
	if got := NewSet([][]*Pattern{{New(`\d`)}, nil}).In("none"); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("%v", got)
	}
}

// A set never leaves out a member that matches, nor where something in the text is overwritten with spaces.
func TestSetLeavesOutNothing(t *testing.T) {
	piece := rapid.SampledFrom([]string{"ab", "bc", " ", "c d", `\b`, "^", ".", "(?i:ask)", "(?:ab|bcd|a)", "(?:x y|yy)?", "[ab]", "b+", "|", "é", "(?i)µ", "(?:Ab|c ){2}"})
	letter := rapid.SampledFrom([]string{"a", "b", "c", "d", "A", "B", " ", "ask", "ſ", "K", "x y", "é", "É", "µ", "μ", "Μ"})
	rapid.Check(t, func(t *rapid.T) {
		var members [][]*Pattern
		for range 4 {
			expr := strings.Join(rapid.SliceOfN(piece, 1, 5).Draw(t, "expression"), "")
			if _, err := regexp.Compile(expr); err != nil {
				t.Skip("no expression")
			}
			members = append(members, []*Pattern{New(expr)})
		}
		text := strings.Join(rapid.SliceOfN(letter, 0, 9).Draw(t, "text"), "")
		possible := NewSet(members).In(text)
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		to := rapid.IntRange(from, len(text)).Draw(t, "to")
		blank := text[:from] + strings.Repeat(" ", to-from) + text[to:]
		for i, m := range members {
			re := regexp.MustCompile(m[0].String())
			if !slices.Contains(possible, i) && (re.MatchString(text) || re.MatchString(blank)) {
				t.Fatalf("%s matches %q or %q and is left out", re, text, blank)
			}
		}
	})
}
