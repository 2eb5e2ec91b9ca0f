package visits

import "testing"

func TestUnexplained(t *testing.T) {
	for text, want := range map[string]bool{
		"2x/week for S weeks": true, "once weekly, 6": true, "G visits": true, "2w6": true, "12 (units)": true, "+6": true,
		"2x/week": false, "for 6 weeks": false, "see report": false, "": false, "12 visits": false, "2x6": false, "97810": false, "L4-5, weekly": false,
		"30 min, weekly": false, "05/02/2016": false, "a week": false,
	} {
		if got := Unexplained(text); got != want {
			t.Errorf("%q: unexplained %v, want %v", text, got, want)
		}
	}
}
