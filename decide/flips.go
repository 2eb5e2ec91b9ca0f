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

// flips returns the smallest sets of changes that turn an outcome into the other one, each verified by deciding again.
func flips(it imr.Item, set setting, from imr.Outcome) []imr.Flip {
	out := []imr.Flip{}
	if it.Service == imr.OtherService {
		return out
	}
	all := changes(it)
	var found [][]int
	for size := 1; size <= 3; size++ {
		subsets(len(all), size, func(chosen []int) {
			if slices.ContainsFunc(found, func(f []int) bool { return subset(f, chosen) }) {
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

// changes lists what another document could show: another number of visits, a ground, a limb of improvement, another schedule. Days
// and the part of the body are not changed.
func changes(it imr.Item) []change {
	var out []change
	most := GuidelineLimits().FirstCourseVisits
	six, seven := imr.Range{Low: most, High: most}, imr.Range{Low: most + 1, High: most + 1}
	if initialOnly(it) {
		out = append(out, changeTo(it.RequestedVisits, "requested_visits", six, sameRange, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.RequestedVisits })...)
		out = append(out, changeTo(it.RequestedVisits, "requested_visits", seven, sameRange, func(i *imr.Item) *imr.Fact[imr.Range] { return &i.RequestedVisits })...)
		out = append(out, changeTo(it.Indication, "indication", []string{imr.AdjunctRehabilitation}, bothHold, func(i *imr.Item) *imr.Fact[[]string] { return &i.Indication })...)
		out = append(out, changeTo(it.Indication, "indication", []string{}, bothHold, func(i *imr.Item) *imr.Fact[[]string] { return &i.Indication })...)
	} else {
		for _, v := range bothBools {
			out = append(out, changeTo(it.ImprovementFunction, "improvement_function", v, same[bool], func(i *imr.Item) *imr.Fact[bool] { return &i.ImprovementFunction })...)
			out = append(out, changeTo(it.ImprovementDependency, "improvement_dependency", v, same[bool], func(i *imr.Item) *imr.Fact[bool] { return &i.ImprovementDependency })...)
		}
	}
	return out
}

func initialOnly(it imr.Item) bool {
	return it.Course.Status == imr.Known && it.Course.Value == imr.InitialCourse
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
