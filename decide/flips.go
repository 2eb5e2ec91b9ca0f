package decide

import (
	"slices"

	"imr"
)

// change is a change of one fact that a document could show.
type change struct {
	stated imr.Change
	apply  func(*imr.Item)
}

// flips returns all smallest sets of changes that turn an outcome into the other one, each verified by deciding again.
func flips(it imr.Item, set setting, from imr.Outcome) []imr.Flip {
	out := []imr.Flip{}
	if it.Service == imr.OtherService {
		return out
	}
	all := changes(it, from)
	var found [][]int
	for size := 1; size <= len(all); size++ {
		subsets(len(all), size, func(chosen []int) {
			if contradict(all, chosen) || slices.ContainsFunc(found, func(f []int) bool { return subset(f, chosen) }) {
				return
			}
			changed := it
			flip := imr.Flip{Changes: []imr.Change{}}
			for _, i := range chosen {
				all[i].apply(&changed)
				flip.Changes = append(flip.Changes, all[i].stated)
			}
			got := evaluate(changed, set).outcome
			if got != imr.Refer && got != from {
				flip.Outcome = got
				found = append(found, slices.Clone(chosen))
				out = append(out, flip)
			}
		})
	}
	return out
}

// contradict reports whether two of the changes chosen are of one fact.
func contradict(all []change, chosen []int) bool {
	for n, i := range chosen {
		for _, j := range chosen[:n] {
			if all[i].stated.Fact == all[j].stated.Fact {
				return true
			}
		}
	}
	return false
}

// subset reports whether every element of a is in b.
func subset(a, b []int) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// subsets calls visit with every ascending choice of size numbers below n.
func subsets(n, size int, visit func([]int)) {
	var choose func(from int, chosen []int)
	choose = func(from int, chosen []int) {
		if len(chosen) == size {
			visit(chosen)
			return
		}
		for i := from; i < n; i++ {
			choose(i+1, append(slices.Clone(chosen), i))
		}
	}
	choose(0, nil)
}

// changes lists what another document could show, as far as it speaks against an outcome: another number of visits, a ground, a limb of
// improvement, another schedule; and the course, where the record does not settle it. Days and the part of the body are not changed.
func changes(it imr.Item, from imr.Outcome) []change {
	first := GuidelineLimits().FirstCourseVisits
	visits, grounds := first, []string{imr.AdjunctRehabilitation}
	if from == imr.Overturned {
		visits, grounds = first+1, []string{}
	}
	out := changeTo(it.RequestedVisits, "requested_visits", exactly(visits), sameRange, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.RequestedVisits })
	if it.Course.Status != imr.Known {
		for _, course := range []string{imr.InitialCourse, imr.Continuation} {
			out = append(out, changeTo(it.Course, "course", course, same[string], func(i *imr.Item) *imr.Fact[string] { return &i.Course })...)
		}
	}
	if mayBe(it, imr.InitialCourse) {
		out = append(out, changeTo(it.Indication, "indication", grounds, bothHold, func(i *imr.Item) *imr.Fact[[]string] { return &i.Indication })...)
	}
	if mayBe(it, imr.Continuation) {
		shown := from == imr.Upheld
		out = append(out, changeTo(it.ImprovementFunction, "improvement_function", shown, same[bool], func(i *imr.Item) *imr.Fact[bool] { return &i.ImprovementFunction })...)
		out = append(out, changeTo(it.ImprovementDependency, "improvement_dependency", shown, same[bool], func(i *imr.Item) *imr.Fact[bool] { return &i.ImprovementDependency })...)
	}
	if from == imr.Upheld {
		out = append(out, scheduleChanges(it)...)
	}
	return out
}

// A schedule that raises no objection, to put in the place of one that does: twice a week, for eight weeks.
var usualFrequency, usualWeeks = exactly(2), exactly(8)

// scheduleChanges are those of a frequency and of a duration to which (c)(2) or (c)(3) may object.
func scheduleChanges(it imr.Item) []change {
	l := GuidelineLimits()
	var out []change
	if slices.ContainsFunc(frequencies(it, l), func(f *imr.Range) bool { return point{limits: l, frequency: f}.offSchedule() }) {
		out = changeTo(it.FrequencyPerWeek, "frequency_per_week", usualFrequency, sameRange, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.FrequencyPerWeek })
	}
	if slices.ContainsFunc(durations(it, l), func(w *imr.Range) bool { return point{limits: l, weeks: w}.offSchedule() }) {
		out = append(out, changeTo(it.DurationWeeks, "duration_weeks", usualWeeks, sameRange, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.DurationWeeks })...)
	}
	return out
}

// mayBe reports whether the record leaves it open that the course is this one.
func mayBe(it imr.Item, course string) bool {
	return it.Course.Status != imr.Known || it.Course.Value == course
}

func same[T comparable](a, b T) bool { return a == b }

func sameRange(a, b imr.Range) bool { return a == b }

// bothHold reports whether two lists both prove an indication, or both prove none.
func bothHold(a, b []string) bool { return (len(a) > 0) == (len(b) > 0) }

// changeTo is the change of a fact to a value, or nothing where it has that value already.
func changeTo[T any](f imr.Fact[T], name string, to T, equal func(a, b T) bool, field func(*imr.Item) *imr.Fact[T]) []change {
	if f.Status == imr.Known && equal(f.Value, to) {
		return nil
	}
	stated := imr.Change{Fact: name, To: to}
	if f.Status == imr.Known {
		stated.From = f.Value
	}
	return []change{{stated, func(it *imr.Item) { *field(it) = imr.KnownFact(to) }}}
}
