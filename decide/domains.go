package decide

import (
	"slices"

	"imr"
)

// open is one fact of an item that does not have one value: the values it ranges over, and how to set each.
type open struct {
	fact   string
	bit    bitSet // of the fact
	values []func(*point)
}

// governedParts are the parts of the body whose clinical topics refer to the guideline.
var governedParts = []string{"ankle_foot", "elbow", "forearm_wrist_hand", "knee", "low_back", "neck", "upper_back"}

func governed(parts []string) bool {
	for _, p := range parts {
		if !slices.Contains(governedParts, p) {
			return false
		}
	}
	return len(parts) > 0
}

// domain returns the values that a fact ranges over: its value, its readings, or what silence and ignorance leave open.
func domain[T any](f imr.Fact[T], silent, unknown []T) []T {
	switch f.Status {
	case imr.Known:
		return []T{f.Value}
	case imr.Contradictory:
		var out []T
		for _, r := range f.Readings {
			out = append(out, r.Value)
		}
		return out
	case imr.Silent:
		return silent
	}
	return unknown
}

// pointer is domain for facts that may also be not stated at all, which nil stands for.
func pointer(f imr.Fact[imr.Range], unknown ...imr.Range) []*imr.Range {
	if f.Status == imr.Silent {
		return []*imr.Range{nil}
	}
	var out []*imr.Range
	for _, r := range domain(f, nil, unknown) {
		out = append(out, &r)
	}
	if f.Status == imr.Unknown {
		out = append(out, nil)
	}
	return out
}

// factsAsked are the facts that rules look at, in the order in which they are filled in: the first settle most.
var factsAsked = [...]string{"body_part", "course", "requested_visits", "improvement_function", "improvement_dependency", "indication", "prior_visits", "frequency_per_week", "duration_weeks"}

var bothBools = []bool{true, false}

func exactly(n float64) imr.Range { return imr.Range{Low: n, High: n} }

func frequencies(it imr.Item, l Limits) []*imr.Range {
	return pointer(it.FrequencyPerWeek, exactly(l.MostPerWeek), exactly(l.MostPerWeek+1))
}

func durations(it imr.Item, l Limits) []*imr.Range {
	return pointer(it.DurationWeeks, exactly(l.MostWeeks), exactly(l.MostWeeks+1))
}

// spaces lists what each fact of an item ranges over. The values for an unknown fact are one from each class that the rules tell
// apart: on each side of a limit.
func spaces(it imr.Item, limits Limits) []open {
	first := limits.FirstCourseVisits
	var out []open
	add := func(fact string, n int, set func(p *point, i int)) {
		o := open{fact: fact, bit: bitOf(fact)}
		for i := range n {
			o.values = append(o.values, func(p *point) { set(p, i) })
		}
		out = append(out, o)
	}
	requested := pointer(it.RequestedVisits, exactly(1), exactly(first), exactly(first+1), exactly(5*first), imr.Range{Low: first / 2, High: first + 2})
	add("requested_visits", len(requested), func(p *point, i int) { p.requested = requested[i] })
	frequency := frequencies(it, limits)
	add("frequency_per_week", len(frequency), func(p *point, i int) { p.frequency = frequency[i] })
	weeks := durations(it, limits)
	add("duration_weeks", len(weeks), func(p *point, i int) { p.weeks = weeks[i] })
	courses := []string{imr.InitialCourse, imr.Continuation}
	course := domain(it.Course, courses, courses)
	add("course", len(course), func(p *point, i int) { p.course = course[i] })
	whole := int(first)
	anyPrior := []int{1, whole, 5 * whole}
	prior := domain(it.PriorVisits, anyPrior, anyPrior)
	add("prior_visits", len(prior), func(p *point, i int) { p.prior = prior[i] })
	var indicated []bool
	for _, names := range domain(it.Indication, [][]string{{"any"}, {}}, [][]string{{"any"}, {}}) {
		indicated = append(indicated, len(names) > 0)
	}
	add("indication", len(indicated), func(p *point, i int) { p.indicated = indicated[i] })
	function := domain(it.ImprovementFunction, []bool{false}, bothBools)
	add("improvement_function", len(function), func(p *point, i int) { p.function = function[i] })
	depends := domain(it.ImprovementDependency, []bool{false}, bothBools)
	add("improvement_dependency", len(depends), func(p *point, i int) { p.depends = depends[i] })
	var parts []bool
	for _, names := range domain(it.BodyPart, [][]string{{"knee"}, {"other"}}, [][]string{{"knee"}, {"other"}}) {
		parts = append(parts, governed(names))
	}
	add("body_part", len(parts), func(p *point, i int) { p.governed = parts[i] })
	slices.SortFunc(out, func(a, b open) int { return int(a.bit) - int(b.bit) })
	return out
}
