package classify

import (
	"strconv"

	"imr"
)

// dateFact settles a day from every place that names it with that role.
func (c *classifier) dateFact(role string, kinds []string) imr.Fact[imr.Date] {
	var found []imr.Reading[imr.Date]
	for _, p := range c.papers {
		if p.excluded || kinds != nil && !oneOf(p.kind, kinds) {
			continue
		}
		for _, m := range p.of("date") {
			if m.Sense == role {
				found = append(found, reading(imr.Date(m.Value), m.Evidence))
			}
		}
	}
	return settle(c.reader, found)
}

// urDate is the day of the UR decision: the letter's own date, and what the application and the notice of assignment say of it.
func (c *classifier) urDate() imr.Fact[imr.Date] {
	var found []imr.Reading[imr.Date]
	if c.letter != nil && c.letter.date != "" {
		for _, m := range c.letter.of("date") {
			if imr.Date(m.Value) == c.letter.date && oneOf(m.Sense, []string{"ur", "alone", "report", "date", ""}) {
				found = append(found, reading(c.letter.date, m.Evidence))
				break
			}
		}
	}
	return settle(c.reader, append(found, c.dateFact("ur", []string{application, assignment}).Readings...))
}

// rfaDate is the day of the request: the RFA's own, and what the UR letter and the notice of assignment say of it.
func (c *classifier) rfaDate() imr.Fact[imr.Date] {
	var found []imr.Reading[imr.Date]
	if p := c.request.paper; p != nil && p.kind == rfa && p.date != "" {
		for _, m := range p.of("date") {
			if imr.Date(m.Value) == p.date && m.Sense != "birth" && m.Sense != "injury" {
				found = append(found, reading(p.date, m.Evidence))
				break
			}
		}
	}
	if c.letter != nil {
		for _, m := range c.letter.of("date") {
			if m.Sense == "rfa" && (len(found) == 0 || imr.Date(m.Value) == found[0].Value) {
				found = append(found, reading(imr.Date(m.Value), m.Evidence))
			}
		}
	}
	return settle(c.reader, append(found, c.dateFact("rfa", []string{assignment}).Readings...))
}

// dateOfService is the day that governs a retrospective request, where the UR letter or the request names one.
func (c *classifier) dateOfService() (imr.Fact[imr.Date], bool) {
	if len(c.process("retrospective", ur, rfa)) == 0 {
		return imr.Fact[imr.Date]{}, false
	}
	f := c.dateFact("service", []string{ur, rfa})
	return f, f.Status == imr.Known || f.Status == imr.Contradictory
}

// lastTreatment is the latest day that statements about earlier acupuncture name, not after the request.
func (c *classifier) lastTreatment() imr.Date {
	var last imr.Date
	for _, p := range c.papers {
		if !p.clinical() {
			continue
		}
		for _, m := range p.of("prior_acupuncture") {
			if d := imr.Date(m.Parts["last_day"]); m.Sense == "some" && d > last && (c.requestDate == "" || d <= c.requestDate) {
				last = d
			}
		}
	}
	return last
}

func (c *classifier) requestYear() string {
	if len(c.requestDate) < 4 {
		return ""
	}
	return string(c.requestDate[:4])
}

func yearsBetween(from, to string) int {
	a, _ := strconv.Atoi(from)
	b, _ := strconv.Atoi(to)
	return b - a
}
