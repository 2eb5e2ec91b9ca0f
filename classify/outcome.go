package classify

import (
	"sort"
	"strconv"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// verdict is what utilization review did with one line.
type verdict struct {
	outcome    imr.Fact[string]
	authorized imr.Fact[int]
	asked      *imr.Quantity // the quantity that the UR letter says was requested
	place      imr.Evidence
	trial      bool // what it certified, it calls a first trial
}

var trialWords = pattern.New(`(?i)\b(?:trial|initial (?:course|visits|sessions|treatments)|first course)\b`)

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

// verdictOn finds what the UR letter decided about a line: the decision that names the same service and fits best, or one on the whole
// request. The index counts the needle lines before it.
func (c *classifier) verdictOn(l line, index int) verdict {
	fit := c.decisionsFor(l, index)
	if len(fit) == 0 {
		return verdict{outcome: absent[string](c.reader), authorized: absent[int](c.reader)}
	}
	m := fit[0]
	v := verdict{outcome: outcomeOf(c.reader, fit, l), asked: m.Quantity, place: m.Evidence, authorized: unplacedFact[int](places(fit)...)}
	if v.outcome.Status == imr.Known {
		v.authorized = c.authorizedBy(c.toldAgain(m, l), v.outcome.Value, l)
	}
	v.trial = v.outcome.Value == imr.URModified && v.authorized.Value > 0 && trialWords.MatchString(m.Text)
	return v
}

// outcomeOf settles what several places decide on a line. One whose words contradict themselves leaves it unknown.
func outcomeOf(r reader, fit []imr.Mention, l line) imr.Fact[string] {
	var said []imr.Reading[string]
	parts := inParts(fit, l)
	for _, m := range fit {
		o, ok := outcomeFor(m, l)
		if parts && m.Sense == imr.URDenied {
			o = imr.URModified
		}
		if !ok {
			return unplacedFact[string](places(fit)...)
		}
		said = append(said, reading(o, m.Evidence))
	}
	return settle(r, said)
}

// outcomeFor holds a decision against the line: an approval of fewer visits than were asked for is a modification where it tells their
// number as certified, and cannot be placed where it only names fewer.
func outcomeFor(m imr.Mention, l line) (string, bool) {
	asked, known := oneNumber(l.quantity)
	n, err := strconv.Atoi(m.Value)
	named, told := oneNumber(m.Quantity)
	switch {
	case m.Sense != imr.URApproved || !l.needles() || !known:
		return m.Sense, m.Sense != ""
	case err == nil && n < asked:
		return imr.URModified, true
	case err == nil && n > asked || told && named != asked:
		return "", false
	}
	return imr.URApproved, true
}

func oneNumber(q *imr.Quantity) (int, bool) {
	if q == nil || len(q.Readings) != 1 || q.Readings[0].Low != q.Readings[0].High {
		return 0, false
	}
	return int(q.Readings[0].High), true
}

// toldAgain is a decision with the number that it leaves out and the letter tells at another place.
func (c *classifier) toldAgain(m imr.Mention, l line) imr.Mention {
	for _, o := range c.decisions() {
		lesser := m.Sense == imr.URModified && o.Sense == imr.URApproved && c.fewer(o, l)
		if m.Value == "" && (o.Sense == m.Sense || lesser) && o.Value != "" && c.sameService(l, o.Parts["service"]) {
			m.Value, m.Evidence = o.Value, o.Evidence
		}
	}
	return m
}

// fewer reports whether a decision certifies fewer visits than a line asks for.
func (c *classifier) fewer(m imr.Mention, l line) bool {
	o, ok := outcomeFor(m, l)
	return ok && o == imr.URModified
}

// inParts reports whether a letter certifies a part of what a line asks for at one place and refuses the rest at another.
func inParts(fit []imr.Mention, l line) bool {
	asked, known := oneNumber(l.quantity)
	for _, yes := range fit {
		n, err := strconv.Atoi(yes.Value)
		for _, no := range fit {
			rest, told := oneNumber(no.Quantity)
			if known && err == nil && told && yes.Sense == imr.URApproved && no.Sense == imr.URDenied && n < asked && n+rest == asked {
				return true
			}
		}
	}
	return false
}

// decisions are what the letter decides on its own day: what it tells of an earlier day is left out.
func (c *classifier) decisions() []imr.Mention {
	if c.letter == nil {
		return nil
	}
	var out []imr.Mention
	for _, m := range c.letter.of("ur") {
		if told := imr.Date(m.Parts["told"]); told == "" || c.letter.date == "" || told >= c.letter.date {
			out = append(out, m)
		}
	}
	return out
}

// decisionsFor returns the decisions on a line, those that fit best and stand most firmly. Where several lines are alike, each has
// the decision of its place in the order. Where none names a service, those on the whole request are meant.
func (c *classifier) decisionsFor(l line, index int) []imr.Mention {
	all := c.decisions()
	var fit []imr.Mention
	named := 0
	for _, m := range all {
		if m.Parts["service"] != "" && !(unnamed(m) && len(c.request.lines) == 1) {
			named++
		}
		if c.sameService(l, m.Parts["service"]) && !(c.needleLines() > 1 && apartFrom(bodyParts(m.Parts["service"]), bodyParts(l.parts["service"]))) {
			fit = append(fit, m)
		}
	}
	if len(fit) == 0 && (named == 0 || len(all) == 1 && strings.Contains(strings.ToLower(all[0].Text), "all ")) {
		return firmest(all, l)
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

// authorizedBy is the number of visits that a decision certifies.
func (c *classifier) authorizedBy(m imr.Mention, outcome string, l line) imr.Fact[int] {
	asked, known := oneNumber(l.quantity)
	n, err := strconv.Atoi(m.Value)
	switch {
	case outcome == imr.URDenied:
		return imr.KnownFact(0, m.Evidence)
	case err == nil && (!known || n <= asked):
		return imr.KnownFact(n, m.Evidence)
	case outcome == imr.URApproved && known:
		return imr.KnownFact(asked, m.Evidence)
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
			if m.Sense != "" {
				found = append(found, reading(m.Sense, m.Evidence))
			}
		}
	}
	return settle(r, found)
}
