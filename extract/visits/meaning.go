package visits

import (
	"math"

	"imr"
)

// meaning turns the atoms of a phrase into what it says.
func (p parser) meaning(group []atom) (Phrase, bool) {
	first, last := group[0], group[len(group)-1]
	ph := Phrase{Start: p.tokens[first.from].start, End: p.tokens[last.to-1].end}
	var totals, often, weeks, schedules []imr.Range
	for _, a := range group {
		for _, f := range a.readings {
			ph.take(f)
			totals = collect(totals, f.visits)
			switch {
			case f.exact != nil:
				schedules = collect(schedules, f.exact)
			case f.often != nil && f.weeks != nil:
				r := product(*f.often, *f.weeks)
				schedules = collect(schedules, &r)
			case f.often != nil:
				often = collect(often, f.often)
			case f.weeks != nil:
				weeks = collect(weeks, f.weeks)
			}
		}
	}
	for _, o := range often {
		for _, w := range weeks {
			r := product(o, w)
			schedules = collect(schedules, &r)
		}
	}
	ph.settle(totals, schedules)
	p.mood(&ph, first.from, last.to)
	alone := ph.Duration != nil && ph.Total == nil && ph.Frequency == nil && ph.Kind == Quantity
	return ph, !alone || p.cell || p.acupuncture && p.is(first.from-1, "acupuncture")
}

// take notes what one reading states. Of two meanings of a schedule the span is kept; the number of visits has room for both.
func (ph *Phrase) take(f facts) {
	if f.visits != nil && ph.Total == nil {
		ph.Total = f.visits
	}
	ph.Frequency = hull(ph.Frequency, f.often)
	ph.Duration = hull(ph.Duration, f.weeks)
	switch {
	case f.open:
		ph.Kind = OpenEnded
	case f.done > 0:
		ph.Kind, ph.Done, ph.Of = DoneOf, f.done, f.whole
	case f.left:
		ph.Kind, ph.Additional = Remaining, true
	case f.unit && ph.Kind == Quantity:
		ph.Kind = UnitsOnly
	}
}

// hull is the smallest range that holds both.
func hull(a, b *imr.Range) *imr.Range {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return &imr.Range{Low: min(a.Low, b.Low), High: max(a.High, b.High)}
}

// settle holds a stated total against what the schedule comes to. Where one meaning of the schedule agrees, the total stands;
// where none does, both are readings.
func (ph *Phrase) settle(totals, schedules []imr.Range) {
	if ph.Kind == UnitsOnly && len(totals)+len(schedules) > 0 {
		ph.Kind = Quantity
	}
	if ph.Kind == OpenEnded {
		return
	}
	ph.Readings = totals
	for _, s := range schedules {
		if len(totals) == 1 && s.Low <= totals[0].Low && totals[0].High <= s.High {
			return
		}
	}
	for _, s := range schedules {
		ph.Readings = collect(ph.Readings, &s)
	}
}

// product is frequency × duration in whole visits: floor of the least, ceiling of the most.
func product(f, w imr.Range) imr.Range {
	return imr.Range{Low: math.Floor(f.Low*w.Low + 1e-6), High: math.Ceil(f.High*w.High - 1e-6)}
}

// collect adds a range unless there is none or it is there already.
func collect(list []imr.Range, r *imr.Range) []imr.Range {
	if r == nil {
		return list
	}
	for _, have := range list {
		if have == *r {
			return list
		}
	}
	return append(list, *r)
}

// before is how many words before a phrase may tell whether it begins a course or goes on with one.
const before = 7

// mood looks at the words in and around the phrase for a first trial, or more of the same.
func (p parser) mood(ph *Phrase, from, to int) {
	for i := p.begin(from); i < min(len(p.tokens), to+2); i++ {
		if p.listed("more-of-it", i) && !(p.is(i-1, "no", "not", "or") && p.is(i, "more")) {
			ph.Additional = true
		}
		if p.listed("first-of-it", i) {
			ph.Trial = true
		}
	}
}

// begin returns where the words that speak of a phrase begin: not before the end of another sentence, or another therapy.
func (p parser) begin(from int) int {
	i := from
	for i > 0 && i > from-before && !p.is(i-1, ".", ";") && !p.listed("other-therapy", i-1) {
		i--
	}
	return i
}
