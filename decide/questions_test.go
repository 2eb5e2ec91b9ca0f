package decide

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"imr"
)

// The questions of a referred item are the fewest facts whose answers can decide it: held against every completion, one by one.
func TestQuestionsAreTheFewestThatSettle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		it := drawItem(t)
		ans := evaluate(it, own())
		if ans.outcome != imr.Refer {
			return
		}
		got := questions(it, own(), ans)
		w := start(it, own())
		fewest := len(w.dims) + 1
		for set := range 1 << len(w.dims) {
			if n := countOnes(set); n < fewest && settles(w, set) {
				fewest = n
			}
		}
		asked := 0
		for i, d := range w.dims {
			if slices.Contains(got, factQuestions[d.fact]) && len(d.values) > 1 {
				asked |= 1 << i
			}
		}
		switch {
		case len(got) == 0:
			t.Fatal("referred without a question")
		case fewest > len(w.dims): // no answer decides it: what is left is a person's judgement, or all that matters is asked
		case len(got) != fewest || !settles(w, asked):
			t.Fatalf("%v is asked, and %d questions would settle it", got, fewest)
		}
	})
}

func countOnes(set int) (n int) {
	for ; set > 0; set &= set - 1 {
		n++
	}
	return n
}

// settles reports whether some values of the facts of a set decide the item whatever the others are.
func settles(w *walker, set int) bool {
	var asked, others []open
	for i, d := range w.dims {
		if set>>i&1 == 1 {
			asked = append(asked, d)
		} else {
			others = append(others, d)
		}
	}
	found := false
	eachPoint(w.steps[0].p, asked, func(p point) {
		seen := map[imr.Outcome]bool{}
		if !found {
			eachPoint(p, others, func(p point) { seen[outcomeAt(p)] = true })
			found = len(seen) == 1 && !seen[imr.Refer]
		}
	})
	return found
}

func outcomeAt(p point) imr.Outcome { return ruleFor(ownTable().rules, p).Outcome }

func TestWhatDoesNotMatterIsNotAsked(t *testing.T) {
	it := with(firstOf(6), func(i *imr.Item) {
		i.Indication, i.PriorVisits, i.ImprovementFunction = silent[[]string](), unknown[int](), unknown[bool]()
	})
	if got := questions(it, own(), evaluate(it, own())); !slices.Equal(got, []string{factQuestions["indication"]}) {
		t.Errorf("of a first course is asked: %v", got)
	}
}
