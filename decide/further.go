package decide

import (
	"strings"

	"imr"
)

// limbs are words of the definition that every text since 2009 has.
const (
	limbFunction   = "a clinically significant improvement in activities of daily living or a reduction in work restrictions as measured during the history and physical exam"
	limbDependency = "a reduction in the dependency on continued medical treatment"
)

// definitionLabel is the letter under which a text of 9792.20 defines functional improvement.
func (a *author) definitionLabel() string {
	for _, p := range a.texts.definition.Paragraphs {
		if strings.HasPrefix(p.Words, `"Functional improvement"`) {
			return p.Label
		}
	}
	return ""
}

// continuation tells the rules of further treatment.
func (a *author) continuation(r Rule) {
	a.cite(r.ID, a.texts.guideline, "(d)", textExtension, "Of further treatment the guideline says: %s")
	a.definition(r)
	a.limb(r, "improvement_function", a.item.ImprovementFunction, "a measured gain in daily activities or a reduction in work restrictions", "no measured gain in daily activities and no reduction in work restrictions")
	a.limb(r, "improvement_dependency", a.item.ImprovementDependency, "less need of medication or other treatment", "no lesser need of medication or other treatment")
	limbs := []string{"improvement_function", "improvement_dependency"}
	said := func(sentence string) string { return a.where(r, sentence, append(limbs, "course")...) }
	switch r.ID {
	case "continuation":
		a.say(r.ID, said(a.unless(r, "Both are documented, so the treatment may be extended.", "The treatment may be extended.", limbs...)), "course")
		a.onSchedule(r)
	case "continuation-schedule":
		a.offSchedule(r)
	case "continuation-no-quantity":
		a.say(r.ID, a.where(r, a.unless(r, "The request states no number of visits, so it is not clear what could be granted.", "It is not clear what could be granted.", "requested_visits"), append(limbs, "course", "requested_visits")...), "requested_visits")
	case "continuation-function-only":
		a.say(r.ID, said(a.unless(r, "By the text, treatment is extended only when both are documented. Some reviewers have extended it on the first alone.", "The text does not let treatment be extended. Some reviewers have extended it all the same.", limbs...)), limbs...)
	case "continuation-dependency-only":
		a.say(r.ID, said(a.unless(r, "The second alone is not functional improvement as the text defines it.", "That is not functional improvement as the text defines it.", limbs...)), limbs...)
	default:
		a.say(r.ID, said(a.unless(r, "Functional improvement is not documented, so the condition for further treatment is not met.", "The condition for further treatment is not met.", limbs...)), limbs...)
	}
}

// definition cites the two limbs by the letter in force, and says so where the guideline still names another.
func (a *author) definition(r Rule) {
	label := a.definitionLabel()
	switch label {
	case "":
		a.say(r.ID, "The definitions were given other letters in the course of 2015, so they are cited here without one.")
	case "(e)":
		a.cite(r.ID, a.texts.definition, "(f)", termUnderF, "The letter (f) was right until 2015, when the definitions were given other letters; in the text in force (f) defines %s, and functional improvement stands under (e).")
	}
	a.cite(r.ID, a.texts.definition, label, limbFunction, "8 CCR "+a.texts.definition.Section+label+" defines functional improvement by two things, and asks for both. The first is %s.")
	a.cite(r.ID, a.texts.definition, label, limbDependency, "The second is %s.")
}

// termUnderF is what stands at the letter that the guideline still names, since the definitions have other letters.
const termUnderF = "Medical treatment"

// limb tells what the record says of one limb, once for all rules that ask for it.
func (a *author) limb(r Rule, name string, f imr.Fact[bool], gain, none string) {
	var text string
	switch {
	case f.Status == imr.Known && f.Value:
		text = "The record documents " + gain + "."
	case f.Status == imr.Known:
		text = "The record says that there was " + none + "."
	case f.Status == imr.Silent:
		text = "No page of the record documents " + gain + "."
	case f.Status == imr.Contradictory:
		text = "The record contradicts itself on " + gain + "."
	default:
		text = "Some words of the record on " + gain + " could not be judged."
		if len(f.Searched) > 0 && f.Searched[0].Quote == "" {
			text = "Some pages of the record could not be read, so it is open whether it documents " + gain + "."
		}
	}
	a.say(r.ID, text, name)
}
