package classify

import (
	"strings"

	"imr"
)

// history is what the record says about acupuncture before this request.
type history struct {
	visits imr.Fact[int]
	course imr.Fact[string]
	last   imr.Date // the last day of treatment that the record names, or ""
	flags  []imr.Flag
}

// claim is one statement of how many visits were completed; count is -1 where some were, and no number is given.
type claim struct {
	count int
	date  imr.Date // of the paper that says so
	at    imr.Evidence
}

// historyOf reads what happened before the request: statements in reports, and treatment notes by their days.
func (c *classifier) historyOf(l line, parts []string) history {
	var h history
	claims, aside := c.claims(parts)
	notes := c.notes()
	for _, n := range notes {
		h.last = max(h.last, n.date)
	}
	h.visits = c.priorVisits(claims, notes)
	h.course = c.courseOf(l, h, claims, notes, aside)
	if len(aside) > 0 {
		h.flags = append(h.flags, imr.Flag{Code: "prior-acupuncture-elsewhere", Text: "The record tells of acupuncture for another part of the body, under another claim or years ago; whether it belongs to this course is not decided.", Evidence: aside})
	}
	if d := c.lastTreatment(); d > h.last {
		h.last = d
	}
	return h
}

// claims collects the statements about earlier acupuncture; aside are those about other parts, claims or times.
func (c *classifier) claims(parts []string) (claims []claim, aside []imr.Evidence) {
	for _, p := range c.papers {
		if !p.clinical() {
			continue
		}
		for _, m := range p.of("prior_acupuncture") {
			if m.Sense == "authorized" || m.Sense == "unrecorded" || holds(m, "quoted") || holds(m, "other") {
				continue
			}
			if m.Sense == "none" {
				claims = append(claims, claim{0, p.date, m.Evidence})
				continue
			}
			if overruled(p, m) || holds(m, "planned") && m.Quantity == nil || holds(m, "hypothetical") || asks(p, m) {
				continue
			}
			if c.apart(m, parts) {
				aside = append(aside, m.Evidence)
				continue
			}
			claims = append(claims, claim{completed(m), p.date, m.Evidence})
		}
	}
	return claims, aside
}

// overruled reports whether the same sentence says that there was none.
func overruled(p paper, m imr.Mention) bool {
	for _, o := range p.of("prior_acupuncture") {
		if o.Sense == "none" && o.Text == m.Text {
			return true
		}
	}
	return false
}

// asks reports whether the sentence asks for treatment instead of telling of it.
func asks(p paper, m imr.Mention) bool {
	section := strings.ToLower(m.Section)
	planning := strings.Contains(section, "plan") || section == "a/p" || strings.Contains(section, "recommend")
	text := strings.ToLower(m.Text)
	for _, w := range []string{"completed", "attended", "has had", "had ", "received", "underwent", "tried", "has been", "helped", "relief", "to date"} {
		if strings.Contains(text, w) {
			return false
		}
	}
	return planning || m.Quantity != nil && (m.Quantity.Additional || m.Quantity.Trial)
}

// apart reports whether a statement is of another part of the body, another claim, or years ago.
func (c *classifier) apart(m imr.Mention, parts []string) bool {
	if holds(m, "elsewhere") || holds(m, "longago") {
		return true
	}
	if year := m.Parts["year"]; year != "" && c.requestYear() != "" && yearsBetween(year, c.requestYear()) >= 2 {
		return true
	}
	named := bodyParts(m.Text)
	if len(named) == 0 || len(parts) == 0 {
		return false
	}
	for _, n := range named {
		for _, p := range parts {
			if n == p {
				return false
			}
		}
	}
	return true
}

// completed is the number of visits that a statement says were done, -1 where it gives none.
func completed(m imr.Mention) int {
	q := m.Quantity
	switch {
	case q == nil:
		return -1
	case q.Done > 0:
		return q.Done
	case len(q.Readings) == 1 && q.Readings[0].Low == q.Readings[0].High:
		return int(q.Readings[0].High)
	}
	return -1
}

