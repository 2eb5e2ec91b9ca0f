package extract

import "testing"

func TestALineThatEndsEarlyEndsItsParagraph(t *testing.T) {
	wide := "The patient is seen for a follow-up of the low back, which he injured when he lifted a crate at work in"
	for _, c := range []struct {
		name   string
		lines  []string
		blocks int
	}{
		{"what follows begins in capitals and would have fitted", []string{wide, "March.", "Acupuncture - No", "Response to treatment is fair."}, 3},
		{"a sentence goes on in small letters", []string{wide, "March and", "that has not settled."}, 1},
		{"a full line goes on in capitals", []string{wide, "March. " + wide[:len(wide)-9], "Norco and naproxen."}, 1},
	} {
		if got := blocks(page(c.lines...)); len(got) != c.blocks {
			t.Errorf("%s: %d blocks, want %d", c.name, len(got), c.blocks)
		}
	}
}
