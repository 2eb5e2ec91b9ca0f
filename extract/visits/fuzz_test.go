package visits

import (
	"testing"
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
