package visits

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLexemesAreThoseOfTheExpression(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "visits", "Jan", "may", "LI", "L", "x", "ext", "s", "w", "/", "p", "k", ".", "e.g.", "t.i.w", " ", " ", " ", "  ", "-", "–", "'", "’s", ",", ";", ":", ")", "(", "(555) 123-4567", "12", "4", "2014", "$1,200", "1/2/14", "st", "é", "\n", "\t", "\xff", "[", "`", "@"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "text"), "")
		if got, want := fmt.Sprint(lexemes(text)), fmt.Sprint(lexeme.FindAllStringIndex(text, -1)); got != want {
			t.Fatalf("%q: %s, want %s", text, got, want)
		}
	})
}
