package classify

import (
	"testing"

	"imr"
)

func TestContextTellsWhatIsAsserted(t *testing.T) {
	for _, c := range []struct {
		text, phrase, section string
		asserted              bool
	}{
		{"Sitting tolerance improved from 20 to 40 minutes.", "Sitting tolerance improved from 20 to 40", "", true},
		{"The goal is to improve sitting tolerance from 20 to 40 minutes.", "sitting tolerance from 20 to 40", "", false},
		{"Sitting tolerance is expected to rise from 20 to 40 minutes.", "rise from 20 to 40", "", false},
		{"Increase sitting tolerance from 20 to 40 minutes.", "sitting tolerance from 20 to 40", "Short term goals", false},
		{"If his walking improves, treatment may continue.", "walking improves", "", false},
		{"The MTUS asks for functional improvement.", "functional improvement", "", false},
		{"His wife can now drive again.", "can now drive again", "", false},
		{"The plan was to taper Norco, but he has resumed driving.", "resumed driving", "", true},
	} {
		m := imr.Mention{Text: c.text, Value: c.phrase, Section: c.section}
		if got := asserted(m); got != c.asserted {
			t.Errorf("%q (%s): asserted %v, want %v", c.text, c.section, got, c.asserted)
		}
	}
}

func TestContextNegates(t *testing.T) {
	for text, want := range map[string]bool{
		"There was no reduction of Norco.":                    true,
		"Without reduction of Norco.":                         true,
		"No complaints; reduction of Norco.":                  false,
		"She reports reduction of Norco.":                     false,
		"He does not sleep, but reduction of Norco was seen.": false,
	} {
		if got := holds(imr.Mention{Text: text, Value: "reduction of Norco"}, "negated"); got != want {
			t.Errorf("%q: negated %v, want %v", text, got, want)
		}
	}
}
