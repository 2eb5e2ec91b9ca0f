package classify

import (
	"regexp"
	"sort"
	"strconv"
	"strings"

	"imr"
)

// verdict is what utilization review did with one line.
type verdict struct {
	outcome    imr.Fact[string]
	authorized imr.Fact[int]
	asked      *imr.Quantity // the quantity that the UR letter says was requested
	place      imr.Evidence
	trial      bool // what it certified, it calls a first trial
}

var trialWords = regexp.MustCompile(`(?i)\b(?:trial|initial (?:course|visits|sessions|treatments)|first course)\b`)

// letters returns the UR determinations, oldest first.
func letters(ps []paper) []*paper {
	var out []*paper
	for i := range ps {
		if ps[i].kind == ur && !ps[i].excluded && len(ps[i].of("ur")) > 0 {
			out = append(out, &ps[i])
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].date < out[j].date })
	return out
}

// verdictOn finds what a UR letter decided about a line: the decision that names the same service and, of several, the same
// quantity; or the only decision there is, where it names no other service.
func (c *classifier) verdictOn(l line, index int) verdict {
	m, ok := c.decisionFor(l, index)
	if !ok {
		return verdict{outcome: absent[string](c.reader), authorized: absent[int](c.reader)}
	}
	v := verdict{outcome: imr.KnownFact(m.Sense, m.Evidence), asked: m.Quantity, place: m.Evidence}
	v.authorized = c.authorizedBy(m, l)
	v.trial = m.Sense == imr.URModified && v.authorized.Value > 0 && trialWords.MatchString(m.Text)
	return v
}

func (c *classifier) decisionFor(l line, index int) (imr.Mention, bool) {
	if c.letter == nil {
		return imr.Mention{}, false
	}
	all := c.letter.of("ur")
	var fit []imr.Mention
	for _, m := range all {
		if sameService(l, m.Parts["service"]) {
			fit = append(fit, m)
		}
	}
	if len(fit) == 0 {
		if len(all) == 1 && (len(c.request.lines) == 1 && unnamed(all[0]) || strings.Contains(strings.ToLower(all[0].Text), "all ")) {
			return all[0], true
		}
		return imr.Mention{}, false
	}
	for _, m := range fit {
		if l.needles() && len(fit) > 1 && sameVariant(l, m.Parts["service"]) && sameReadings(m.Quantity, l.quantity) {
			return m, true
		}
	}
	if l.needles() && len(fit) > index {
		return fit[index], true
	}
	return fit[0], true
}

// unnamed reports whether a decision names no treatment, only a number of visits: "8 visits, lumbar spine: non-certified".
func unnamed(m imr.Mention) bool {
	return strings.Contains(strings.ToLower(m.Parts["service"]), "visit") && m.Quantity != nil || strings.Contains(strings.ToLower(m.Parts["service"]), "session")
}

func sameVariant(l line, text string) bool {
	service, _ := serviceOf(text, text)
	return service == l.service
}

// sameService reports whether a UR letter's words name the line's service.
func sameService(l line, text string) bool {
	service, _ := serviceOf(text, text)
	if l.needles() || service != imr.OtherService {
		return l.needles() && service != imr.OtherService
	}
	have := map[string]bool{}
	for _, w := range significant(text) {
		have[w] = true
	}
	for _, w := range significant(l.parts["service"]) {
		if have[w] {
			return true
		}
	}
	return false
}

var commonWords = map[string]bool{"with": true, "request": true, "visits": true, "sessions": true, "treatment": true, "therapy": true, "while": true, "times": true, "week": true, "weeks": true, "acupuncture": true, "unit": true}

// significant returns a text's telling words: longer than two letters and not used of every treatment.
func significant(text string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		if len(w) > 2 && !commonWords[w] {
			out = append(out, w)
		}
	}
	return out
}

// authorizedBy is the number of visits that a decision certifies.
func (c *classifier) authorizedBy(m imr.Mention, l line) imr.Fact[int] {
	if n, err := strconv.Atoi(m.Value); err == nil {
		return imr.KnownFact(n, m.Evidence)
	}
	switch m.Sense {
	case imr.URDenied:
		return imr.KnownFact(0, m.Evidence)
	case imr.URApproved:
		if l.quantity != nil && len(l.quantity.Readings) == 1 {
			return imr.KnownFact(int(l.quantity.Readings[0].High), m.Evidence)
		}
	}
	return unplacedFact[int](m.Evidence)
}

// caseOutcome is the outcome of the acupuncture lines in dispute, or of all lines where none is acupuncture or UR approved them all.
func caseOutcome(r reader, letter *paper, items []imr.Item) imr.Fact[string] {
	var found []imr.Reading[string]
	for _, it := range items {
		if it.Service != imr.OtherService {
			found = append(found, it.UROutcome.Readings...)
		}
	}
	if len(found) == 0 && letter != nil {
		for _, m := range letter.of("ur") {
			found = append(found, reading(m.Sense, m.Evidence))
		}
	}
	return settle(r, found)
}
