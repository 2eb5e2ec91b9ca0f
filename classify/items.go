package classify

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

// items turns the lines of the request into disputed items. A line that UR certified in full is none.
func (c *classifier) items() ([]imr.Item, []imr.Flag) {
	var out []imr.Item
	var flags []imr.Flag
	needles := 0
	for _, l := range c.request.lines {
		v := c.verdictOn(l, needles)
		if l.needles() {
			needles++
		}
		if v.outcome.Status == imr.Known && v.outcome.Value == imr.URApproved {
			continue
		}
		it := imr.Item{N: len(out) + 1, Service: l.service, Text: l.text, Place: l.place, SameVisits: l.sameVisits}
		flags = append(flags, c.fill(&it, l, v)...)
		out = append(out, it)
	}
	markVariants(out)
	return out, flags
}

// fill reads the facts of one item.
func (c *classifier) fill(it *imr.Item, l line, v verdict) []imr.Flag {
	it.UROutcome, it.AuthorizedVisits = v.outcome, v.authorized
	it.RequestedVisits = c.requestedVisits(l, v)
	it.FrequencyPerWeek, it.DurationWeeks = absent[imr.Range](c.reader), absent[imr.Range](c.reader)
	if q := l.quantity; q != nil && q.Frequency != nil {
		it.FrequencyPerWeek = imr.KnownFact(*q.Frequency, l.place)
	}
	if q := l.quantity; q != nil && q.Duration != nil {
		it.DurationWeeks = imr.KnownFact(*q.Duration, l.place)
	}
	it.BodyPart = c.bodyPartOf(l)
	h := c.historyOf(l, it.BodyPart.Value, v)
	it.PriorVisits, it.Course = h.visits, h.course
	it.Indication = c.indicationOf(l)
	it.ImprovementFunction = c.improvementOf("improvement_function", h)
	it.ImprovementDependency = c.improvementOf("improvement_dependency", h)
	return h.flags
}

// requestedVisits is how many visits the whole request asks for. The RFA governs; where the report or the UR letter
// gives another number, the fact is contradictory and all are kept.
func (c *classifier) requestedVisits(l line, v verdict) imr.Fact[imr.Range] {
	if !l.needles() {
		return absent[imr.Range](c.reader)
	}
	var found []imr.Reading[imr.Range]
	found = add(found, l.quantity, l.place)
	if q := l.quantity; q != nil && q.NotVisits && len(q.Readings) == 0 {
		return unplacedFact[imr.Range](l.place)
	}
	if n := partsNamed(l); n > 1 && len(found) == 1 && repeatedPerPart(l) {
		whole := found[0].Value
		found = append(found, reading(imr.Range{Low: whole.Low * float64(n), High: whole.High * float64(n)}, l.place))
	}
	if whole, at := c.otherParts(l); len(found) == 1 && at != nil {
		found = append(found, reading(plus(found[0].Value, whole), *at))
	}
	if c.needleLines() == 1 {
		found = add(found, v.asked, v.place)
		for _, m := range c.otherStatements() {
			found = add(found, m.Quantity, m.Evidence)
		}
	}
	if len(found) == 0 && unreadQuantity(l) {
		return unplacedFact[imr.Range](l.place)
	}
	if at := c.unreadRequests(); len(found) == 0 && len(at) > 0 {
		return unplacedFact[imr.Range](at...)
	}
	return settle(c.reader, found)
}

// unreadRequests are the requests for authorization on file in which no line was read: they may say how much is asked for.
func (c *classifier) unreadRequests() []imr.Evidence {
	var at []imr.Evidence
	for _, p := range c.papers {
		if p.kind == rfa && !p.excluded && len(linesOf(p)) == 0 {
			at = append(at, c.titlePlace(p))
		}
	}
	return at
}

// otherParts adds up what other lines ask for other parts of the body: the same visits as this line's, or further ones.
func (c *classifier) otherParts(l line) (whole imr.Range, at *imr.Evidence) {
	for _, o := range c.request.lines {
		if !o.needles() || o.quantity == nil || len(o.quantity.Readings) != 1 || !apartFrom(bodyParts(o.parts["service"]), bodyParts(l.parts["service"])) {
			continue
		}
		whole, at = plus(whole, o.quantity.Readings[0]), &o.place
	}
	return whole, at
}

