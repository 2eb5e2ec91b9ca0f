package classify

import (
	"regexp"
	"sort"
	"strings"

	"imr"
)

// Therapy that ended long ago is not what acupuncture is an adjunct to; surgery years ago neither.
const (
	therapyCurrentDays = 60  // a therapy visit so many days before the request counts as under way
	reportCurrentDays  = 180 // a report so old still speaks of the present
	surgeryRecentDays  = 365 // surgery so many days before the request is what recovery is hastened from
)

// indicationOf reads which indications of 9792.24.1(a)(1) the record proves. The empty list is known only when the record
// positively shows that none holds: medication tolerated or never given, no rehabilitation, no surgery.
func (c *classifier) indicationOf(l line) imr.Fact[[]string] {
	proven := map[string][]imr.Evidence{}
	absentSigns := map[string][]imr.Evidence{}
	for _, p := range c.papers {
		if !p.clinical() && p.kind != authorized {
			continue
		}
		c.medicationSigns(p, proven, absentSigns)
		c.rehabilitationSigns(p, proven, absentSigns)
		c.surgerySigns(p, proven, absentSigns)
	}
	if postOperative.MatchString(l.text) {
		proven[imr.AdjunctSurgery] = append(proven[imr.AdjunctSurgery], l.place)
	}
	return indicationFact(c.reader, proven, absentSigns)
}

var postOperative = regexp.MustCompile(`(?i)post-?\s?op|post-?surg`)

func indicationFact(r reader, proven, none map[string][]imr.Evidence) imr.Fact[[]string] {
	var names []string
	for name := range proven {
		names = append(names, name)
	}
	sort.Strings(names)
	if len(names) > 0 {
		var at []imr.Evidence
		for _, n := range names {
			at = append(at, proven[n]...)
		}
		return imr.KnownFact(names, at...)
	}
	if len(none["medication"]) > 0 && len(none["rehabilitation"]) > 0 && len(none["surgery"]) > 0 {
		at := append(append(none["medication"], none["rehabilitation"]...), none["surgery"]...)
		return imr.KnownFact([]string{}, at...)
	}
	return absent[[]string](r)
}

func (c *classifier) medicationSigns(p paper, proven, none map[string][]imr.Evidence) {
	for _, m := range p.of("medication") {
		switch {
		case !asserted(m) || listsAllergies(p, m):
		case (m.Sense == "not_tolerated" || m.Sense == "pronoun" && namesDrug(p, m)) && !deniedBefore(m):
			proven[imr.MedicationNotTolerated] = append(proven[imr.MedicationNotTolerated], m.Evidence)
		case m.Sense == "tolerated" || m.Sense == "never":
			none["medication"] = append(none["medication"], m.Evidence)
		}
	}
	for _, m := range p.of("improvement_dependency") {
		if m.Sense == "reduced" && asserted(m) && !holds(m, "negated") && !notTolerated(p, m) && taken(m) && !wrongWay(m) {
			proven[imr.MedicationReduced] = append(proven[imr.MedicationReduced], m.Evidence)
		}
	}
}

// namesDrug reports whether the "it" of a sentence is a medicine: the sentence before names one.
func namesDrug(p paper, m imr.Mention) bool {
	for _, o := range p.of("clinical") {
		if o.Sense == "medication" && o.Text == m.Before {
			return true
		}
	}
	return false
}

// taken reports whether a reduction of medicine has been carried out, in words that leave no doubt.
func taken(m imr.Mention) bool {
	return achieved.MatchString(m.Text) && !stillPlanned.MatchString(m.Text)
}

var (
	achieved     = regexp.MustCompile(`(?i)\b(?:tapered|weaned|reduced|decreased|lowered|cut|halved|fell|fallen|dropped|down to|down from|being (?:reduced|tapered|weaned))\b`)
	stillPlanned = regexp.MustCompile(`(?i)\b(?:will|plan\w*|to be|would|goal|should|hope|recommend\w*|begin|pending|wish\w*|wants?)\b`)
	denial       = regexp.MustCompile(`(?i)\b(?:no|not|denies|without|never)\b(?:\s+\S+){0,3}\s*$`)
)

func deniedBefore(m imr.Mention) bool {
	at := strings.Index(m.Text, m.Value)
	return at > 0 && denial.MatchString(firmWords.Replace(m.Text[:at]))
}

// listsAllergies reports whether the words stand in a list of allergies, which alone proves nothing.
func listsAllergies(p paper, m imr.Mention) bool {
	if strings.Contains(strings.ToLower(m.Section), "allerg") {
		return true
	}
	for _, o := range p.of("medication") {
		if o.Sense == "allergy" && o.Text == m.Text {
			return true
		}
	}
	return false
}

func (c *classifier) rehabilitationSigns(p paper, proven, none map[string][]imr.Evidence) {
	if p.kind == therapyNote && c.within(p.date, therapyCurrentDays) && !strings.Contains(strings.ToLower(p.text), "discharge") {
		proven[imr.AdjunctRehabilitation] = append(proven[imr.AdjunctRehabilitation], c.titlePlace(p))
	}
	senses := map[string]map[string]bool{}
	for _, m := range p.of("rehabilitation") {
		if senses[m.Text] == nil {
			senses[m.Text] = map[string]bool{}
		}
		senses[m.Text][m.Sense] = true
	}
	for _, m := range p.of("rehabilitation") {
		switch {
		case holds(m, "quoted") || holds(m, "hypothetical") || holds(m, "other"):
		case m.Sense == "none":
			none["rehabilitation"] = append(none["rehabilitation"], m.Evidence)
		case m.Sense == "current" && !senses[m.Text]["none"] && !senses[m.Text]["completed"] && c.within(p.date, reportCurrentDays) && p.kind != firstReport:
			proven[imr.AdjunctRehabilitation] = append(proven[imr.AdjunctRehabilitation], m.Evidence)
		}
	}
}

func (c *classifier) surgerySigns(p paper, proven, none map[string][]imr.Evidence) {
	for _, m := range p.of("surgery") {
		switch {
		case holds(m, "quoted") || holds(m, "other"):
		case m.Sense == "none":
			none["surgery"] = append(none["surgery"], m.Evidence)
		case m.Sense == "adjunct" && !holds(m, "negated"), m.Sense == "done" && !holds(m, "negated") && m.Parts["day"] != "" && c.within(imr.Date(m.Parts["day"]), surgeryRecentDays):
			proven[imr.AdjunctSurgery] = append(proven[imr.AdjunctSurgery], m.Evidence)
		}
	}
}

// within reports whether a day lies at most so many days before the request; a day not known does not.
func (c *classifier) within(d imr.Date, days int) bool {
	if d == "" {
		return c.requestDate == ""
	}
	return c.requestDate == "" || d.DaysUntil(c.requestDate) <= days && d.DaysUntil(c.requestDate) >= -days
}
