package classify

import (
	"slices"

	"imr"
)

// history is what the record says about acupuncture before this request.
type history struct {
	visits imr.Fact[int]
	course imr.Fact[string]
	begun  imr.Date // the first day of the last course that the record names, or "": what is older is not its doing
	flags  []imr.Flag
}

// historyOf reads what happened before the request: statements in reports, and treatment notes by their days.
func (c *classifier) historyOf(l line, parts []string, v verdict) history {
	var h history
	t := c.claims(parts)
	notes := c.notes()
	h.begun = c.lastCourse(notes)
	h.visits = c.priorVisits(t, notes)
	h.course = c.courseOf(l, h, t, v)
	if len(t.aside) > 0 {
		h.flags = append(h.flags, imr.Flag{Code: "prior-acupuncture-elsewhere", Text: "The record tells of acupuncture for another part of the body, under another claim or years ago; whether it belongs to this course is not decided.", Evidence: t.aside})
	}
	return h
}

// pause is how many days without a treatment end a course, which is of weekly visits.
const pause = 90

// lastCourse is the day on which the last course began, as far as treatment notes show; else the last day of treatment that a statement names.
func (c *classifier) lastCourse(notes []claim) imr.Date {
	var days []imr.Date
	for _, n := range notes {
		days = append(days, n.date)
	}
	if d := c.lastTreatment(); d != "" {
		days = append(days, d)
	}
	slices.Sort(days)
	var begun imr.Date
	for i, d := range days {
		if i == 0 || days[i-1].DaysUntil(d) > pause {
			begun = d
		}
	}
	return begun
}

// priorVisits settles the count: the latest statement, or the days of the notes where those are more and later.
func (c *classifier) priorVisits(t told, notes []claim) imr.Fact[int] {
	var counted []claim
	vague := false
	for _, cl := range t.claims {
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
			return unplacedFact[int](evidenceOf(t.claims)...)
		}
		if len(t.unclear) > 0 {
			return unplacedFact[int](t.unclear...)
		}
		return absent[int](c.reader)
	}
	kept := consistent(counted)
	f := settle(c.reader, kept)
	if f.Status == imr.Known && f.Value == 0 && vague {
		return imr.Fact[int]{Status: imr.Unknown, Searched: evidenceOf(t.claims)}
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
