package classify

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// Therapy that ended long ago is not what acupuncture is an adjunct to; surgery years ago neither.
const (
	therapyCurrentDays = 60  // a therapy visit so many days before the request counts as under way
	reportCurrentDays  = 180 // a report so old still speaks of the present
	surgeryRecentDays  = 365 // surgery so many days before the request is what recovery is hastened from
)

// signs are the places that speak for and against the indications.
type signs struct {
	proven  map[string][]imr.Evidence // by indication
	none    map[string][]imr.Evidence // by ground: "medication", "rehabilitation", "surgery"
	earlier map[string]bool           // grounds that there were once, or may be: neither proven nor absent
}

// indicationOf reads which indications of 9792.24.1(a)(1) the record proves. The empty list is known only when the record
// positively shows that none holds: medication tolerated or never given, no rehabilitation, no surgery, now or earlier.
func (c *classifier) indicationOf(l line) imr.Fact[[]string] {
	s := signs{map[string][]imr.Evidence{}, map[string][]imr.Evidence{}, map[string]bool{}}
	for _, p := range c.papers {
		if !p.clinical() && p.kind != authorized {
			continue
		}
		c.medicationSigns(p, s)
		c.rehabilitationSigns(p, s)
		c.surgerySigns(p, s)
	}
	if postOperative.MatchString(l.text) {
		s.proven[imr.AdjunctSurgery] = append(s.proven[imr.AdjunctSurgery], l.place)
	}
	return s.fact(c.reader)
}

var postOperative = pattern.New(`(?i)post-?\s?op|post-?surg`)

func (s signs) fact(r reader) imr.Fact[[]string] {
	names := slices.Sorted(maps.Keys(s.proven))
	if len(names) > 0 {
		var at []imr.Evidence
		for _, n := range names {
			at = append(at, s.proven[n]...)
		}
		return imr.KnownFact(names, at...)
	}
	var at []imr.Evidence
	for _, ground := range []string{"medication", "rehabilitation", "surgery"} {
		if len(s.none[ground]) == 0 || s.earlier[ground] {
			return absent[[]string](r)
		}
		at = append(at, s.none[ground]...)
	}
	return imr.KnownFact([]string{}, at...)
}

// onceHad reports whether a sentence that also says "none" tells of an earlier time: "fusion in 2006, no further surgery".
func onceHad(m imr.Mention, none bool) bool {
	return !none || m.Parts["year"] != "" || stillNone.MatchString(m.Text)
}

var stillNone = pattern.New(`(?i)\bno (?:further|additional|more|other|new|repeat|current)\b|\bnone (?:now|since|currently)\b`)

func (c *classifier) medicationSigns(p paper, s signs) {
	for _, m := range p.of("medication") {
		switch {
		case m.Sense == "allergy":
			s.earlier["medication"] = true
		case !asserted(m) || listsAllergies(p, m):
		case (m.Sense == "not_tolerated" || m.Sense == "pronoun" && namesDrug(p, m)) && !deniedBefore(m):
			s.proven[imr.MedicationNotTolerated] = append(s.proven[imr.MedicationNotTolerated], m.Evidence)
		case m.Sense == "tolerated" || m.Sense == "never":
			s.none["medication"] = append(s.none["medication"], m.Evidence)
		}
	}
	for _, m := range p.of("improvement_dependency") {
		if m.Sense != "reduced" || notTolerated(p, m) || holds(m, "negated") {
			continue
		}
		if asserted(m) && taken(m) && !wrongWay(m) && !holds(m, "withheld") {
			s.proven[imr.MedicationReduced] = append(s.proven[imr.MedicationReduced], m.Evidence)
			continue
		}
		s.earlier["medication"] = true // a taper that is planned
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
	_, _, compared := fromTo(m)
	return (compared || achieved.MatchString(m.Text)) && !stillPlanned.MatchString(m.Text)
}

var (
	achieved     = pattern.New(`(?i)\b(?:tapered|weaned|reduced|decreased|lowered|cut|halved|fell|fallen|dropped|down to|down from|being (?:reduced|tapered|weaned)|lowering|stopped|discontinued|d/c['’]?d|off|quit|no longer (?:takes?|needs?|uses?)|complete\w*|without it)\b`)
	stillPlanned = pattern.New(`(?i)\b(?:will|plan\w*|to be|would|goal|should|hope|recommend\w*|begin|pending|wish\w*|wants?)\b`)
	denial       = pattern.New(`(?i)\b(?:no|not|denies|without|never)\b(?:\s+\S+){0,3}\s*$`)
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

func (c *classifier) rehabilitationSigns(p paper, s signs) {
	if p.kind == therapyNote && c.within(p.date, therapyCurrentDays) && !strings.Contains(strings.ToLower(p.text), "discharge") {
		s.proven[imr.AdjunctRehabilitation] = append(s.proven[imr.AdjunctRehabilitation], c.titlePlace(p))
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
			s.none["rehabilitation"] = append(s.none["rehabilitation"], m.Evidence)
		case holds(m, "elsewhere"): // therapy of another injury is none that acupuncture is an adjunct to
			s.earlier["rehabilitation"] = true
		case m.Sense == "completed" && onceHad(m, senses[m.Text]["none"]):
			s.earlier["rehabilitation"] = true
		case m.Sense == "current" && !senses[m.Text]["none"] && !senses[m.Text]["completed"] && c.speaksOfNow(p):
			s.proven[imr.AdjunctRehabilitation] = append(s.proven[imr.AdjunctRehabilitation], m.Evidence)
		}
	}
}

// speaksOfNow reports whether the therapy that a paper calls current was so at the time of the request.
func (c *classifier) speaksOfNow(p paper) bool {
	if p.kind == therapyNote {
		return c.within(p.date, therapyCurrentDays)
	}
	return c.within(p.date, reportCurrentDays) && p.kind != firstReport
}

func (c *classifier) surgerySigns(p paper, s signs) {
	none := map[string]bool{}
	for _, m := range p.of("surgery") {
		none[m.Text] = none[m.Text] || m.Sense == "none"
	}
	for _, m := range p.of("surgery") {
		if (m.Sense == "done" || m.Sense == "planned") && !holds(m, "quoted") && !holds(m, "other") && onceHad(m, none[m.Text]) {
			s.earlier["surgery"] = true
		}
		switch {
		case holds(m, "quoted") || holds(m, "other"):
		case m.Sense == "none":
			s.none["surgery"] = append(s.none["surgery"], m.Evidence)
		case m.Sense == "adjunct" && !holds(m, "negated"), m.Sense == "done" && !holds(m, "negated") && c.recent(p, m):
			s.proven[imr.AdjunctSurgery] = append(s.proven[imr.AdjunctSurgery], m.Evidence)
		}
	}
}

// recent reports whether surgery lies within the year before the request, by the day that the sentence names or by how long ago it says.
func (c *classifier) recent(p paper, m imr.Mention) bool {
	if day := m.Parts["day"]; day != "" {
		return c.within(imr.Date(day), surgeryRecentDays)
	}
	ago, err := strconv.Atoi(m.Parts["days_ago"])
	return err == nil && ago <= surgeryRecentDays && c.within(p.date, reportCurrentDays)
}

// within reports whether a day lies at most so many days before the request; a day not known does not.
func (c *classifier) within(d imr.Date, days int) bool {
	if d == "" {
		return c.requestDate == ""
	}
	return c.requestDate == "" || d.DaysUntil(c.requestDate) <= days && d.DaysUntil(c.requestDate) >= -days
}
