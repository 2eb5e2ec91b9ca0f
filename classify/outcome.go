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

// verdictOn finds what the UR letter decided about a line: the decision that names the same service and fits best, or the only one
// there is, where it names no other service. The index counts the needle lines before it.
func (c *classifier) verdictOn(l line, index int) verdict {
	fit := c.decisionsFor(l, index)
	if len(fit) == 0 {
		return verdict{outcome: absent[string](c.reader), authorized: absent[int](c.reader)}
	}
	var said []imr.Reading[string]
	for _, m := range fit {
		said = append(said, reading(m.Sense, m.Evidence))
	}
	m := fit[0]
	for _, o := range c.letter.of("ur") { // told again, with the number that the first leaves out
		if m.Value == "" && o.Sense == m.Sense && o.Value != "" && sameService(l, o.Parts["service"]) {
			m.Value, m.Evidence = o.Value, o.Evidence
		}
	}
	v := verdict{outcome: settle(c.reader, said), asked: fit[0].Quantity, place: fit[0].Evidence}
	v.authorized = c.authorizedBy(m, l)
	if v.outcome.Status != imr.Known {
		v.authorized = unplacedFact[int](places(fit)...)
	}
	v.trial = m.Sense == imr.URModified && v.authorized.Value > 0 && trialWords.MatchString(m.Text)
	return v
}

// decisionsFor returns the decisions on a line, those that fit best and stand most firmly. Where several lines are alike, each has
// the decision of its place in the order.
func (c *classifier) decisionsFor(l line, index int) []imr.Mention {
	if c.letter == nil {
		return nil
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
			return all
		}
		return nil
	}
	fit = firmest(fit, l)
	if l.needles() && c.needleLines() > 1 && len(fit) > 1 {
		return fit[min(index, len(fit)-1):][:1]
	}
	return fit
}

// firmest keeps the decisions that fit a line best, and of those the ones that stand most firmly.
func firmest(all []imr.Mention, l line) []imr.Mention {
	best := -1
	var out []imr.Mention
	for _, m := range all {
		n := fitness(m, l)
		if n > best {
			best, out = n, nil
		}
		if n == best {
			out = append(out, m)
		}
	}
	return out
}

// fitness tells how well a decision fits a line. How firmly it stands counts most, then the part of the body and the kind of needle
// treatment, then the quantity.
func fitness(m imr.Mention, l line) int {
	rank, _ := strconv.Atoi(m.Parts["rank"])
	n := 8 * rank
	if !apartFrom(bodyParts(m.Parts["service"]), bodyParts(l.parts["service"])) {
		n += 4
	}
	if sameVariant(l, m.Parts["service"]) {
		n += 2
	}
	if m.Quantity != nil && sameReadings(m.Quantity, l.quantity) {
		n++
	}
	return n
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
