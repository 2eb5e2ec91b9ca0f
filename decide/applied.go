package decide

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// open returns those conditions of a rule that the facts leave open and that look at no other facts than those named.
func (a *author) open(r Rule, facts ...string) []string {
	var out []string
	for _, c := range r.when {
		elsewhere := slices.ContainsFunc(c.facts, func(f string) bool { return !slices.Contains(facts, f) })
		if !elsewhere && a.facts.truthOf(c) == Undecided {
			out = append(out, c.words)
		}
	}
	return out
}

// where begins a sentence with what the facts leave open of its rule.
func (a *author) where(r Rule, sentence string, facts ...string) string {
	if open := a.open(r, facts...); len(open) > 0 {
		return "If " + strings.Join(open, " and ") + ", " + lowerFirst(sentence)
	}
	return sentence
}

// unless is a sentence about facts that are settled, or another where they are open.
func (a *author) unless(r Rule, settled, open string, facts ...string) string {
	if len(a.open(r, facts...)) > 0 {
		return open
	}
	return settled
}

func lowerFirst(s string) string {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	return string(s[0]+'a'-'A') + s[1:]
}

// rule tells how one rule of the table applies: the law's words, then the facts held against them. What the facts leave open of its
// conditions begins the sentence.
func (a *author) rule(r Rule) {
	switch r.ID {
	case "other-service":
		a.say(r.ID, "The acupuncture guideline does not speak of this service, so it is for a reviewer.")
	case "adjunct-follows":
		a.say(r.ID, "It is given in the same visits as the acupuncture only. No acupuncture visit was certified and the acupuncture is upheld, so this falls with it.")
	case "law-changes":
		a.say(r.ID, "The days from the request to the end of the treatment asked for cross December 1, 2017. "+newerText(a.item))
	case "topic":
		a.topic(r)
	case "course-under-way":
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "The guideline says: %s")
		a.say(r.ID, a.where(r, "The visits done and those asked for together are no more than 6, so the time to show improvement has not passed.", "course", "prior_visits", "requested_visits"), "prior_visits", "requested_visits")
	default:
		if strings.HasPrefix(r.ID, "continuation") {
			a.continuation(r)
			return
		}
		a.firstCourse(r)
	}
}

func (a *author) topic(r Rule) {
	a.cite(r.ID, a.texts.guideline, "(b)(1)", textTopic, "The section says: %s")
	if f := a.item.BodyPart; f.Status == imr.Known {
		a.say(r.ID, "The treatment is for the "+parts(f.Value)+", which this guideline does not clearly cover.", "body_part")
		return
	}
	a.say(r.ID, "The record does not settle which part of the body is to be treated.", "body_part")
}

// firstCourse tells the rules of a first course.
func (a *author) firstCourse(r Rule) {
	if r.ID == "first-course-not-indicated" {
		a.notIndicated(r)
		return
	}
	if r.ID != "first-course-schedule" {
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "Of a first course the guideline says: %s")
	}
	said := func(sentence string) string { return a.where(r, sentence, "course", "requested_visits") }
	switch r.ID {
	case "first-course-no-quantity":
		a.say(r.ID, said(a.unless(r, "The request states no number of visits, so it cannot be found to lie within that.", "It cannot be found to lie within that.", "requested_visits")), "requested_visits")
	case "first-course-exceeds":
		text := a.unless(r, "The visits asked for are more than the 6 after which an effect should show.", "They are more than the 6 after which an effect should show.", "requested_visits")
		if q := a.item.RequestedVisits; q.Status == imr.Known {
			text = fmt.Sprintf("%s are more than the 6 after which an effect should show.", visitsOf(q.Value))
		}
		a.say(r.ID, said(text), "requested_visits", "course")
		a.cite(r.ID, a.texts.guideline, "(d)", textExtension, "More can be asked for afterwards: %s")
	case "first-course-range":
		a.say(r.ID, said(a.unless(r, "The request is a range that begins within 6 visits and ends above: by its lower number it would be within the guideline, by its upper number it would not.",
			"By its lower number it would be within the guideline, by its upper number it would not.", "requested_visits")), "requested_visits")
	case "first-course-variants":
		a.say(r.ID, said("The request lists several kinds of acupuncture. Each is within 6 visits, and together they are more, if they are not the same appointments."), "requested_visits")
	case "first-course-schedule":
		a.grounds(r)
		a.offSchedule(r)
	default:
		a.say(r.ID, said("The request stays within that number."), "requested_visits", "course")
		a.grounds(r)
		a.onSchedule(r)
	}
}

func (a *author) notIndicated(r Rule) {
	a.cite(r.ID, a.texts.guideline, "(a)(1)", textIndication, "The guideline says: %s")
	if f := a.item.Indication; f.Status == imr.Known {
		a.say(r.ID, a.where(r, "The record shows that none of these grounds holds: medication is neither reduced nor poorly tolerated, and there is no rehabilitation and no surgery to go with.", "course", "requested_visits"), "indication")
		return
	}
	a.say(r.ID, "If the record showed that none of these grounds holds, the request would not be medically necessary under this guideline.", "indication")
}

// grounds tells which indications are proven.
func (a *author) grounds(r Rule) {
	a.cite(r.ID, a.texts.guideline, "(a)(1)", textIndication, "On when it is used, the guideline says: %s")
	if f := a.item.Indication; f.Status == imr.Known && len(f.Value) > 0 {
		a.say(r.ID, "The record shows that "+grounds(f.Value)+".", "indication")
		return
	}
	a.say(r.ID, "The record does not settle whether one of these grounds holds.", "indication")
}

// onSchedule tells that nothing speaks against how often and how long, or, where the rule for the contrary is met as well, that it is open.
func (a *author) onSchedule(r Rule) {
	a.citeSchedule(r)
	text := "Nothing in the record speaks against how often and how long the treatment is to be given."
	if a.met[r.ID+"-schedule"] {
		text = "The record does not settle whether the treatment stays within these numbers."
	}
	a.say(r.ID, text, "frequency_per_week", "duration_weeks")
}

// offSchedule tells both readings of a schedule that goes past the numbers.
func (a *author) offSchedule(r Rule) {
	a.citeSchedule(r)
	goesPast := "The treatment asked for goes past these numbers."
	if a.met[strings.TrimSuffix(r.ID, "-schedule")] {
		goesPast = "If the treatment asked for goes past these numbers, both can be said."
	}
	a.say(r.ID, goesPast+" Read as limits, they speak against it; read as the optimum that the text calls them, they do not.", "frequency_per_week", "duration_weeks", "requested_visits")
}

func (a *author) citeSchedule(r Rule) {
	a.cite(r.ID, a.texts.guideline, "(c)(2)", textFrequency, "On how often, the guideline says: %s")
	a.cite(r.ID, a.texts.guideline, "(c)(3)", textDuration, "On how long, it says: %s")
}
