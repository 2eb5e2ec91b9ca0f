package facts

import (
	"imr/internal/exam/rules"
)

// This file draws requests whose number of visits is not told, or told in two ways.

func (d *draw) unstated(aWeek, weeks *rules.Span) {
	d.rules.Visits, d.rules.AWeek, d.rules.Weeks = []*rules.Span{nil}, aWeek, weeks
	d.want("requested_visits", "q."+d.c.Kind, nil)
}

func (d *draw) none(int) { d.unstated(nil, nil) }

func (d *draw) frequencyOnly(int) {
	f := d.between(1, 3)
	d.c.Numbers["f"] = f
	d.unstated(exactly(f), nil)
}

func (d *draw) weeksOnly(int) {
	w := d.between(3, 8)
	d.c.Numbers["w"] = w
	d.unstated(nil, exactly(w))
}

// clash draws a total that differs from times a week by weeks.
func (d *draw) clash(limit int) {
	f, w := d.weekly(24)
	n := f*w - d.between(1, 3)
	if limit == 6 || n <= 6 {
		n = d.between(3, 6)
	}
	d.c.Numbers["n"], d.c.Numbers["f"], d.c.Numbers["w"] = n, f, w
	d.readings(exactly(n), exactly(f*w))
	d.rules.AWeek, d.rules.Weeks = exactly(f), exactly(w)
}

// biweekly means twice a week to some and every other week to others.
func (d *draw) biweekly(limit int) {
	w := 8
	if limit == 6 {
		w = 4
	}
	d.c.Numbers["w"] = w
	d.readings(exactly(w/2), exactly(w*2))
	d.rules.AWeek, d.rules.Weeks = &rules.Span{Low: 0.5, High: 2}, exactly(w)
}

// units of 15 minutes are not visits: how many visits are asked for is not known.
func (d *draw) units(int) {
	d.c.Numbers["n"] = d.between(8, 12)
	d.readings(exactly(2), exactly(6), exactly(30), nil)
}

func (d *draw) readings(each ...*rules.Span) {
	d.rules.Visits = each
	d.want("requested_visits", "q."+d.c.Kind, nil)
}

// eachPart asks for as many visits for each of two parts of the body: the same visits, or as many again.
func (d *draw) eachPart(limit int) {
	f, w := d.weekly(limit)
	d.c.Numbers["f"], d.c.Numbers["w"] = f, w
	d.readings(exactly(f*w), exactly(2*f*w))
	d.rules.AWeek, d.rules.Weeks = exactly(f), exactly(w)
}

// more makes the request one for more. Where no earlier visit is on file, that leaves the course open.
func (d *draw) more() {
	d.c.More = true
	if len(d.rules.Prior) > 0 || len(d.rules.First) == 1 && !d.rules.First[0] {
		return
	}
	d.c.Trial = false
	d.rules.First = []bool{true, false}
	d.want("course", "q.more", nil)
	d.want("prior_visits", "q.more", nil, 0)
}
