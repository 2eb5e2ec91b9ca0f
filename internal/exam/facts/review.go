package facts

// reviewRow is one outcome of utilization review.
type reviewRow struct {
	meaning string
	weight  int
	outcome string
	gate    bool // nothing is left to review
}

var reviewRows = []reviewRow{
	{"review.denied", 46, "denied", false},
	{"review.modified", 30, "modified", false},
	{"review.approved", 3, "approved", true},
	{"review.conditional", 4, "conditional", true},
	{"review.deferred", 3, "deferred", true},
	{"review.withdrawn", 2, "withdrawn", true},
}

// review draws what utilization review did with the acupuncture.
func (d *draw) review() {
	row := weighed(d, reviewRows, func(r reviewRow) int { return r.weight })
	if row.outcome == "modified" && (d.c.Visits < 3 || d.c.Kind == "remaining") {
		row = reviewRows[0]
	}
	d.c.Decided = Decided{Outcome: row.outcome}
	d.c.Want.Facts["ur_outcome"] = []any{row.outcome}
	switch row.outcome {
	case "modified":
		d.c.Decided.Certified = d.between(1, min(d.c.Visits-1, 8))
		d.want("authorized_visits", row.meaning, d.c.Decided.Certified)
	case "denied":
		d.want("authorized_visits", row.meaning, 0)
	}
	if row.gate {
		d.gate(row.meaning, "ineligible")
	}
}
