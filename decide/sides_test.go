package decide

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"imr"
)

// storedCases are the decisions of the regression cases, by the name of the case.
func storedCases(t testing.TB) map[string]imr.Decision {
	t.Helper()
	paths, err := filepath.Glob("../testdata/cases/*/want/decision.json")
	if err != nil || len(paths) < 50 {
		t.Fatalf("%d stored decisions: %v", len(paths), err)
	}
	out := map[string]imr.Decision{}
	for _, path := range paths {
		var d imr.Decision
		text, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(text, &d)
		}
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(filepath.Dir(filepath.Dir(path)))] = d
	}
	return out
}

// Each rule has a regression case that it decides alone, and one that misses it by a single condition: both sides of it.
func TestEveryRuleHasACaseOnEachSide(t *testing.T) {
	decided, missed := map[string]bool{}, map[string]bool{}
	for name, d := range storedCases(t) {
		if len(d.Law) == 0 {
			continue // a gate stopped it before any rule
		}
		for _, it := range d.Items {
			if len(it.Rules) == 1 {
				decided[it.Rules[0]] = true
			}
			traces, err := Trace(d, it.N)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, r := range traces {
				missed[r.Rule.ID] = missed[r.Rule.ID] || falseOnes(r) == 1
			}
		}
	}
	for _, r := range Table() {
		if !decided[r.ID] {
			t.Errorf("no regression case is decided by %s alone; add one", r.ID)
		}
		if !missed[r.ID] {
			t.Errorf("no regression case misses %s by one condition; add one", r.ID)
		}
	}
}

// falseOnes counts a rule's conditions that are false where the others are true; where one is open, it is none.
func falseOnes(r RuleTrace) int {
	n := 0
	for _, c := range r.Conditions {
		switch c.Truth {
		case False:
			n++
		case Undecided:
			return 0
		}
	}
	return n
}
