package engine

import (
	"time"

	"imr"
)

// How long a determination may take from the receipt of the request: the organization's limits of Labor Code 4610.6(d) for a regular
// and for an expedited review.
const (
	regularDays   = 30
	expeditedDays = 3
)

// expedited is the priority of a case whose review cannot wait.
const expedited = "expedited"

// Due is when a determination is due: the end of the last day, counted from the day the application was received, else assigned, else
// from when the case was first seen.
func Due(a imr.Admin, seen time.Time) time.Time {
	days := regularDays
	if a.Priority == expedited {
		days = expeditedDays
	}
	from := seen
	for _, d := range []imr.Date{a.Received, a.Assigned} {
		if at, err := time.Parse(time.DateOnly, string(d)); err == nil {
			from = at
			break
		}
	}
	return time.Date(from.Year(), from.Month(), from.Day()+days, 23, 59, 59, 0, time.UTC)
}

// adminOf are the dates and the priority of a decided case: those of case.toml, else those that the records state.
func adminOf(c imr.CaseHeader) imr.Admin {
	a := imr.Admin{Received: c.Received, Assigned: c.Assigned}
	if c.Priority != nil {
		a.Priority = *c.Priority
	}
	return a
}
