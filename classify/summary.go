package classify

import (
	"strings"

	"imr"
	"imr/internal/pattern"
)

var (
	ageWords   = pattern.New(`(?i)\b(\d{1,3})[- ]years?[- ]old\b`)
	sexWords   = pattern.New(`(?i)\byears?[- ]old\s+(?:\w+[- ]handed\s+)?(male|female|man|woman)\b|\bsex(?:\s?/\s?age)?\s*:?\s*(male|female|m|f)\b`)
	ageAfter   = pattern.New(`(?i)\bsex\s?/\s?age\s*:?\s*[mf]\s*/\s*(\d{1,3})`)
	howInjured = pattern.New(`(?i)\b(?:while|when) ([^.;]{5,110})`)
)

// summary collects the clinical facts that a letter's summary tells: each once, from the report nearest to the request.
func (c *classifier) summary() []imr.Note {
	n := &notes{}
	for _, p := range c.reports() {
		for _, m := range p.of("clinical") {
			n.person(m)
			n.story(m)
		}
		for _, m := range p.of("diagnosis") {
			if p.kind != progress && p.kind != firstReport {
				break
			}
			n.add("diagnosis", m.Value, m.Evidence, 4)
		}
		for _, m := range p.of("occupation") {
			n.add("occupation", m.Value, m.Evidence, 1)
		}
		for _, m := range p.of("rehabilitation") {
			n.add("treatment", m.Text, m.Evidence, 2)
		}
		for _, m := range p.of("surgery") {
			if m.Sense == "done" {
				n.add("treatment", m.Text, m.Evidence, 3)
			}
		}
		for _, m := range p.of("prior_acupuncture") {
			n.add("acupuncture", m.Text, m.Evidence, 2)
		}
	}
	if m, ok := c.cited(); ok {
		n.add("ur_guideline", m.Text, m.Evidence, 1)
	}
	return n.list
}

// cited is where the UR letter in dispute names the guideline it applied: the sentence on acupuncture, else the first.
func (c *classifier) cited() (imr.Mention, bool) {
	if c.letter == nil {
		return imr.Mention{}, false
	}
	all := c.letter.of("guideline")
	for _, m := range all {
		if m.Sense == "acupuncture" {
			return m, true
		}
	}
	if len(all) == 0 {
		return imr.Mention{}, false
	}
	return all[0], true
}

// reports are the clinical papers, the nearest to the request first, the first report of injury last.
func (c *classifier) reports() []paper {
	var near, rest []paper
	for _, p := range c.papers {
		switch {
		case !p.clinical() || p.kind == unplaced:
		case p.kind == progress && (c.requestDate == "" || p.date <= c.requestDate):
			near = insertByDate(near, p)
		default:
			rest = append(rest, p)
		}
	}
	return append(near, rest...)
}

func insertByDate(list []paper, p paper) []paper {
	i := 0
	for i < len(list) && list[i].date >= p.date {
		i++
	}
	return append(list[:i], append([]paper{p}, list[i:]...)...)
}

type notes struct{ list []imr.Note }

// add adds a note unless enough of the kind are there or the same words are.
func (n *notes) add(name, value string, at imr.Evidence, most int) {
	value = strings.TrimSpace(value)
	if value == "" {
		return
	}
	count := 0
	for _, have := range n.list {
		if have.Name == name {
			count++
		}
		if have.Name == name && strings.EqualFold(have.Value, value) || have.Value == value {
			return
		}
	}
	if count < most {
		n.list = append(n.list, imr.Note{Name: name, Value: value, Evidence: []imr.Evidence{at}})
	}
}

func (n *notes) person(m imr.Mention) {
	if m.Sense != "age" {
		return
	}
	if g := ageWords.FindStringSubmatch(m.Text); g != nil {
		n.add("age", g[1], m.Evidence, 1)
	} else if g := ageAfter.FindStringSubmatch(m.Text); g != nil {
		n.add("age", g[1], m.Evidence, 1)
	}
	if g := sexWords.FindStringSubmatch(m.Text); g != nil {
		n.add("sex", sexOf(g[1]+g[2]), m.Evidence, 1)
	}
}

func sexOf(word string) string {
	switch strings.ToLower(word) {
	case "f", "female", "woman":
		return "female"
	}
	return "male"
}

// story notes how the injury happened, the complaint, the medication and the work status, in the record's words.
func (n *notes) story(m imr.Mention) {
	switch m.Sense {
	case "mechanism":
		if g := howInjured.FindStringSubmatch(m.Text); g != nil && injuryWords.MatchString(m.Text+m.Section) {
			n.add("mechanism", strings.TrimSpace(g[1]), m.Evidence, 1)
		}
	case "complaint":
		n.add("complaint", m.Text, m.Evidence, 1)
	case "medication":
		if !strings.Contains(strings.ToLower(m.Section), "allerg") {
			n.add("medication", m.Text, m.Evidence, 2)
		}
	case "work_status":
		n.add("work_status", m.Text, m.Evidence, 1)
	}
}

var injuryWords = pattern.New(`(?i)injur|hurt|accident|sustain|happen|mechanism|fell|struck|onset`)
