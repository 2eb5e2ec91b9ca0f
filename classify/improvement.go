package classify

import (
	"strconv"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// limb is what a record says of one limb of functional improvement.
type limb struct {
	yes, no, unclear []imr.Evidence
	lost             []imr.Evidence // gains that did not last
	same, eased      []imr.Mention  // work status that stayed as it was, and limits to work that were eased
}

// improvementOf reads a limb: topic is "improvement_function" or "improvement_dependency". A clear statement makes it known; two
// that differ, contradictory; one that cannot be placed, unknown; none, silent.
func (c *classifier) improvementOf(topic string, h history) imr.Fact[bool] {
	var l limb
	for _, p := range c.papers {
		if !p.clinical() || p.kind == firstReport || p.kind == operative || p.kind == therapyNote && topic == "improvement_dependency" {
			continue
		}
		for _, m := range p.of(topic) {
			c.weigh(&l, p, m, h)
		}
	}
	return l.fact(c.reader)
}

// settleStatus makes a work status that stayed as it was speak against an improvement where nothing else speaks for one, or where the
// same limit is said to have been eased: activities may be gained while the duty stays modified.
func (l *limb) settleStatus() {
	for _, s := range l.same {
		contested := len(l.yes) == 0 || idle.MatchString(s.Text)
		for _, e := range l.eased {
			contested = contested || levelWord.MatchString(s.Text) && dutyWord.MatchString(e.Text) || limitWord.MatchString(s.Text) && limitWord.MatchString(e.Text)
		}
		if contested {
			l.no = append(l.no, s.Evidence)
		}
	}
}

func (l limb) fact(r reader) imr.Fact[bool] {
	l.settleStatus()
	var found []imr.Reading[bool]
	for _, at := range l.yes {
		found = append(found, reading(true, at))
	}
	for _, at := range l.no {
		found = append(found, reading(false, at))
	}
	if len(l.unclear) > 0 && len(l.yes) == 0 {
		return imr.Fact[bool]{Status: imr.Unknown, Searched: append(l.unclear, l.no...)}
	}
	if len(l.lost) > 0 && len(l.yes) > 0 {
		return imr.Fact[bool]{Status: imr.Unknown, Searched: append(l.yes, l.lost...)}
	}
	return settle(r, found)
}

// weigh puts one statement where it belongs.
func (c *classifier) weigh(l *limb, p paper, m imr.Mention, h history) {
	if !asserted(m) || repeated(p, m) {
		if holds(m, "hypothetical") && !holds(m, "planned") && m.Sense != "unchanged" && restrictionByAcupuncturist(p, m) {
			l.unclear = append(l.unclear, m.Evidence) // "the limit may be raised" is as much as an acupuncturist can say
		}
		return
	}
	old := beforeCourse(p, m, h)
	switch m.Sense {
	case "unchanged":
		switch {
		case old:
		case statusAlone(m):
			l.same = append(l.same, m)
		default:
			l.no = append(l.no, m.Evidence)
		}
	case "lost":
		l.lost = append(l.lost, m.Evidence)
	case "vague", "net":
		if p.kind != therapyNote && !old && !statedBetter(p, m) && !onlyPain(m) {
			l.unclear = append(l.unclear, m.Evidence)
		}
	default:
		c.weighGain(l, p, m, old)
	}
}

// weighGain weighs a statement of a gain: it counts when it is acupuncture's, after the course, and a physician's where it speaks
// of work restrictions (Labor Code 3209.3(e)).
func (c *classifier) weighGain(l *limb, p paper, m imr.Mention, old bool) {
	switch {
	case onlyPain(m) || notTolerated(p, m):
		return
	case holds(m, "negated") && !limitStated.MatchString(m.Text):
		l.no = append(l.no, m.Evidence)
	case old || c.later(p) || holds(m, "predates") && (!holds(m, "presently") || holds(m, "already")) || credited(p, m) || holds(m, "withheld") || holds(m, "lost") || restrictionByAcupuncturist(p, m) || wrongWay(m):
		l.unclear = append(l.unclear, m.Evidence)
	default:
		l.yes = append(l.yes, m.Evidence)
		if m.Sense == "restriction" {
			l.eased = append(l.eased, m)
		}
	}
}

// statusAlone reports whether a sentence says only of the work status that it stayed as it was.
func statusAlone(m imr.Mention) bool {
	return m.Topic == "improvement_function" && (dutyWord.MatchString(m.Value) || limitWord.MatchString(m.Value)) && !functionWord.MatchString(m.Text)
}

// repeated reports whether the sentence also says that nothing changed; the words of improvement then belong to the denial.
func repeated(p paper, m imr.Mention) bool {
	if m.Sense == "unchanged" {
		return false
	}
	for _, o := range p.of(m.Topic) {
		if o.Sense == "unchanged" && o.Text == m.Text && o.Evidence.Line == m.Evidence.Line {
			return true
		}
	}
	return false
}

// statedBetter reports whether the same sentence states the gain with a measure.
func statedBetter(p paper, m imr.Mention) bool {
	for _, o := range p.of(m.Topic) {
		if o.Sense != "vague" && o.Sense != "net" && o.Sense != "unchanged" && o.Text == m.Text && asserted(o) {
			return true
		}
	}
	return false
}

// credited reports whether the sentence credits another treatment, or does so together with acupuncture, or goes on from one that does.
func credited(p paper, m imr.Mention) bool {
	if m.Sense == "visits" { // it names the treatment that is needed less
		return p.kind == therapyNote
	}
	if p.kind == therapyNote || holds(m, "treatment") && (m.Topic == "improvement_function" || holds(m, "cause")) {
		return true
	}
	before := imr.Mention{Text: m.Before}
	return m.Before != "" && !holds(m, "acupuncture") && holds(before, "treatment") && holds(before, "cause")
}

// beforeCourse reports whether a statement is older than the last course.
func beforeCourse(p paper, m imr.Mention, h history) bool {
	said := p.date
	if d := m.Parts["day"]; d != "" && strings.Contains(strings.ToLower(m.Text+m.Before), "report of") {
		said = imr.Date(d)
	}
	return h.begun != "" && said != "" && said < h.begun && p.kind != acuNote
}

// onlyPain reports whether the measure is a pain score, which documents neither limb.
func onlyPain(m imr.Mention) bool {
	return painScore.MatchString(m.Value) || m.Topic == "improvement_function" && m.Sense != "restriction" && holds(m, "pain") && !namedActivity.MatchString(m.Text)
}

var (
	painScore     = pattern.New(`\b\d{1,2}\s?/\s?10\b`)
	namedActivity = pattern.New(`(?i)activities of daily living|\badls?\b|function|restriction|toleran|lift|carry|sit|stand|walk|driv|reach|work|cook|clean|dress|groom|bath|sleep|stairs|chores|household|self-?care|grip`)
	limitStated   = pattern.New(`(?i)\bno (?:lift|carry|push|pull|prolonged|repetitive|overhead|bend|more than|greater|climb|kneel|squat|stand|sit|walk|driv|stoop|twist)`)
	restrictionRe = pattern.New(`(?i)restriction|limitation|(?:lift|lifting|weight) limit|\bduty\b|work status`)
	weight        = pattern.New(`(?i)\b(?:lbs?|pounds?|kg)\b`)
	physician     = pattern.New(`\b(?:M\.?D|D\.?O|D\.?C|D\.?P\.?M)\b`)
	acupuncturist = pattern.New(`(?i)\bL\.? ?Ac\b|\bO\.?M\.?D\b|acupuncturist`)
	dutyWord      = pattern.New(`(?i)\bduty\b|work(?:ing)? status|off[- ]work|\bttd\b|disab|no work\b|\bmodified\b|\bwork\b`)
	idle          = pattern.New(`(?i)\bttd\b|off[- ](?:of )?work|total(?:ly)?[^.]{0,14}disab|\bno work\b|not working`)
	levelWord     = pattern.New(`(?i)\b(?:modified|mod|light|limited|sedentary|part[- ]time)\b`)
	limitWord     = pattern.New(`(?i)restriction|limit`)
	functionWord  = pattern.New(`(?i)function|\badl|activit|toleran|sitting|standing|walking|driving|sleep|chores|capacity|improve`)
	lessIsBetter  = pattern.New(`(?i)\b(?:help|assist|breaks?|rests?|limp|disab|score|oswestry|ndi|dash)`)
)

func restrictionByAcupuncturist(p paper, m imr.Mention) bool {
	if acupuncturist.MatchString(m.Text) && !physician.MatchString(m.Text) { // a physician who tells what the acupuncturist wrote
		return m.Sense == "restriction" || restrictionRe.MatchString(m.Text) || weight.MatchString(m.Text)
	}
	byAcupuncturist := p.kind == acuNote || acupuncturist.MatchString(p.author) && !physician.MatchString(p.author)
	return byAcupuncturist && (m.Sense == "restriction" || restrictionRe.MatchString(m.Text))
}

// notTolerated reports whether the sentence says why a medicine was stopped: that is intolerance, not less dependency.
func notTolerated(p paper, m imr.Mention) bool {
	if m.Topic != "improvement_dependency" {
		return false
	}
	for _, o := range p.of("medication") {
		if o.Sense == "not_tolerated" && strings.Contains(m.Text, o.Text) {
			return true
		}
	}
	return false
}

// wrongWay reports whether the numbers run against an improvement: less sitting, or more tablets.
func wrongWay(m imr.Mention) bool {
	if holds(m, "worse") {
		return true
	}
	from, to, ok := fromTo(m)
	if !ok {
		return false
	}
	if m.Topic == "improvement_dependency" && m.Sense != "visits" {
		return to >= from
	}
	return to <= from && !lessIsBetter.MatchString(m.Text)
}

// fromTo returns the measure before and after that a statement gives.
func fromTo(m imr.Mention) (from, to float64, ok bool) {
	from, err := strconv.ParseFloat(m.Parts["from"], 64)
	if err != nil {
		return 0, 0, false
	}
	to, err = strconv.ParseFloat(m.Parts["to"], 64)
	return from, to, err == nil
}
