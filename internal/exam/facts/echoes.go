package facts

// echoes draws what the review letter says of the record: what the record says too, or that it does not find what is there. Only the
// record counts.
func (d *draw) echoes() {
	from := d.item.From
	echo := func(meaning string) {
		s := Saying{Fact: "echo", Meaning: meaning, Paper: "determination", Numbers: map[string]int{}}
		if len(d.rules.Prior) == 1 {
			s.Numbers["p"] = d.rules.Prior[0]
		}
		d.say(s)
	}
	proven := len(d.rules.Indicated) == 1 && d.rules.Indicated[0]
	switch {
	case from["course"] == "prior.none" && d.chance(25):
		echo("echo.none")
	case from["course"] == "prior.done" && d.chance(25):
		echo("echo.done")
	case d.mayBeFirst() && proven && d.chance(15):
		echo("echo.no_ground")
	case !d.mayBeFirst() && d.rules.Function[0] && d.chance(20):
		echo("echo.no_improvement")
	}
	d.early()
}

// early puts a consultation from before the course in the file, which says rightly for its day that there was no acupuncture yet.
func (d *draw) early() {
	if d.item.From["course"] == "prior.done" && d.chance(10) {
		d.say(Saying{Fact: "prior", Meaning: "prior.none", Paper: "early_consult", Numbers: map[string]int{}})
	}
}

// mismatch draws another number of visits in the application or in the report than in the request, which governs. Where the two would
// have different outcomes, a person must say which of them is in dispute.
func (d *draw) mismatch() {
	c := d.c
	if c.Kind != "total" || c.Visits <= firstCourseVisits || d.c.Want.Statuses != nil {
		return
	}
	switch n := d.IntN(100); {
	case n < 12 && len(d.rules.Indicated) == 1 && d.rules.Indicated[0] && len(d.rules.First) == 1 && d.rules.First[0] && d.rules.Governed:
		c.InApplication = d.between(4, firstCourseVisits)
		delete(d.item.Facts, "requested_visits")
		d.gate("the lists differ", "referred")
	case n < 25:
		c.InReport = c.Visits + d.between(1, 4)
		d.want("requested_visits", "q.mismatch", nil, spanValue(*c.Total))
	}
}

// firstCourseVisits is what a first course may have.
const firstCourseVisits = 6
