package classify

import (
	"strings"

	"imr"
)

// notes are the treatment notes of acupuncture, one a day, not later than the request.
func (c *classifier) notes() []claim {
	days := map[imr.Date]bool{}
	var out []claim
	for _, p := range c.papers {
		if p.kind != acuNote || p.excluded || !p.needled() {
			continue
		}
		for _, m := range p.of("date") {
			d := imr.Date(m.Value)
			if m.Sense != "service" && (m.Sense != "date" && m.Sense != "alone" || d != p.date) || days[d] || c.requestDate != "" && d > c.requestDate {
				continue
			}
			days[d] = true
			out = append(out, claim{1, d, m.Evidence})
		}
	}
	return out
}

// needled reports whether a note tells of a treatment, and not of an evaluation only.
func (p paper) needled() bool {
	return len(p.of("note")) > 0 || strings.Contains(strings.ToLower(p.text), "treatment") || strings.Contains(strings.ToLower(p.text), "visit")
}
