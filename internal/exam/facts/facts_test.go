package facts_test

import (
	"reflect"
	"testing"

	"imr/internal/exam/facts"
	"imr/internal/exam/rules"
)

func TestTheSameSeedDrawsTheSameCases(t *testing.T) {
	differ := 0
	for i := range 50 {
		a, b := facts.Draw(3, i), facts.Draw(3, i)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("case %d of seed 3 differs from itself", i)
		}
		if !reflect.DeepEqual(a.Want, facts.Draw(4, i).Want) {
			differ++
		}
	}
	if differ < 40 {
		t.Errorf("only %d of 50 cases differ between two seeds", differ)
	}
}

// Every outcome and every gate is drawn often enough to measure it.
func TestEveryOutcomeIsDrawn(t *testing.T) {
	seen := map[string]int{}
	for i := range 1000 {
		c := facts.Draw(1, i)
		seen[c.Want.Statuses[0]]++
		seen[c.Want.Items[0].Outcome]++
	}
	for _, name := range []string{"proposed", "referred", "ineligible", rules.Upheld, rules.Overturned, rules.Refer} {
		if seen[name] < 80 {
			t.Errorf("%s is drawn %d times in 1000", name, seen[name])
		}
	}
}

func TestAGateLeavesNothingToDecide(t *testing.T) {
	for i := range 1000 {
		c := facts.Draw(2, i)
		for _, it := range c.Want.Items {
			if c.Want.Statuses[0] != "proposed" && it.Outcome != rules.Refer {
				t.Errorf("case %d is %v, and a line is to be %s", i, c.Want.Statuses, it.Outcome)
			}
		}
	}
}
