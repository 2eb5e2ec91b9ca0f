package classify

import (
	"imr"
	"imr/internal/pattern"
)

// notes are the treatment notes of acupuncture, one a day, not later than the request.
func (c *classifier) notes() []claim {
	days := map[imr.Date]bool{}
	var out []claim
	for _, p := range c.papers {
		if p.kind != acuNote || p.excluded || !p.needled() {
			continue
		}
		for _, n := range c.daysOf(p) {
			if !days[n.date] && (c.requestDate == "" || n.date <= c.requestDate) {
				days[n.date] = true
				out = append(out, n)
			}
		}
	}
	return out
}

// daysOf are the days of service that a note names, or else the day that it bears.
func (c *classifier) daysOf(p paper) []claim {
	var out []claim
	for _, m := range p.of("date") {
		d := imr.Date(m.Value)
		if m.Sense == "service" || (m.Sense == "date" || m.Sense == "alone") && d == p.date {
			out = append(out, claim{1, d, m.Evidence})
		}
	}
	if len(out) == 0 && p.date != "" {
		out = append(out, claim{1, p.date, c.titlePlace(p)})
	}
	return out
}

// needled reports whether a note tells of a treatment, and not of an evaluation only.
func (p paper) needled() bool {
	return len(p.of("note")) > 0 || treated.MatchString(p.text)
}

// treated are words and codes of a note on a treatment.
var treated = pattern.New(`(?i)treat|visit|session|\bneedl|\b978(?:0[01]|1[0134])\b|\btx\b`)
