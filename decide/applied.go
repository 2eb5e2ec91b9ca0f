package decide

import (
	"fmt"
	"strings"

	"imr"
)

// lead is what a sentence begins with when more than one reading of the facts is open.
func lead(several bool, reading, sentence string) string {
	if !several {
		return sentence
	}
	return reading + ", " + lowerFirst(sentence)
}

func lowerFirst(s string) string {
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return s
	}
	return string(s[0]+'a'-'A') + s[1:]
}

// rule tells how one rule of the table applies: the law's words, then the facts held against them. several is set when other
// completions of the facts meet other rules; then the sentence says on which reading it rests.
func (a *author) rule(r Rule, several bool) {
	switch r.ID {
	case "other-service":
		a.say(r.ID, "The acupuncture guideline does not speak of this service, so it is for a reviewer.")
	case "adjunct-follows":
		a.say(r.ID, "It is given in the same visits as the acupuncture only. No acupuncture visit was certified and the acupuncture is upheld, so this falls with it.")
	case "law-changes":
		a.say(r.ID, "The days from the request to the end of the treatment asked for cross December 1, 2017, when another text began to govern.")
	case "topic":
		a.topic(r)
	case "course-under-way":
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "The guideline says: %s")
		a.say(r.ID, lead(several, "If this is a continuation", "The visits done and those asked for together are no more than 6, so the time to show improvement has not passed."), "prior_visits", "requested_visits")
	default:
		if strings.HasPrefix(r.ID, "continuation") {
			a.continuation(r, several)
			return
		}
		a.firstCourse(r, several)
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
func (a *author) firstCourse(r Rule, several bool) {
	const reading = "If this is a first course"
	q := a.item.RequestedVisits
	switch r.ID {
	case "first-course-not-indicated":
		a.cite(r.ID, a.texts.guideline, "(a)(1)", textIndication, "The guideline says: %s")
		if several {
			a.say(r.ID, "If the record showed that none of these grounds holds, the request would not be medically necessary under this guideline.", "indication")
			return
		}
		a.say(r.ID, "The record shows that none of these grounds holds: medication is neither reduced nor poorly tolerated, and there is no rehabilitation and no surgery to go with.", "indication")
	case "first-course-no-quantity":
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "Of a first course the guideline says: %s")
		a.say(r.ID, lead(several, reading, "The request states no number of visits, so it cannot be found to lie within that."), "requested_visits")
	case "first-course-exceeds":
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "Of a first course the guideline says: %s")
		text := "The visits asked for are more than the 6 after which an effect should show."
		if q.Status == imr.Known {
			text = fmt.Sprintf("%s are more than the 6 after which an effect should show.", visitsOf(q.Value))
		}
		a.say(r.ID, lead(several, reading, text), "requested_visits", "course")
		a.cite(r.ID, a.texts.guideline, "(d)", textExtension, "More can be asked for afterwards: %s")
	case "first-course-range":
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "Of a first course the guideline says: %s")
		a.say(r.ID, lead(several, reading, "The request is a range that begins within 6 visits and ends above: by its lower number it would be within the guideline, by its upper number it would not."), "requested_visits")
	case "first-course-variants":
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "Of a first course the guideline says: %s")
		a.say(r.ID, "The request lists several kinds of acupuncture. Each is within 6 visits, and together they are more, if they are not the same appointments.", "requested_visits")
	case "first-course-schedule":
		a.grounds(r)
		a.schedule(r, several, reading)
	default:
		a.cite(r.ID, a.texts.guideline, "(c)(1)", textFirstCourse, "Of a first course the guideline says: %s")
		a.say(r.ID, lead(several, reading, "The request stays within that number."), "requested_visits", "course")
		a.grounds(r)
		a.cite(r.ID, a.texts.guideline, "(c)(2)", textFrequency, "On how often, it says: %s")
		a.say(r.ID, "Nothing in the record speaks against how often and how long the treatment is to be given.", "frequency_per_week", "duration_weeks")
	}
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

func (a *author) schedule(r Rule, several bool, reading string) {
	a.cite(r.ID, a.texts.guideline, "(c)(2)", textFrequency, "On how often, the guideline says: %s")
	a.cite(r.ID, a.texts.guideline, "(c)(3)", textDuration, "On how long, it says: %s")
	a.say(r.ID, lead(several, reading, "The treatment asked for goes past these numbers. Read as limits, they speak against it; read as the optimum that the text calls them, they do not."), "frequency_per_week", "duration_weeks", "requested_visits")
}

// limbs are words of the definition that every text since 2009 has.
const (
	limbFunction   = "a clinically significant improvement in activities of daily living or a reduction in work restrictions as measured during the history and physical exam"
	limbDependency = "a reduction in the dependency on continued medical treatment"
)

// definitionLabel is the letter under which a text of 9792.20 defines functional improvement.
func (a *author) definitionLabel() string {
	for _, p := range a.texts.definition.Paragraphs {
		if len(p.Words) > 24 && p.Words[:24] == `"Functional improvement"` {
			return p.Label
		}
	}
	return ""
}

// continuation tells the rules of further treatment.
func (a *author) continuation(r Rule, several bool) {
	const reading = "If this is a continuation"
	a.cite(r.ID, a.texts.guideline, "(d)", textExtension, "Of further treatment the guideline says: %s")
	label := a.definitionLabel()
	a.cite(r.ID, a.texts.definition, label, limbFunction, "8 CCR "+a.texts.definition.Section+label+" defines functional improvement by two things, and asks for both. The first is %s.")
	a.cite(r.ID, a.texts.definition, label, limbDependency, "The second is %s.")
	a.limb(r, "improvement_function", a.item.ImprovementFunction, "a measured gain in daily activities or a change of work restrictions")
	a.limb(r, "improvement_dependency", a.item.ImprovementDependency, "less need of medication or other treatment")
	switch r.ID {
	case "continuation":
		a.say(r.ID, lead(several, reading, "Both are documented, so the treatment may be extended."), "course")
	case "continuation-schedule":
		a.schedule(r, several, reading)
	case "continuation-no-quantity":
		a.say(r.ID, lead(several, reading, "The request states no number of visits, so it is not clear what could be granted."), "requested_visits")
	case "continuation-function-only":
		a.say(r.ID, "By the text, treatment is extended only when both are documented. Some reviewers have extended it on the first alone.", "improvement_function", "improvement_dependency")
	case "continuation-dependency-only":
		a.say(r.ID, lead(several, reading, "The second alone is not functional improvement as the text defines it."), "improvement_function", "improvement_dependency")
	default:
		a.say(r.ID, lead(several, reading, "Functional improvement is not documented, so the condition for further treatment is not met."), "improvement_function", "improvement_dependency")
	}
}

// limb tells what the record says of one limb, once for all rules that ask for it.
func (a *author) limb(r Rule, name string, f imr.Fact[bool], what string) {
	var text string
	switch {
	case f.Status == imr.Known && f.Value:
		text = "The record documents " + what + "."
	case f.Status == imr.Known:
		text = "The record says that there was no such change: not " + what + "."
	case f.Status == imr.Silent:
		text = "No page of the record documents " + what + "."
	case f.Status == imr.Contradictory:
		text = "The record contradicts itself on " + what + "."
	default:
		text = "Some words of the record on " + what + " could not be judged."
		if len(f.Searched) > 0 && f.Searched[0].Quote == "" {
			text = "Some pages of the record could not be read, so it is open whether it documents " + what + "."
		}
	}
	a.say(r.ID, text, name)
}
