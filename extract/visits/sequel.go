package visits

import (
	"sort"

	"imr"
)

// goesOn reports whether a phrase adds to the one before it: "3 times a week for 2 weeks, then 2 times a week for 3 weeks".
func (p parser) goesOn(before, ph Phrase) bool {
	from, to := p.tokenAt(before.End), p.tokenAt(ph.Start)
	if to-from > nearby || before.Kind != Quantity || ph.Kind != Quantity {
		return false
	}
	for i := from; i < to; i++ {
		if p.listed("other-therapy", i) {
			return false
		}
	}
	for i := from; i < to; i++ {
		if p.listed("sequel", i) {
			return true
		}
	}
	return false
}

// and adds up two phrases. Where one of them gives no number, neither does the sum.
func (ph Phrase) and(next Phrase) Phrase {
	ph.End = next.End
	ph.Additional, ph.Trial = ph.Additional || next.Additional, ph.Trial || next.Trial
	if len(ph.Readings) != 1 || len(next.Readings) != 1 {
		ph.Kind, ph.Readings = OpenEnded, nil
		return ph
	}
	sum := plus(ph.Readings[0], next.Readings[0])
	ph.Total, ph.Readings = &sum, []imr.Range{sum}
	if ph.Frequency == nil || next.Frequency == nil {
		ph.Frequency = nil
	} else {
		ph.Frequency = hull(ph.Frequency, next.Frequency)
	}
	if d := next.Duration; d != nil && ph.Duration != nil {
		whole := plus(*d, *ph.Duration)
		ph.Duration = &whole
	}
	return ph
}

func plus(a, b imr.Range) imr.Range { return imr.Range{Low: a.Low + b.Low, High: a.High + b.High} }

// tokenAt returns the index of the first token that begins at a place in the text or after it.
func (p parser) tokenAt(place int) int {
	return sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].start >= place })
}

// afterOther reports whether the words right before a place name another therapy.
func (p parser) afterOther(place int) bool {
	i := p.tokenAt(place) - 1
	for p.is(i, ",", ":", "-", "(", "=", "therapy") {
		i--
	}
	return i >= 0 && p.listed("other-therapy", i)
}
