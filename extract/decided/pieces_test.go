package decided

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// A text is cut as this expression cuts it.
func TestNextPiece(t *testing.T) {
	piece := regexp.MustCompile(`[A-Za-z]+(?:['’][a-z]+)?|\d+|[^\sA-Za-z0-9]`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(?:[a-zA-Z]|[0-9]|'|’|\s|é|–|-|/|\xff|_){0,12}`).Draw(t, "text")
		at := 0
		for _, want := range piece.FindAllStringIndex(text, -1) {
			start, end := nextPiece(text, at)
			if start != want[0] || end != want[1] {
				t.Fatalf("%q from %d: %d to %d, want %v", text, at, start, end, want)
			}
			at = end
		}
		if start, end := nextPiece(text, at); start != end {
			t.Fatalf("%q: a piece at %d stands too much", text, start)
		}
	})
}
