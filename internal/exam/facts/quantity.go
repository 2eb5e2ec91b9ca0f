package facts

import (
	"math"

	"imr/internal/exam/rules"
)

// Quantity is how much is asked for, and in which kind of words.
type Quantity struct {
	Kind    string         // the name of the phrases' group, without "q."
	Numbers map[string]int // n visits, f times a week, w weeks and so on
	Trial   bool           // the request says that it is a first trial
	More    bool           // the request says that it is for more
	Visits  int            // the number of visits, where it is one number
	Total   *rules.Span    // the visits, where there is one reading of them
}

// kinds of expressions, how often each is drawn, and what makes its numbers.
var kinds = []kindRow{
	{"total", 16, (*draw).total},
	{"words", 6, (*draw).total},
	{"both", 5, (*draw).total},
	{"schedule", 16, (*draw).schedule},
	{"schedule_words", 8, (*draw).schedule},
	{"schedule_total", 8, (*draw).schedule},
	{"tiw", 4, (*draw).tiw},
	{"biw", 4, (*draw).biw},
	{"months", 3, (*draw).months},
	{"per_month", 2, (*draw).perMonth},
	{"range", 4, (*draw).visitRange},
	{"schedule_range", 4, (*draw).scheduleRange},
	{"codes", 4, (*draw).total},
	{"upto", 3, (*draw).total},
	{"more", 5, (*draw).total},
	{"remaining", 2, (*draw).remaining},
	{"none", 4, (*draw).none},
	{"frequency", 2, (*draw).frequencyOnly},
	{"weeks", 2, (*draw).weeksOnly},
	{"clash", 3, (*draw).clash},
	{"biweekly", 1, (*draw).biweekly},
	{"each_part", 25, (*draw).eachPart},
	{"units", 1, (*draw).units},
}

// quantity draws how much is asked for.
func (d *draw) quantity() {
	row := d.kind()
	limit := 24
	if d.small {
		limit = 6
	}
	d.c.Kind, d.c.Numbers = row.name, map[string]int{}
	if row.name == "more" {
		d.more()
	}
	row.set(d, limit)
}

type kindRow struct {
	name   string
	weight int
	set    func(d *draw, limit int)
}

// kind draws a kind of expression. What is more of the same seldom stands beside the statement that there was none.
func (d *draw) kind() kindRow {
	for {
		row := weighed(d, kinds, func(k kindRow) int { return k.weight })
		if row.name == "each_part" && len(d.c.Parts) < 2 {
			continue
		}
		follows := row.name == "more" || row.name == "remaining"
		if !follows || !d.rules.First[0] || len(d.rules.First) == 2 || row.name == "more" && d.chance(15) {
			return row
		}
	}
}

// set notes one reading of the request and what is accepted of it.
func (d *draw) set(low, high float64, aWeek, weeks *rules.Span) {
	s := rules.Span{Low: low, High: high}
	d.rules.Visits, d.rules.AWeek, d.rules.Weeks = []*rules.Span{&s}, aWeek, weeks
	d.c.Total = &s
	if low == high {
		d.c.Visits, d.c.Numbers["n"] = int(low), int(low)
	}
	d.want("requested_visits", "q."+d.c.Kind, spanValue(s))
}

func spanValue(s rules.Span) map[string]float64 {
	return map[string]float64{"low": s.Low, "high": s.High}
}

func exactly(n int) *rules.Span { return &rules.Span{Low: float64(n), High: float64(n)} }

func (d *draw) total(limit int) {
	n := d.between(2, limit)
	if limit > 6 {
		n = one(d, 7, 8, 8, 9, 10, 12, 12, 12, 12, 16, 18, 24)
	}
	d.c.Numbers["n"], d.c.Numbers["of"] = n, n*2
	d.set(float64(n), float64(n), nil, nil)
}

func (d *draw) remaining(limit int) {
	d.total(limit)
	d.c.Numbers["of"] = d.c.Visits + d.between(3, 6)
}

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
