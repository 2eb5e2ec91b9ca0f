package visits

import (
	"math"

	"imr"
)

// nearby is how many tokens may stand between two atoms of one phrase.
const nearby = 7

// groups finds the atoms and joins neighbours into phrases: one total, one frequency and one duration at most in each.
func (p parser) groups() [][]atom {
	var out [][]atom
	for i := 0; i < len(p.tokens); {
		a, ok := p.atomAt(i)
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 && p.joins(out[n-1], a) {
			out[n-1] = append(out[n-1], a)
		} else {
			out = append(out, []atom{a})
		}
		i = max(a.to, i+1)
	}
	return out
}

// joins reports whether an atom belongs to the phrase before it: near, in the same sentence, and stating what is not stated yet.
func (p parser) joins(group []atom, a atom) bool {
	last := group[len(group)-1]
	if a.from-last.to > nearby || a.kind == doneOf || last.kind == doneOf {
		return false
	}
	for i := last.to; i < a.from; i++ {
		if p.is(i, ";", "and", "plus", "then") || p.is(i, ".") && i+1 < len(p.tokens) && !p.tokens[i+1].isNum {
			return false
		}
	}
	for _, b := range group {
		if b.kind == a.kind || b.kind == schedule && (a.kind == frequency || a.kind == duration) || a.kind == schedule && (b.kind == frequency || b.kind == duration) {
			return false
		}
	}
	return true
}

// meaning turns the atoms of a phrase into what it says.
func meaning(group []atom, p parser) (Phrase, bool) {
	first, last := group[0], group[len(group)-1]
	ph := Phrase{Start: p.tokens[first.from].start, End: p.tokens[last.to-1].end}
	for _, a := range group {
		ph.take(a)
	}
	ph.product()
	p.mood(&ph, first.from, last.to)
	if ph.Kind == UnitsOnly && ph.Total != nil {
		ph.Kind = Quantity
	}
	alone := ph.Duration != nil && ph.Total == nil && ph.Frequency == nil && ph.Kind == Quantity
	return ph, !alone || p.cell || p.acupuncture && p.is(first.from-1, "acupuncture")
}

func (ph *Phrase) take(a atom) {
	switch a.kind {
	case total:
		r := a.visits
		ph.Total, ph.UpTo = &r, a.upTo
		ph.Readings = add(ph.Readings, r)
		if a.other > 0 {
			ph.Readings = add(ph.Readings, imr.Range{Low: a.other, High: a.other})
		}
		if a.remaining {
			ph.Kind, ph.Additional = Remaining, true
		}
	case frequency, schedule:
		f := a.freq
		ph.Frequency = &f
		if a.kind == schedule {
			w := a.weeks
			ph.Duration = &w
		}
		if a.exact != nil {
			ph.Readings = add(ph.Readings, imr.Range{Low: math.Floor(a.exact.Low + 0.01), High: math.Ceil(a.exact.High - 0.01)})
			ph.Duration = &imr.Range{Low: a.weeks.Low, High: a.weeks.High}
		}
		if a.twice != nil {
			ph.Readings = add(ph.Readings, *a.twice)
		}
		ph.exact(a)
	case duration:
		w := a.weeks
		ph.Duration = &w
	case doneOf:
		ph.Kind, ph.Done, ph.Of = DoneOf, int(a.visits.Low), int(a.visits.High)
	case units:
		if ph.Kind == Quantity {
			ph.Kind = UnitsOnly
		}
	}
}

// exact adds the visits of a schedule unless a count a month already gave them.
func (ph *Phrase) exact(a atom) {
	if a.kind == schedule && a.exact == nil {
		ph.Readings = add(ph.Readings, product(a.freq, a.weeks))
	}
}

// product adds the visits of a frequency and a duration that stand apart: "2 times a week … for 6 weeks".
func (ph *Phrase) product() {
	if ph.Frequency == nil || ph.Duration == nil {
		return
	}
	if len(ph.Readings) == 0 || ph.Total != nil && len(ph.Readings) == 1 {
		ph.Readings = add(ph.Readings, product(*ph.Frequency, *ph.Duration))
	}
}

// product is frequency × duration in whole visits: floor of the least, ceiling of the most.
func product(f, w imr.Range) imr.Range {
	return imr.Range{Low: math.Floor(f.Low*w.Low + 1e-6), High: math.Ceil(f.High*w.High - 1e-6)}
}

// add adds a reading unless it says the same as one that is there. A range that holds the number says the same where it comes from
// the length of a month.
func add(list []imr.Range, r imr.Range) []imr.Range {
	for _, have := range list {
		if have == r || have.Low == have.High && r.Low <= have.Low && have.High <= r.High && r.Low != r.High {
			return list
		}
	}
	return append(list, r)
}

var (
	moreWords  = []string{"additional", "another", "more", "further", "continue", "continued", "continuing", "extra", "again", "extend", "extension", "repeat"}
	trialWords = []string{"initial", "trial", "first"}
)

// mood looks at the words in and just before the phrase for a first trial, or more of the same.
func (p parser) mood(ph *Phrase, from, to int) {
	for i := max(0, from-4); i < min(len(p.tokens), to+2); i++ {
		if p.is(i, moreWords...) {
			ph.Additional = true
		}
		if p.is(i, trialWords...) {
			ph.Trial = true
		}
	}
}
