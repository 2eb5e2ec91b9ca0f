package decide

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"imr"
)

// Rule is one row of the table, to be laid beside the regulation. A completion of the facts meets a rule when all its conditions hold.
// The gates come before the others; of the others every completion meets exactly one, which a test holds over the whole space.
type Rule struct {
	ID      string
	Para    string // paragraph of 9792.24.1, or "" for a rule that no paragraph states
	Text    string // the paragraph's words, verbatim, or ""
	Reading string // how we read it
	Outcome imr.Outcome

	when []condition
	gate bool   // comes before the rules of a course, whatever they say
	flag string // code of the flag that an outcome by this rule raises
}

// When returns the rule's conditions in words, all of which must hold.
func (r Rule) When() []string {
	var out []string
	for _, c := range r.when {
		out = append(out, c.words)
	}
	return out
}

func (r Rule) met(p point) bool {
	for _, c := range r.when {
		if !c.holds(p) {
			return false
		}
	}
	return true
}

const (
	textTopic       = "These guidelines apply to acupuncture or acupuncture with electrical stimulation when referenced in the clinical topic medical treatment guidelines"
	textIndication  = `"Acupuncture" is used as an option when pain medication is reduced or not tolerated, it may be used as an adjunct to physical rehabilitation and/or surgical intervention to hasten functional recovery.`
	textFirstCourse = "Time to produce functional improvement: 3 to 6 treatments."
	textFrequency   = "Frequency: 1 to 3 times per week."
	textDuration    = "Optimum duration: 1 to 2 months."
	textExtension   = "Acupuncture treatments may be extended if functional improvement is documented as defined in Section 9792.20(f)."
)

// Table returns the rules for acupuncture and acupuncture with electrical stimulation, in order.
func Table() []Rule {
	return []Rule{
		{ID: "adjunct-follows", Outcome: imr.Upheld, when: []condition{anotherService, falls}, gate: true,
			Reading: "Infrared heat, cupping or stimulation of the needled area in the same visits has no purpose of its own. It falls with the acupuncture; it does not rise with it."},
		{ID: "other-service", Outcome: imr.Refer, when: []condition{anotherService, standsAlone}, gate: true,
			Reading: "The guideline speaks of acupuncture only. Another service is for a reviewer."},
		{ID: "law-changes", Outcome: imr.Refer, when: []condition{acrossTheLaws}, gate: true,
			Reading: "From December 1, 2017 another text governs. A request whose days, from the RFA to the end of the treatment asked for, cross that day is for a reviewer."},
		{ID: "topic", Para: "(b)(1)", Text: textTopic, Outcome: imr.Refer, when: []condition{notGoverned}, gate: true,
			Reading: "The guideline reaches the neck, upper back, elbow, forearm, wrist and hand, low back, knee, ankle and foot. Another part of the body, or one that is not named, is for a reviewer."},
		{ID: "first-course-no-quantity", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Upheld, flag: "no-quantity", when: []condition{firstCourse, noNumber},
			Reading: "A first course without a number of visits cannot be found to lie within six."},
		{ID: "first-course-exceeds", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Upheld, when: []condition{firstCourse, above},
			Reading: "A first course is a trial: six visits, the upper number, are enough to see whether it helps. The whole request counts, not what is left of it."},
		{ID: "first-course-range", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Refer, when: []condition{firstCourse, across},
			Reading: "A range with numbers on both sides of six can be read either way."},
		{ID: "first-course-not-indicated", Para: "(a)(1)", Text: textIndication, Outcome: imr.Upheld, when: []condition{firstCourse, within, notIndicated},
			Reading: "One of four grounds must hold: medication reduced, medication not tolerated, an adjunct to rehabilitation, an adjunct to surgery."},
		{ID: "first-course-variants", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Refer, when: []condition{firstCourse, within, indicated, manyVariants},
			Reading: "Variants of the same appointments count each by itself. Where each is within six and their sum is not, a person must say whether they are the same appointments."},
		{ID: "first-course-schedule", Para: "(c)(2), (c)(3)", Text: textFrequency, Outcome: imr.Refer, when: []condition{firstCourse, within, indicated, fewVariants, offSchedule},
			Reading: "Frequency and duration are optimum numbers. Going past them is for a reviewer, never alone a ground to uphold."},
		{ID: "first-course", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Overturned, when: []condition{firstCourse, within, indicated, fewVariants, onSchedule},
			Reading: "A first course of up to six visits with a ground for it is within the guideline. Three is when an effect may show, not the least that may be asked."},
		{ID: "course-under-way", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Refer, when: []condition{further, underWay},
			Reading: "While visits done and visits asked for together are no more than six, the time to produce improvement has not passed."},
		{ID: "continuation-no-quantity", Para: "(d)", Text: textExtension, Outcome: imr.Refer, when: []condition{further, function, depends, noNumber},
			Reading: "Improvement is documented, but a treatment without a number of visits cannot be granted."},
		{ID: "continuation-schedule", Para: "(c)(2), (c)(3)", Text: textDuration, Outcome: imr.Refer, when: []condition{further, notUnderWay, function, depends, numbered, offSchedule},
			Reading: "Frequency and duration are optimum numbers. Going past them is for a reviewer, never alone a ground to uphold."},
		{ID: "continuation", Para: "(d)", Text: textExtension, Outcome: imr.Overturned, when: []condition{further, notUnderWay, function, depends, numbered, onSchedule},
			Reading: "The definition has two limbs joined by “and”: activities of daily living or work restrictions, and less dependency on medical treatment. With both documented, treatment may be extended; the text sets no number."},
		{ID: "continuation-function-only", Para: "(d)", Text: textExtension, Outcome: imr.Refer, when: []condition{further, notUnderWay, function, noDepends},
			Reading: "The text asks for both limbs; reviewers have granted treatment on the first alone. Both readings are shown to the reviewer."},
		{ID: "continuation-dependency-only", Para: "(d)", Text: textExtension, Outcome: imr.Upheld, flag: "dependency-only", when: []condition{further, notUnderWay, noFunction, depends},
			Reading: "Less medication without a gain in activities or restrictions is not functional improvement by the text."},
		{ID: "continuation-undocumented", Para: "(d)", Text: textExtension, Outcome: imr.Upheld, when: []condition{further, notUnderWay, noFunction, noDepends},
			Reading: "Paragraph (d) asks that improvement is documented. What the record does not tell is not documented."},
	}
}

// TableSHA256 identifies the program's table: a hash over everything in it that is words.
func TableSHA256() string { return tableSHA256(Table()) }

func tableSHA256(rules []Rule) string {
	h := sha256.New()
	for _, r := range rules {
		fmt.Fprintf(h, "%s\n%s\n%s\n%s\n%s\n%s\n%s\n", r.ID, r.Para, r.Text, r.Reading, strings.Join(r.When(), "; "), r.Outcome, r.flag)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// ruleFor returns the rule that answers a completion: the first gate, else the one rule of a course.
func ruleFor(table []Rule, p point) Rule {
	for _, r := range table {
		if r.met(p) {
			return r
		}
	}
	return Rule{ID: "no-rule", Outcome: imr.Refer, Reading: "No rule answers this."}
}
