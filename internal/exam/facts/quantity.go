package facts

import (
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
