package extract

import (
	"strconv"
	"strings"

	"imr"
	"imr/extract/decided"
	"imr/internal/pattern"
)

// The ranks of a decision: told among reasons, stated, and stated under a heading or label that announces it, or in a table.
const (
	rankReason = iota + 1
	rankStated
	rankAnnounced
)

// reviewMentions returns, for a page, each request with what UR decided on it; a decision that names none is of the whole request.
// Whether the page is a UR letter at all is for classification to say.
func (s *scan) reviewMentions(p imr.Page) []imr.Mention {
	if !speaksOfDecisions(p) {
		return nil
	}
	r := review{scan: s, page: p, current: -1}
	for i, ps := range s.passages(p) {
		r.read(ps, i)
	}
	r.pair()
	var out []imr.Mention
	for i := range r.asked {
		if m, ok := r.mention(&r.asked[i]); ok {
			out = append(out, m)
		}
	}
	return out
}

// speaksOfDecisions spares most pages the reading.
func speaksOfDecisions(p imr.Page) bool {
	text := ""
	for _, l := range p.Lines {
		text = readOn(text, l.Text()) + l.Text()
	}
	return decided.Speaks(text)
}

// mention turns a request with its decision into a mention. Words of opinion decide only where a decision is announced.
func (r *review) mention(a *asked) (imr.Mention, bool) {
	if !a.said.Decides() || !a.said.Firm() && (a.rank < rankAnnounced || a.subject == "" || a.said.Outcome() != imr.URDenied) {
		return imr.Mention{}, false
	}
	m := r.scan.mention("ur", a.said.Outcome(), "", a.text, a.at)
	m.Parts = map[string]string{"service": a.subject, "rank": strconv.Itoa(a.rank)}
	if a.told != "" {
		m.Parts["told"] = a.told
	}
	m.Quantity = askedIn(a)
	if n, ok := certifiedIn(a, m.Quantity); ok && (m.Sense == imr.URApproved || m.Sense == imr.URModified) {
		m.Value = strconv.Itoa(n)
	}
	return m, true
}

// askedIn is how much a letter says was asked for: in the decision's words, else as the request is named.
func askedIn(a *asked) *imr.Quantity {
	if q := requested(a.said.Asked()); q != nil {
		return q
	}
	if n, ok := a.said.AskedNumber(); ok {
		return &imr.Quantity{Readings: []imr.Range{{Low: float64(n), High: float64(n)}}}
	}
	return nil
}

// certifiedIn is how many visits a decision certifies: its number, or what a changed frequency or length leaves of the request.
func certifiedIn(a *asked, q *imr.Quantity) (int, bool) {
	if n, ok := a.said.Certified(); ok {
		return n, true
	}
	c := a.said.Changed()
	switch {
	case c == nil || q == nil:
	case c.Frequency != nil && c.Duration == nil:
		return product(c.Frequency, q.Duration)
	case c.Duration != nil && c.Frequency == nil:
		return product(q.Frequency, c.Duration)
	}
	return 0, false
}

func product(frequency, duration *imr.Range) (int, bool) {
	if frequency == nil || duration == nil || frequency.Low != frequency.High || duration.Low != duration.High {
		return 0, false
	}
	return int(frequency.High*duration.High + 0.5), true
}

var (
	visitNoun = pattern.New(`(?i)\b(?:visits?|sessions?|treatments?)\b`)
	// asking are the words before what is asked for: "The request for", "Recommend prospective request for".
	asking   = pattern.New(`(?i)^.*?\b(?:requests?|requested|authorization|review|approval|certification|necessity|modification|deny|certify)\b(?: (?:of|dated?|made on|received)(?: on)? [\d/.-]+,?)*(?: (?:for|of|under|is)\b|:)\s*(?:(?:the|your|a|an)\s+)?`)
	trailing = pattern.New(`(?i)[\s,;:(-]*\b(?:is|are|was|were|be|has been|have been|will be|should be|and|to|to be|i|we|that|find|it|the request|decision|determination|recommendation|and the request is(?: therefore)?|not|not be|does|cannot be|under|the|as|by)\W*$`)
)

// subjectIn returns the words of a clause that name the treatment it speaks of, "" where none do.
func subjectIn(text string, c decided.Clause) string {
	best := ""
	for _, g := range c.Gaps {
		part := strings.TrimSpace(text[g[0]:g[1]])
		if serviceWord.MatchString(part) && (best == "" || acupunctureWord.MatchString(part) && !acupunctureWord.MatchString(best)) {
			best = part
		}
	}
	if after := asking.ReplaceAllString(best, ""); serviceWord.MatchString(after) {
		best = after
	}
	for trailing.MatchString(best) {
		best = trailing.ReplaceAllString(best, "")
	}
	return clean(strings.Trim(best, " -.()"))
}
