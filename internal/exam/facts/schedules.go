package facts

import (
	"math"

	"imr/internal/exam/rules"
)

// weekly draws times a week and weeks whose product stays within the limit, or exceeds a first course.
func (d *draw) weekly(limit int) (f, w int) {
	for {
		f, w = d.between(1, 3), d.between(2, 8)
		if n := f * w; (limit == 6) == (n <= 6) && n <= 24 {
			return f, w
		}
	}
}

func (d *draw) schedule(limit int) { d.every(d.weekly(limit)) }

func (d *draw) every(f, w int) {
	if d.c.Kind == "schedule" && d.chance(4) {
		f = 4 // more often than the guideline's optimum
	}
	n := f * w
	d.c.Numbers["f"], d.c.Numbers["w"], d.c.Numbers["n"] = f, w, n
	d.set(float64(n), float64(n), exactly(f), exactly(w))
}

func (d *draw) tiw(limit int) {
	w := d.between(3, 6)
	if limit == 6 {
		w = 2
	}
	d.every(3, w)
}

func (d *draw) biw(limit int) {
	w := d.between(4, 8)
	if limit == 6 {
		w = d.between(2, 3)
	}
	d.every(2, w)
}

// weeksOfMonth is the shortest and the mean length of a month in weeks.
var weeksOfMonth = rules.Span{Low: 4, High: 4.35}

func (d *draw) months(limit int) {
	f, m := d.between(1, 2), d.between(1, 3)
	if limit == 6 {
		f, m = 1, 1
	}
	weeks := rules.Span{Low: float64(m) * weeksOfMonth.Low, High: float64(m) * weeksOfMonth.High}
	d.c.Numbers["f"], d.c.Numbers["mo"] = f, m
	d.set(float64(f)*weeks.Low, math.Ceil(float64(f)*weeks.High), exactly(f), &weeks)
}

func (d *draw) perMonth(limit int) {
	k, m := d.between(1, 3), d.between(4, 6)
	if limit == 6 {
		k, m = 1, d.between(3, 6)
	}
	d.c.Numbers["k"], d.c.Numbers["mo"] = k, m
	aWeek := rules.Span{Low: float64(k) / weeksOfMonth.High, High: float64(k) / weeksOfMonth.Low}
	weeks := rules.Span{Low: float64(m) * weeksOfMonth.Low, High: float64(m) * weeksOfMonth.High}
	d.set(float64(k*m), float64(k*m), &aWeek, &weeks)
}

func (d *draw) visitRange(limit int) {
	low, high := d.between(2, 4), d.between(5, 6)
	if limit > 6 {
		low, high = d.between(4, 10), d.between(11, 14)
	}
	d.c.Numbers["a"], d.c.Numbers["b"] = low, high
	d.set(float64(low), float64(high), nil, nil)
}

func (d *draw) scheduleRange(limit int) {
	f, w := d.between(1, 2), d.between(4, 6)
	f2, w2 := f+1, w+d.between(0, 2)
	if limit == 6 {
		f, f2, w, w2 = 1, 2, 2, 3
	}
	d.c.Numbers["f"], d.c.Numbers["f2"], d.c.Numbers["w"], d.c.Numbers["w2"] = f, f2, w, w2
	if w == w2 {
		d.c.Kind = "frequency_range"
	}
	d.set(float64(f*w), float64(f2*w2), &rules.Span{Low: float64(f), High: float64(f2)}, &rules.Span{Low: float64(w), High: float64(w2)})
}
