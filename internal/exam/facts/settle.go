package facts

import (
	"time"

	"imr/internal/exam/rules"
)

// The first days of review: any injury from the one, any decision from the other.
var (
	reviewForInjuries  = date(2013, 1, 1)
	reviewForDecisions = date(2013, 7, 1)
)

// settle works out the outcome of each line and the status of the case.
func (d *draw) settle() {
	c := d.c
	d.dateGates()
	d.rules.LawChanges = d.crosses()
	d.item.Outcome = rules.Outcome(d.rules)
	if c.Want.Statuses != nil {
		d.item.Outcome = rules.Refer
	}
	if c.NoChart { // nothing is left that could say these
		for _, fact := range []string{"course", "prior_visits", "indication", "improvement_function", "improvement_dependency"} {
			delete(d.item.Facts, fact)
		}
	}
	c.Want.Items = []Item{d.item}
	for _, o := range c.Others {
		d.other(o)
	}
	if c.Want.Statuses == nil {
		c.Want.Statuses = []string{status(c.Want.Items)}
	}
}

// dateGates are those that the case's days close.
func (d *draw) dateGates() {
	c := d.c
	switch {
	case c.Injury.Before(reviewForInjuries) && c.Review.Before(reviewForDecisions):
		c.Want.Gate, c.Want.Statuses = "review not yet available", []string{"ineligible"}
	case !c.Review.Before(lawChanges):
		d.gate("another text governs", "referred")
	}
}

func status(items []Item) string {
	for _, it := range items {
		if it.Outcome != rules.Refer {
			return "proposed"
		}
	}
	return "referred"
}

// other adds a line of another service. It follows the acupuncture where it is given in the same visits, the acupuncture is
// upheld, and no visit was certified.
func (d *draw) other(o Other) {
	if o.Certified {
		return
	}
	if o.Variant {
		d.variant(o)
		return
	}
	outcome := rules.Refer
	if o.SameVisit && d.item.Outcome == rules.Upheld && d.c.Decided.Certified == 0 {
		outcome = rules.Upheld
	}
	d.c.Want.Items = append(d.c.Want.Items, Item{Service: "other", Outcome: outcome, From: map[string]string{"outcome": "other." + o.Name}})
}

// crosses tells whether the days from the request to the end of the treatment asked for cross the change of the law.
func (d *draw) crosses() bool {
	weeks := 0.0
	switch {
	case d.rules.Weeks != nil:
		weeks = d.rules.Weeks.High
	case d.c.Total != nil && d.rules.AWeek != nil:
		weeks = d.c.Total.High / d.rules.AWeek.High
	case d.c.Total != nil:
		weeks = d.c.Total.High / 3
	}
	end := d.c.Review.Add(time.Duration(weeks*7*24) * time.Hour)
	return d.c.Request.Before(lawChanges) && !end.Before(lawChanges)
}

// variant adds a line that is the first once more, in another kind.
func (d *draw) variant(o Other) {
	it := Item{Outcome: d.item.Outcome, From: map[string]string{"requested_visits": d.item.From["requested_visits"]}}
	it.Facts = map[string][]any{"requested_visits": d.item.Facts["requested_visits"]}
	it.Service = map[string]string{"electrical_acupuncture": "electroacupuncture", "manual_acupuncture": "acupuncture"}[o.Name]
	d.c.Want.Items = append(d.c.Want.Items, it)
}
