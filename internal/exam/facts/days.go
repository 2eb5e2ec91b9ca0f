package facts

import (
	"time"
)

const day = 24 * time.Hour

// lawChanges is the day on which another text began to govern.
var lawChanges = date(2017, 12, 1)

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// days draws the case's days, mostly from the years in which the guideline's text of 2009 governs.
func (d *draw) days() {
	c := d.c
	switch n := d.IntN(100); {
	case n < 5: // another text governs
		c.Request = d.dayIn(date(2017, 12, 5), date(2020, 11, 1))
	case n < 8: // the request comes near the day of the change
		c.Request = d.dayIn(date(2017, 9, 1), date(2017, 11, 25))
	case n < 11: // review was not available yet, or just so
		c.Request = d.dayIn(date(2013, 2, 1), date(2013, 6, 12))
	default:
		c.Request = d.dayIn(date(2013, 7, 1), date(2017, 7, 1))
	}
	c.Visit = c.Request.Add(-time.Duration(d.between(0, 5)) * day)
	c.Review = c.Request.Add(time.Duration(d.between(3, 9)) * day)
	c.Application = c.Review.Add(time.Duration(d.between(4, 28)) * day)
	c.Injury = c.Request.Add(-time.Duration(d.between(150, 1400)) * day)
	d.dates()
}

func (d *draw) dayIn(from, to time.Time) time.Time {
	return from.Add(time.Duration(d.IntN(int(to.Sub(from)/day))) * day)
}

// dates says what the program must find of the case's days.
func (d *draw) dates() {
	iso := func(t time.Time) []any { return []any{t.Format(time.DateOnly)} }
	f := d.c.Want.Facts
	f["date_of_injury"], f["rfa_date"], f["ur_date"], f["governing_date"] = iso(d.c.Injury), iso(d.c.Request), iso(d.c.Review), iso(d.c.Review)
}