// notes are the treatment notes of acupuncture, one a day, not later than the request.
func (c *classifier) notes() []claim {
	days := map[imr.Date]bool{}
	var out []claim
	for _, p := range c.papers {
		if p.kind != acuNote || p.excluded || !p.needled() {
			continue
		}
		for _, m := range p.of("date") {
			d := imr.Date(m.Value)
			if m.Sense != "service" && (m.Sense != "date" && m.Sense != "alone" || d != p.date) || days[d] || c.requestDate != "" && d > c.requestDate {
				continue
			}
			days[d] = true
			out = append(out, claim{1, d, m.Evidence})
		}
	}
	return out
}

// needled reports whether a note tells of a treatment, and not of an evaluation only.
func (p paper) needled() bool {
	return len(p.of("note")) > 0 || strings.Contains(strings.ToLower(p.text), "treatment") || strings.Contains(strings.ToLower(p.text), "visit")
}

// priorVisits settles the count: the latest statement, or the days of the notes where those are more and later.
func (c *classifier) priorVisits(claims, notes []claim) imr.Fact[int] {
	var counted []claim
	vague := false
	for _, cl := range claims {
		if cl.count < 0 {
			vague = true
			continue
		}
		counted = append(counted, cl)
	}
	if len(notes) > largest(counted) { // fewer notes than a statement counts: not every note is in the file
		counted = append(counted, claim{len(notes), latest(notes), notes[0].at})
	}
	if len(counted) == 0 {
		if vague {
			return unplacedFact[int](evidenceOf(claims)...)
		}
		return absent[int](c.reader)
	}
	kept := consistent(counted)
	f := settle(c.reader, kept)
	if f.Status == imr.Known && f.Value == 0 && vague {
		return imr.Fact[int]{Status: imr.Unknown, Searched: evidenceOf(claims)}
	}
	return f
}

// consistent drops statements that a later and larger one explains: visits add up as time goes on. What is left agrees, or is a
// contradiction.
func consistent(all []claim) []imr.Reading[int] {
	best := all[0]
	for _, a := range all[1:] {
		if a.count > best.count || a.count == best.count && a.date > best.date {
			best = a
		}
	}
	var out []imr.Reading[int]
	for _, a := range all {
		earlier := a.date != "" && best.date != "" && a.date < best.date
		if a.count == best.count || !earlier {
			out = append(out, reading(a.count, a.at))
		}
	}
	return out
}

func largest(cs []claim) int {
	n := 0
	for _, c := range cs {
		n = max(n, c.count)
	}
	return n
}

func latest(cs []claim) imr.Date {
	var d imr.Date
	for _, c := range cs {
		d = max(d, c.date)
	}
	return d
}

func evidenceOf(cs []claim) []imr.Evidence {
	var out []imr.Evidence
	for _, c := range cs {
		out = append(out, c.at)
	}
	return out
}

// courseOf settles whether the request is for a first course or for more of one.
func (c *classifier) courseOf(l line, h history, claims, notes []claim, aside []imr.Evidence) imr.Fact[string] {
	trial, additional := l.marks()
	var found []imr.Reading[string]
	for _, r := range h.visits.Readings {
		found = append(found, reading(courseFor(r.Value), r.Evidence))
	}
	for _, cl := range claims {
		if cl.count < 0 {
			found = append(found, reading(imr.Continuation, cl.at))
		}
	}
	switch {
	case len(found) > 0 && additional && !trial:
		found = append(found, reading(imr.Continuation, l.place))
	case len(found) > 0 && trial && !additional && h.visits.Status == imr.Known && h.visits.Value > 0:
		found = append(found, reading(imr.InitialCourse, l.place))
	case len(found) == 0 && len(aside) > 0:
		return unplacedFact[string](aside...)
	case len(found) == 0 && trial && !additional && len(c.reader.unread) == 0:
		return imr.KnownFact(imr.InitialCourse, l.place)
	case len(found) == 0 && additional:
		return unplacedFact[string](l.place)
	}
	f := settle(c.reader, found)
	if f.Status == imr.Known && f.Value == imr.InitialCourse && len(aside) > 0 {
		return unplacedFact[string](aside...)
	}
	return f
}

func courseFor(visits int) string {
	if visits > 0 {
		return imr.Continuation
	}
	return imr.InitialCourse
}
