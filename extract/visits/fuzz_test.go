package visits

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{"acupuncture 2x6", "twelve (12) visits", "97810 x 12, 97811 x 24", "4/6 treatments", "up to", "between 4 and", "x x x 6", "2-3x/wk x 4-6 wks"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, ph := range append(Parse(text), ParseCell(text)...) {
			if ph.Start < 0 || ph.End > len(text) || ph.Start >= ph.End || ph.Text != text[ph.Start:ph.End] {
				t.Fatalf("%q: phrase at %d…%d says %q", text, ph.Start, ph.End, ph.Text)
			}
			for _, r := range ph.Readings {
				if r.Low > r.High || r.Low < 0 {
					t.Fatalf("%q: reading %v", text, r)
				}
			}
			end = max(end, ph.End)
		}
	})
}

// TestEveryPhrasingParsesBack draws a meaning and a way to say it, and reads it back.
func TestEveryPhrasingParsesBack(t *testing.T) {
	numbers := []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	rapid.Check(t, func(t *rapid.T) {
		f, w := rapid.IntRange(1, 5).Draw(t, "frequency"), rapid.IntRange(1, 12).Draw(t, "weeks")
		word := func(n int) string {
			if rapid.Bool().Draw(t, "in words") {
				return numbers[n]
			}
			return strings.TrimSpace(span(float64(n), float64(n)))
		}
		often := rapid.SampledFrom([]string{"F times a week", "F times per week", "F x/week", "F x week", "F x per wk", "F visits a week", "F per week", "F / wk", "F times weekly"}).Draw(t, "often")
		long := rapid.SampledFrom([]string{"for W weeks", "x W weeks", "over W wks", "times W weeks", ", W weeks", "for a period of W weeks"}).Draw(t, "long")
		text := "acupuncture " + strings.ReplaceAll(often, "F", word(f)) + " " + strings.ReplaceAll(long, "W", word(w))
		got := Parse(text)
		if len(got) != 1 || len(got[0].Readings) != 1 || got[0].Readings[0].Low != float64(f*w) || got[0].Readings[0].High != float64(f*w) {
			t.Fatalf("%q: read %q, want %d visits", text, sayAll(got), f*w)
		}
	})
}
