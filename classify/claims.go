package classify

import (
	"slices"
	"strings"

	"imr"
)

// claim is one statement of how many visits were completed; count is -1 where some were, and no number is given.
type claim struct {
	count int
	date  imr.Date // of the paper that says so
	at    imr.Evidence
}

// told is what the papers say of acupuncture before the request.
type told struct {
	claims  []claim
	aside   []imr.Evidence // of another part of the body, another claim, or years ago
	unclear []imr.Evidence // the record says that it does not say
	later   []imr.Evidence // in papers later than the decision: what came of it is not what came before
}

// claims collects the statements about earlier acupuncture.
func (c *classifier) claims(parts []string) told {
	var t told
	for _, p := range c.papers {
		if !p.clinical() {
			continue
		}
		for _, m := range p.of("prior_acupuncture") {
			if m.Sense != "authorized" && !holds(m, "quoted") && !holds(m, "other") {
				c.sort(&t, p, m, parts)
			}
		}
	}
	return t
}

// someAfter reports whether a paper of a later day tells of acupuncture without a number: then there was some since.
func (t told) someAfter(day imr.Date) bool {
	return slices.ContainsFunc(t.claims, func(cl claim) bool { return cl.count < 0 && day != "" && cl.date > day })
}

// sort puts one statement where it belongs.
func (c *classifier) sort(t *told, p paper, m imr.Mention, parts []string) {
	switch {
	case m.Sense == "unrecorded":
		t.unclear = append(t.unclear, m.Evidence)
	case m.Sense == "none":
		t.claims = append(t.claims, claim{0, p.date, m.Evidence})
	case asks(m), p.kind == acuNote && completed(m) < 0: // a note counts by its day
		return
	case c.later(p):
		t.later = append(t.later, m.Evidence)
	case c.apart(m, parts):
		t.aside = append(t.aside, m.Evidence)
	default:
		t.claims = append(t.claims, claim{completed(m), p.date, m.Evidence})
	}
}

// later reports whether a paper was written after the request, or, where that has no day, after the decision in dispute. What it
// counts may have been given since.
func (c *classifier) later(p paper) bool {
	limit := c.requestDate
	if limit == "" && c.letter != nil {
		limit = c.letter.date
	}
	return limit != "" && p.date > limit
}

// asks reports whether a sentence of a plan asks for treatment, and tells of none.
func asks(m imr.Mention) bool {
	section := strings.ToLower(m.Section)
	planning := strings.Contains(section, "plan") || section == "a/p" || strings.Contains(section, "recommend")
	return planning && m.Quantity == nil && !holds(m, "past")
}

// apart reports whether a statement is of another part of the body, another claim, or years ago.
func (c *classifier) apart(m imr.Mention, parts []string) bool {
	if holds(m, "elsewhere") || holds(m, "longago") {
		return true
	}
	if year := m.Parts["year"]; year != "" && c.requestYear() != "" && yearsBetween(year, c.requestYear()) >= 2 {
		return true
	}
	return apartFrom(bodyParts(m.Text), parts)
}

// completed is the number of visits that a statement says were done, -1 where it gives none.
func completed(m imr.Mention) int {
	q := m.Quantity
	switch {
	case q == nil:
		return -1
	case q.Done > 0:
		return q.Done
	case len(q.Readings) == 1 && q.Readings[0].Low == q.Readings[0].High:
		return int(q.Readings[0].High)
	}
	return -1
}
