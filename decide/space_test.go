package decide

import (
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"imr"
)

// axis is one fact over its whole finite space: the values that the rules tell apart, and every state that the fact can be in, each
// with the values it leaves open.
type axis struct {
	set    []func(*point)
	states []state
}

type state struct {
	open []int // indexes of axis.set
	in   func(*imr.Item)
}

// axisOf makes an axis of a fact: each value known, each two contradictory, silent and unknown.
func axisOf[T any](field func(*imr.Item) *imr.Fact[T], values []T, set func(*point, T), silentOpen []int) axis {
	var a axis
	var all []int
	put := func(f imr.Fact[T], open ...int) {
		a.states = append(a.states, state{open, func(it *imr.Item) { *field(it) = f }})
	}
	for i, v := range values {
		all = append(all, i)
		a.set = append(a.set, func(p *point) { set(p, v) })
		put(known(v), i)
	}
	for i := range values {
		for j := range i {
			put(either(values[j], values[i]), j, i)
		}
	}
	put(unknown[T](), all...)
	put(silent[T](), silentOpen...)
	return a
}

// rangeAxis is the axis of a count that may also be not stated at all, which stands last among the values.
func rangeAxis(field func(*imr.Item) *imr.Fact[imr.Range], set func(*point, *imr.Range), values ...imr.Range) axis {
	a := axisOf(field, values, func(p *point, r imr.Range) { set(p, &r) }, []int{len(values)})
	a.set = append(a.set, func(p *point) { set(p, nil) })
	last := len(a.states) - 2
	a.states[last].open = append(a.states[last].open, len(values)) // unknown: it may not be stated
	return a
}

func wholeSpace() []axis {
	all := func(n int) (out []int) {
		for i := range n {
			out = append(out, i)
		}
		return out
	}
	return []axis{
		rangeAxis(func(it *imr.Item) *imr.Fact[imr.Range] { return &it.RequestedVisits }, func(p *point, r *imr.Range) { p.requested = r }, n(1), n(6), n(7), n(30), imr.Range{Low: 4, High: 8}),
		rangeAxis(func(it *imr.Item) *imr.Fact[imr.Range] { return &it.FrequencyPerWeek }, func(p *point, r *imr.Range) { p.frequency = r }, n(2), n(4)),
		rangeAxis(func(it *imr.Item) *imr.Fact[imr.Range] { return &it.DurationWeeks }, func(p *point, r *imr.Range) { p.weeks = r }, n(4), n(12)),
		axisOf(func(it *imr.Item) *imr.Fact[string] { return &it.Course }, []string{imr.InitialCourse, imr.Continuation}, func(p *point, v string) { p.course = v }, all(2)),
		axisOf(func(it *imr.Item) *imr.Fact[int] { return &it.PriorVisits }, []int{1, 6, 30}, func(p *point, v int) { p.prior = v }, all(3)),
		axisOf(func(it *imr.Item) *imr.Fact[[]string] { return &it.Indication }, [][]string{{"any"}, {}}, func(p *point, v []string) { p.indicated = len(v) > 0 }, all(2)),
		axisOf(func(it *imr.Item) *imr.Fact[bool] { return &it.ImprovementFunction }, []bool{false, true}, func(p *point, v bool) { p.function = v }, all(1)),
		axisOf(func(it *imr.Item) *imr.Fact[bool] { return &it.ImprovementDependency }, []bool{false, true}, func(p *point, v bool) { p.depends = v }, all(1)),
		axisOf(func(it *imr.Item) *imr.Fact[[]string] { return &it.BodyPart }, [][]string{{"knee"}, {"other"}}, func(p *point, v []string) { p.governed = governed(v) }, all(2)),
	}
}

// outcomesOver returns the outcome of every combination of states, the last axis running fastest. The outcome of a state is what the
// outcomes of its open values have in common.
func outcomesOver(axes []axis, p point, table []Rule) []imr.Outcome {
	if len(axes) == 0 {
		return []imr.Outcome{ruleFor(table, p).Outcome}
	}
	var perValue [][]imr.Outcome
	for _, set := range axes[0].set {
		set(&p)
		perValue = append(perValue, outcomesOver(axes[1:], p, table))
	}
	var out []imr.Outcome
	for _, s := range axes[0].states {
		common := slices.Clone(perValue[s.open[0]])
		for _, v := range s.open[1:] {
			for i, o := range perValue[v] {
				if o != common[i] {
					common[i] = imr.Refer
				}
			}
		}
		out = append(out, common...)
	}
	return out
}

// outcomesOverAll is the outcome of every point of the whole space; two tests look at it.
var outcomesOverAll = sync.OnceValue(func() []imr.Outcome {
	return outcomesOver(wholeSpace(), point{limits: GuidelineLimits(), service: imr.Acupuncture}, Table())
})

func covers(wide, narrow []int) bool {
	return !slices.ContainsFunc(narrow, func(v int) bool { return !slices.Contains(wide, v) })
}

// Forgetting a fact, contradicting it, or failing to read a page that could state it leaves more values open. Over the whole space
// none of that turns an outcome into the other.
func TestLessIsNeverTheOtherOutcomeOverTheWholeSpace(t *testing.T) {
	axes := wholeSpace()
	cells := outcomesOverAll()
	seen := map[imr.Outcome]int{}
	for _, o := range cells {
		seen[o]++
	}
	if seen[imr.Upheld] == 0 || seen[imr.Overturned] == 0 {
		t.Fatalf("the space of %d states is not whole: %v", len(cells), seen)
	}
	t.Logf("%d states: %v", len(cells), seen)
	stride := len(cells)
	for k, a := range axes {
		stride /= len(a.states)
		for i, from := range a.states {
			for j, to := range a.states {
				if i != j && covers(to.open, from.open) {
					compare(t, cells, k, stride, len(a.states), i, j)
				}
			}
		}
	}
}

func compare(t *testing.T, cells []imr.Outcome, k, stride, states, i, j int) {
	for base := 0; base < len(cells); base += stride * states {
		for at := range stride {
			before, after := cells[base+i*stride+at], cells[base+j*stride+at]
			if before != imr.Refer && after != imr.Refer && before != after {
				t.Fatalf("fact %d from state %d to %d turns %s into %s", k, i, j, before, after)
			}
		}
	}
}

// The space above is folded fact by fact; the program tries completions one by one. Both must answer alike.
func TestTheProgramAnswersAsTheWholeSpaceDoes(t *testing.T) {
	axes := wholeSpace()
	cells := outcomesOverAll()
	rapid.Check(t, func(t *rapid.T) {
		it, at := imr.Item{N: 1, Service: imr.Acupuncture}, 0
		for _, a := range axes {
			i := rapid.IntRange(0, len(a.states)-1).Draw(t, "state")
			a.states[i].in(&it)
			at = at*len(a.states) + i
		}
		if got := evaluate(it, own()).outcome; got != cells[at] {
			t.Fatalf("the program says %s, the whole space %s", got, cells[at])
		}
	})
}
