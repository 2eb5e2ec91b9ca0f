package grade

import (
	"testing"

	"imr"
	"imr/internal/exam/facts"
	"imr/internal/exam/rules"
)

func decision(outcome imr.Outcome, visits any) *imr.Decision {
	one := 1
	return &imr.Decision{Status: imr.Proposed, Items: []imr.ItemResult{{N: 1, Service: imr.Acupuncture, Outcome: outcome}},
		Facts: []imr.StatedFact{{Item: &one, Name: "prior_visits", Value: visits}}}
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		want string
		got  imr.Outcome
		is   Verdict
	}{
		{rules.Upheld, imr.Upheld, Right}, {rules.Upheld, imr.Refer, Needless}, {rules.Upheld, imr.Overturned, Wrong},
		{rules.Refer, imr.Refer, Right}, {rules.Refer, imr.Upheld, Wrong}, {rules.Overturned, imr.Upheld, Wrong},
	} {
		want := facts.Want{Statuses: []string{imr.Proposed}, Items: []facts.Item{{Service: "acupuncture", Outcome: c.want}}}
		if got := Compare(want, decision(c.got, nil)).Worst(); got != c.is {
			t.Errorf("%s where %s is right: %d, want %d", c.got, c.want, got, c.is)
		}
	}
}

func TestAFactIsHeldAgainstItsAcceptedValues(t *testing.T) {
	want := facts.Want{Statuses: []string{imr.Proposed}, Items: []facts.Item{{Service: "acupuncture", Outcome: rules.Upheld, Facts: map[string][]any{"prior_visits": {6}}, From: map[string]string{"prior_visits": "prior.done"}}}}
	for _, c := range []struct {
		got    any
		passed bool
		table  string
	}{{6, true, "1.000 1.000 1.000"}, {8, false, "0.000 0.000 0.000"}, {nil, false, "1.000 0.000 0.000"}} {
		r := Compare(want, decision(imr.Upheld, c.got))
		passed := true
		for _, check := range r.Checks {
			passed = passed && check.Passed
		}
		var s Score
		s.Add(r)
		if passed != c.passed || s.facts["prior_visits"].String() != c.table {
			t.Errorf("%v where 6 is right: passed %v, table %s", c.got, passed, s.facts["prior_visits"])
		}
	}
}

func TestAMissingDecisionIsNeedless(t *testing.T) {
	want := facts.Want{Statuses: []string{imr.Proposed}, Items: []facts.Item{{Service: "acupuncture", Outcome: rules.Upheld}}}
	if r := Compare(want, nil); r.Worst() != Needless || r.StatusOK {
		t.Errorf("no decision: %+v", r)
	}
}

func TestPatternsComeMostFrequentFirst(t *testing.T) {
	graded := func(fact, got string) Graded {
		return Graded{Result: Result{StatusOK: true, Checks: []Check{{Fact: fact, Meaning: "m", Want: []string{"true"}, Got: got}}}}
	}
	p := Patterns([]Graded{graded("a", null), graded("b", "false"), graded("b", "false")})
	if len(p) != 2 || p[0].Fact != "b" || len(p[0].Cases) != 2 {
		t.Errorf("patterns: %+v", p)
	}
}

func TestAttemptsKeepWhatStatesTheFact(t *testing.T) {
	units := []unit{{0, 0, "a", false}, {1, 0, "b", true}, {2, 1, "c", false}}
	for _, rest := range attempts(units, byPaper) {
		found := false
		for _, u := range rest {
			found = found || u.text == "b"
		}
		if !found {
			t.Errorf("an attempt lost the statement: %+v", rest)
		}
	}
	if n := len(attempts(units, inRuns(1))); n != 2 {
		t.Errorf("%d attempts, want 2", n)
	}
}
