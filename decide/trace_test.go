package decide

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"imr"
)

func TestConditionsAreTrueFalseOrOpen(t *testing.T) {
	d := Decide(caseOf(with(firstOf(18), func(i *imr.Item) { i.Indication = silent[[]string]() })), loaded(t), imr.LetterConfig{})
	traces, err := Trace(d, 1)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]Truth{
		"first-course-exceeds":       {True, True, True},              // first course, above 6
		"first-course-not-indicated": {False, True, False, Undecided}, // within 6 is false, the grounds are open
		"continuation-undocumented":  {False, False, True, True, True},
	} {
		i := slices.IndexFunc(traces, func(r RuleTrace) bool { return r.Rule.ID == id })
		got := []Truth{traces[i].Truth}
		for _, c := range traces[i].Conditions {
			got = append(got, c.Truth)
			if len(c.Facts) == 0 {
				t.Errorf("%s: %q rests on no fact", id, c.Words)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}

// A rule that answers is not false; a rule that is true, with no gate before it, answers alone.
func TestTracesAgreeWithTheAnswer(t *testing.T) {
	book := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		d := Decide(caseOf(drawItem(t)), book, imr.LetterConfig{})
		traces, err := Trace(d, 1)
		if err != nil {
			t.Fatal(err)
		}
		gated := slices.ContainsFunc(traces, func(r RuleTrace) bool { return r.Rule.gate && r.Truth != False })
		for _, r := range traces {
			answers := slices.Contains(d.Items[0].Rules, r.Rule.ID)
			if answers && r.Truth == False || r.Truth == True && !gated && !slices.Equal(d.Items[0].Rules, []string{r.Rule.ID}) {
				t.Fatalf("%s is %s and the rules are %v", r.Rule.ID, r.Truth, d.Items[0].Rules)
			}
		}
	})
}
