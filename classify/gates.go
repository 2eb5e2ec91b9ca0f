package classify

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

// gateFacts reads what decides whether the case can be reviewed at all.
func (c *classifier) gateFacts(items []imr.Item) imr.CaseFacts {
	f := imr.CaseFacts{
		DateOfInjury: c.dateFact("injury", nil), URDate: c.urDate(), RFADate: c.rfaDate(),
		UROutcome: caseOutcome(c.reader, c.letter, items), URDecision: c.hasLetter(items),
		AuthorizedLater: c.authorizedLater(), Withdrawn: c.withdrawn(), ClinicalRecord: c.clinicalRecord(),
		RequestsUnclear: yes(c.reader, c.request.unclear), ListsDiffer: c.listsDiffer(),
		ApplicationDate: c.applicationDate(), ApplicationBlank: c.applicationBlank(),
		URMailed: c.said("mailed", ur, proof), Assigned: c.assigned(),
	}
	f.GoverningDate = f.URDate
	if day, ok := c.dateOfService(); ok {
		f.GoverningDate = day
	}
	return f
}

// yes is a fact that holds where places show it, and is absent otherwise.
func yes(r reader, at []imr.Evidence) imr.Fact[bool] {
	if len(at) == 0 {
		return absent[bool](r)
	}
	return imr.KnownFact(true, at...)
}

// hasLetter reports a determination of the request. One that names only other treatment than the acupuncture in dispute may not be all.
func (c *classifier) hasLetter(items []imr.Item) imr.Fact[bool] {
	if c.letter != nil && leavesOut(*c.letter, items) {
		return imr.Fact[bool]{Status: imr.Unknown, Searched: []imr.Evidence{c.titlePlace(*c.letter)}}
	}
	if c.letter != nil {
		return imr.KnownFact(true, c.letter.of("ur")[0].Evidence)
	}
	for _, p := range c.papers {
		if !p.excluded && (p.kind == ur || p.kind == unplaced && mayDecide.MatchString(p.text) && needling.MatchString(p.text)) {
			return imr.Fact[bool]{Status: imr.Unknown, Searched: []imr.Evidence{c.titlePlace(p)}}
		}
	}
	return absent[bool](c.reader)
}

// A page of no known kind that speaks of a decision on acupuncture may be the determination: that there is none is not shown.
var (
	mayDecide = pattern.New(`(?i)non-?certif|\b(?:not|cannot|can['’]t|don['’]t|unable to|must) (?:\w+ ){0,2}(?:certif\w+|approve[sd]?|authorize[sd]?|recommend(?:ed)?|support|decline)\b|\b(?:denied|denial|certified|approved|disapproved|determination|dispos(?:ed|ition))\b|utilization review|\bin excess of\b`)
	needling  = pattern.New(`(?i)\bacu|needling`)
)

// leavesOut reports whether a letter decides on other services by name, and on no acupuncture, though acupuncture is asked for.
func leavesOut(letter paper, items []imr.Item) bool {
	asked := false
	for _, it := range items {
		asked = asked || it.Service != imr.OtherService
		if it.Service != imr.OtherService && len(it.UROutcome.Readings) > 0 {
			return false
		}
	}
	for _, m := range letter.of("ur") {
		if service, _ := serviceOf(m.Parts["service"], m.Parts["service"]); service != imr.OtherService || familyOf(m.Parts["service"]) == "" {
			return false
		}
	}
	return asked
}

// said collects the mentions of what happened to the request, in papers of the kinds given (all, without any).
func (c *classifier) said(sense string, kinds ...string) imr.Fact[bool] {
	return yes(c.reader, places(c.process(sense, kinds...)))
}

func (c *classifier) process(sense string, kinds ...string) []imr.Mention {
	var out []imr.Mention
	for _, p := range c.papers {
		if p.excluded || len(kinds) > 0 && !oneOf(p.kind, kinds) {
			continue
		}
		for _, m := range p.of("process") {
			if m.Sense == sense && stated(m) {
				out = append(out, m)
			}
		}
	}
	return out
}

// stated reports whether a letter says a thing as done. That it speaks of a request does not make it a plan.
func stated(m imr.Mention) bool {
	return !holds(m, "hypothetical") && !holds(m, "quoted") && !holds(m, "negated")
}

func oneOf(s string, list []string) bool {
	for _, x := range list {
		if s == x {
			return true
		}
	}
	return false
}

// authorizedLater looks for a letter after the UR decision that authorizes the request.
func (c *classifier) authorizedLater() imr.Fact[bool] {
	var at []imr.Evidence
	for _, p := range c.papers {
		if p.excluded || c.letter == nil || p.date == "" || p.date < c.letter.date || p.file == c.letter.file && p.first == c.letter.first {
			continue
		}
		if !oneOf(p.kind, []string{authorized, ur, unplaced, "message", "attorney"}) {
			continue
		}
		before := len(at)
		for _, m := range p.of("process") {
			grants := m.Sense == "authorized_later" || m.Sense == "reversed" && acuWord.MatchString(p.text)
			if grants && stated(m) && !strings.Contains(strings.ToLower(m.Text), "non-certif") {
				at = append(at, m.Evidence)
			}
		}
		if p.kind == authorized && len(at) == before {
			at = append(at, granted(p)...)
		}
	}
	return yes(c.reader, at)
}

// granted are the places where a letter of authorization approves acupuncture by name and refuses nothing.
func granted(p paper) []imr.Evidence {
	var at []imr.Evidence
	for _, m := range p.of("ur") {
		if m.Sense != imr.URApproved {
			return nil
		}
		if acuWord.MatchString(m.Parts["service"]) {
			at = append(at, m.Evidence)
		}
	}
	return at
}