func plus(a, b imr.Range) imr.Range { return imr.Range{Low: a.Low + b.Low, High: a.High + b.High} }

func add(found []imr.Reading[imr.Range], q *imr.Quantity, at imr.Evidence) []imr.Reading[imr.Range] {
	if q == nil {
		return found
	}
	for _, r := range q.Readings {
		found = append(found, reading(r, at))
	}
	return found
}

func (c *classifier) needleLines() int {
	n := 0
	for _, l := range c.request.lines {
		if l.needles() {
			n++
		}
	}
	return n
}

// otherStatements are the places besides RFA and UR letter that say how much is asked: the plan of the report nearest before the
// request. The application's list is held against the request as a whole (listsDiffer).
func (c *classifier) otherStatements() []imr.Mention {
	var out []imr.Mention
	for _, p := range c.papers {
		if p.excluded || c.request.paper != nil && p.file == c.request.paper.file && p.first == c.request.paper.first {
			continue
		}
		if p.kind == progress && p.date != "" && c.requestDate != "" && p.date <= c.requestDate && p.date.DaysUntil(c.requestDate) <= 21 {
			out = append(out, planned(p)...)
		}
	}
	return out
}

// planned returns what the plan of a report asks for, leaving out what it tells of earlier requests.
func planned(p paper) []imr.Mention {
	var out []imr.Mention
	for _, m := range p.of("plan") {
		section := strings.ToLower(m.Section)
		inPlan := strings.Contains(section, "plan") || section == "a/p" || strings.Contains(section, "recommend") || strings.Contains(section, "request")
		if !inPlan || m.Quantity == nil || len(m.Quantity.Readings) != 1 || m.Quantity.Done > 0 || aboutThePast(m.Text) || len(bodyParts(m.Text)) > 1 {
			continue
		}
		out = append(out, m)
	}
	return out
}

func aboutThePast(text string) bool {
	text = strings.ToLower(text)
	for _, w := range []string{"denied", "previous", "prior", "completed", "attended", "was approved", "were approved", "authorized", "certified", "has had", "remaining", "modified", "request of"} {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// partsNamed is how many parts of the body the line itself names.
func partsNamed(l line) int { return len(bodyParts(l.parts["service"] + " " + l.parts["quantity"])) }

// repeatedPerPart reports whether a line gives a count for each of several parts: "2x6 neck and 2x6 low back", "12 each".
func repeatedPerPart(l line) bool {
	text := strings.ToLower(l.parts["service"] + " " + l.parts["quantity"])
	if strings.Contains(text, "each") || strings.Contains(text, "per body part") || strings.Contains(text, "per area") {
		return true
	}
	counts := someCount.FindAllStringIndex(text, -1)
	after, before, from := 0, 0, 0
	for i, at := range counts {
		end := len(text)
		if i+1 < len(counts) {
			end = counts[i+1][0]
		}
		if len(bodyParts(text[at[1]:end])) > 0 {
			after++
		}
		if len(bodyParts(text[from:at[0]])) > 0 { // "neck 6 visits and low back 6 visits"
			before++
		}
		from = at[1]
	}
	return max(after, before) >= partsNamed(l)
}

// someCount is a number of visits: "4 visits", "2x6", "8 for the".
var someCount = pattern.New(`\d+\s*(?:visits?|sessions?|treatments?|tx|for|to the)\b|\d+\s*x\s*\d+`)

// unreadQuantity reports whether a line holds numbers that no expression explains.
func unreadQuantity(l line) bool { return l.parts["unread"] != "" }

// markVariants marks needle lines that are variants of the same appointments: several of them, for the same part of the body.
func markVariants(items []imr.Item) {
	for i := range items {
		for j := range items {
			a, b := items[i], items[j]
			if i != j && a.Service != imr.OtherService && b.Service != imr.OtherService && strings.Join(a.BodyPart.Value, " ") == strings.Join(b.BodyPart.Value, " ") {
				items[i].Variant = true
			}
		}
	}
}
