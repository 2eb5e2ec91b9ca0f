package visits

import (
	"math"

	"imr"
)

// The length of a month in weeks, at the least and on average.
const (
	monthLow  = 4.0
	monthHigh = 4.35
)

func (f *facts) rate(set map[string]imr.Range) {
	every, spaced := set["every"]
	often, ok := set["often"]
	if !ok && !spaced {
		return
	}
	if !ok {
		often = exactly(1)
	}
	r := often
	if spaced {
		r = imr.Range{Low: often.Low / every.High, High: often.High / every.Low}
	}
	if _, monthly := set["month"]; monthly {
		r = imr.Range{Low: round2(r.Low / monthHigh), High: round2(r.High / monthLow)}
	}
	f.often = &r
}

func (f *facts) length(set map[string]imr.Range) {
	if w, ok := set["weeks"]; ok {
		f.weeks = &w
	}
	if d, ok := set["days"]; ok {
		f.weeks = &imr.Range{Low: round2(d.Low / 7), High: round2(d.High / 7)}
	}
	m, ok := set["months"]
	if !ok {
		return
	}
	if h, ok := set["halves"]; ok {
		m = imr.Range{Low: m.Low + h.Low/2, High: m.High + h.High/2}
	}
	f.weeks = &imr.Range{Low: round2(m.Low * monthLow), High: round2(m.High * monthHigh)}
	if _, monthly := set["month"]; monthly {
		often := set["often"]
		f.exact = &imr.Range{Low: math.Floor(often.Low*m.Low + 1e-6), High: math.Ceil(often.High*m.High - 1e-6)}
	}
}

func whole(r imr.Range) bool { return r.Low == math.Trunc(r.Low) && r.High == math.Trunc(r.High) }

func round2(f float64) float64 { return math.Round(f*100) / 100 }