func (c *classifier) withdrawn() imr.Fact[bool] {
	var at []imr.Evidence
	for _, m := range c.process("withdrawn") {
		if !strings.Contains(m.Text, "may ") && !earlierRequest.MatchString(m.Text) {
			at = append(at, m.Evidence)
		}
	}
	return yes(c.reader, at)
}

var earlierRequest = pattern.New(`(?i)\b(?:earlier|previous|prior|first|january|february|march|april|may|june|july|august|september|october|november|december)\b(?: \w+){0,2} request|request of (?:january|february|march|april|may|june|july|august|september|october|november|december)`)

// notRecords are the kinds of papers that are no medical record.
var notRecords = []string{application, rfa, ur, assignment, authorized, withdrawal, "fax", proof, "attorney", "billing", "wage", "appointments", "message", "deposition", "case_manager", unplaced}

func (c *classifier) clinicalRecord() imr.Fact[bool] {
	for _, p := range c.papers {
		if p.excluded {
			continue
		}
		if !oneOf(p.kind, notRecords) || p.kind == unplaced && len(p.text) > 400 {
			return imr.KnownFact(true, c.titlePlace(p))
		}
	}
	return absent[bool](c.reader)
}

// listsDiffer holds the application's list against the request: a service that only the application names, needle treatment that only
// one of them names, for another part of the body, or by counts on both sides of a first course.
func (c *classifier) listsDiffer() imr.Fact[bool] {
	for _, p := range c.papers {
		listed := linesOf(p)
		if p.kind != application || p.excluded || len(listed) == 0 || len(c.request.lines) == 0 {
			continue
		}
		if otherFamilies(listed, c.request.lines) || otherNeedles(needleLine(listed), needleLine(c.request.lines)) {
			return imr.KnownFact(true, listed[0].place, c.request.lines[0].place)
		}
	}
	return absent[bool](c.reader)
}

// otherFamilies reports whether a list names a kind of service that the request does not.
func otherFamilies(listed, asked []line) bool {
	have := map[string]bool{"": true}
	for _, l := range asked {
		have[l.family()] = true
	}
	for _, l := range listed {
		if !have[l.family()] {
			return true
		}
	}
	return false
}

func otherNeedles(listed, asked *line) bool {
	if listed == nil || asked == nil {
		return (listed == nil) != (asked == nil)
	}
	return otherSide(listed.quantity, asked.quantity) || apartFrom(bodyParts(listed.parts["service"]), bodyParts(asked.parts["service"]))
}

// apartFrom reports whether two lists of body parts name some and share none.
func apartFrom(a, b []string) bool {
	for _, x := range a {
		if oneOf(x, b) {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}

func needleLine(ls []line) *line {
	for i := range ls {
		if ls[i].needles() {
			return &ls[i]
		}
	}
	return nil
}

// firstCourse is the number of treatments in which an effect should show: 9792.24.1(c)(1).
const firstCourse = 6

func otherSide(a, b *imr.Quantity) bool {
	if a == nil || b == nil || len(a.Readings) != 1 || len(b.Readings) != 1 {
		return false
	}
	return (a.Readings[0].High > firstCourse) != (b.Readings[0].High > firstCourse)
}

func (c *classifier) assigned() imr.Fact[bool] {
	if c.admin.Assigned.Known() {
		return imr.KnownFact(true, imr.Evidence{File: "case.toml", How: "case.toml", Quote: "assigned = " + string(c.admin.Assigned)})
	}
	return c.said("assignment", assignment)
}

// applicationDate is the day of the application's signature: the one beside or below it, else the last day on the form without
// another meaning.
func (c *classifier) applicationDate() imr.Fact[imr.Date] {
	var found []imr.Reading[imr.Date]
	for _, p := range c.papers {
		if p.kind != application || p.excluded {
			continue
		}
		for _, sense := range []string{"signed", "date", "alone"} {
			days := p.days(sense)
			if len(days) > 0 && sense != "signed" {
				days = days[len(days)-1:]
			}
			if found = append(found, days...); len(days) > 0 {
				break
			}
		}
	}
	return settle(c.reader, found)
}

// days are the days in a paper with a role.
func (p paper) days(sense string) []imr.Reading[imr.Date] {
	var out []imr.Reading[imr.Date]
	for _, m := range p.of("date") {
		if m.Sense == sense {
			out = append(out, reading(imr.Date(m.Value), m.Evidence))
		}
	}
	return out
}

var (
	blankSignature = pattern.New(`(?i)signature[^:]{0,30}:?\s*(?:_{3,}|\.{4,})?\s*(?:date\b[^:]{0,20}:?\s*(?:_{3,}|\.{4,})?)?\s*$`)
	dateLabel      = pattern.New(`(?i)^\s*date(?: signed)?\s*:?\s*(?:_{3,}|\.{4,})?\s*$`)
	filledIn       = pattern.New(`/s/|\d{1,2}[/-]\d{1,2}[/-]\d{2}|\b\d{4}\b`)
)

// applicationBlank reports an application whose line for signature and date holds nothing, nor the line below it.
func (c *classifier) applicationBlank() imr.Fact[bool] {
	for _, p := range c.papers {
		if p.kind != application || p.excluded {
			continue
		}
		lines := strings.Split(p.text, "\n")
		for i, text := range lines {
			if i+1 < len(lines) && dateLabel.MatchString(lines[i+1]) {
				text, i = text+" "+lines[i+1], i+1
			}
			blank := blankSignature.MatchString(text) && strings.Contains(strings.ToLower(text), "date")
			if blank && !(i+1 < len(lines) && filledIn.MatchString(lines[i+1])) {
				at := c.titlePlace(p)
				at.Quote = text
				return imr.KnownFact(true, at)
			}
		}
	}
	return absent[bool](c.reader)
}
