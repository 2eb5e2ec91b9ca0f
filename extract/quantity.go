package extract

import (
	"imr"
	"imr/extract/visits"
)

// quantityOf turns a parsed expression into a mention's quantity.
func quantityOf(v visits.Phrase) *imr.Quantity {
	return &imr.Quantity{
		Readings: v.Readings, Frequency: v.Frequency, Duration: v.Duration,
		Done: v.Done, Of: v.Of, Additional: v.Additional, Trial: v.Trial, NotVisits: countsNoVisits(v),
	}
}

// countsNoVisits reports whether an expression gives a number from which no number of visits follows: units of added time, or a
// least number with no most.
func countsNoVisits(v visits.Phrase) bool {
	return v.Kind == visits.UnitsOnly || v.Kind == visits.OpenEnded
}

// requested joins the expressions of one request line into one quantity: frequency and duration from wherever they stand, the
// readings of every expression that gives a number of visits. Two that differ are two readings.
func requested(found []visits.Phrase) *imr.Quantity {
	if len(found) == 0 {
		return nil
	}
	q := &imr.Quantity{}
	stated := false
	for _, v := range found {
		q.Additional = q.Additional || v.Additional
		q.Trial = q.Trial || v.Trial
		if countsNoVisits(v) {
			q.NotVisits = true
			continue
		}
		if q.Frequency == nil {
			q.Frequency = v.Frequency
		}
		if q.Duration == nil {
			q.Duration = v.Duration
		}
		for _, r := range v.Readings {
			stated = true
			q.Readings = addReading(q.Readings, r)
		}
	}
	q.NotVisits = q.NotVisits && !stated
	return q
}

func addReading(list []imr.Range, r imr.Range) []imr.Range {
	for _, have := range list {
		if have == r {
			return list
		}
	}
	return append(list, r)
}
