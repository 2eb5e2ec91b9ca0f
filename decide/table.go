package decide

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"imr"
)

// Rule is one row of the table, to be laid beside the regulation. The rows stand in order: the first whose condition a completion
// of the facts meets is the one that answers it.
type Rule struct {
	ID      string
	Para    string // paragraph of 9792.24.1, or "" for a rule that no paragraph states
	Text    string // the paragraph's words, verbatim, or ""
	Reading string // how we read it
	Outcome imr.Outcome

	when func(point) bool
	flag string // code of the flag that an outcome by this rule raises
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
		{ID: "other-service", Outcome: imr.Refer, when: func(p point) bool { return p.service == imr.OtherService },
			Reading: "The guideline speaks of acupuncture only. Another service is for a reviewer."},
		{ID: "law-changes", Outcome: imr.Refer, when: func(p point) bool { return p.straddles },
			Reading: "From December 1, 2017 another text governs. A request whose days, from the RFA to the end of the treatment asked for, cross that day is for a reviewer."},
		{ID: "topic", Para: "(b)(1)", Text: textTopic, Outcome: imr.Refer, when: func(p point) bool { return !p.governed },
			Reading: "The guideline reaches the neck, upper back, elbow, forearm, wrist and hand, low back, knee, ankle and foot. Another part of the body, or one that is not named, is for a reviewer."},
		{ID: "first-course-no-quantity", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Upheld, flag: "no-quantity", when: func(p point) bool { return p.initial() && p.requested == nil },
			Reading: "A first course without a number of visits cannot be found to lie within six."},
		{ID: "first-course-exceeds", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Upheld, when: func(p point) bool { return p.initial() && p.exceeds() },
			Reading: "A first course is a trial: six visits, the upper number, are enough to see whether it helps. The whole request counts, not what is left of it."},
		{ID: "first-course-range", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Refer, when: func(p point) bool { return p.initial() && p.across() },
			Reading: "A range with numbers on both sides of six can be read either way."},
		{ID: "first-course-not-indicated", Para: "(a)(1)", Text: textIndication, Outcome: imr.Upheld, when: func(p point) bool { return p.initial() && p.within() && !p.indicated },
			Reading: "One of four grounds must hold: medication reduced, medication not tolerated, an adjunct to rehabilitation, an adjunct to surgery."},
		{ID: "first-course-variants", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Refer, when: func(p point) bool { return p.initial() && p.within() && p.variants > firstCourseVisits },
			Reading: "Variants of the same appointments count each by itself. Where each is within six and their sum is not, a person must say whether they are the same appointments."},
		{ID: "first-course-schedule", Para: "(c)(2), (c)(3)", Text: textFrequency, Outcome: imr.Refer, when: func(p point) bool { return p.initial() && p.within() && p.offSchedule() },
			Reading: "Frequency and duration are optimum numbers. Going past them is for a reviewer, never alone a ground to uphold."},
		{ID: "first-course", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Overturned, when: func(p point) bool { return p.initial() && p.within() },
			Reading: "A first course of up to six visits with a ground for it is within the guideline. Three is when an effect may show, not the least that may be asked."},
		{ID: "course-under-way", Para: "(c)(1)", Text: textFirstCourse, Outcome: imr.Refer, when: func(p point) bool { return p.continuation() && p.underWay() },
			Reading: "While visits done and visits asked for together are no more than six, the time to produce improvement has not passed."},
		{ID: "continuation-no-quantity", Para: "(d)", Text: textExtension, Outcome: imr.Refer, when: func(p point) bool { return p.continuation() && p.function && p.depends && p.requested == nil },
			Reading: "Improvement is documented, but a treatment without a number of visits cannot be granted."},
		{ID: "continuation-schedule", Para: "(c)(2), (c)(3)", Text: textDuration, Outcome: imr.Refer, when: func(p point) bool { return p.continuation() && p.function && p.depends && p.offSchedule() },
			Reading: "Frequency and duration are optimum numbers. Going past them is for a reviewer, never alone a ground to uphold."},
		{ID: "continuation", Para: "(d)", Text: textExtension, Outcome: imr.Overturned, when: func(p point) bool { return p.continuation() && p.function && p.depends },
			Reading: "The definition has two limbs joined by “and”: activities of daily living or work restrictions, and less dependency on medical treatment. With both documented, treatment may be extended; the text sets no number."},
		{ID: "continuation-function-only", Para: "(d)", Text: textExtension, Outcome: imr.Refer, when: func(p point) bool { return p.continuation() && p.function },
			Reading: "The text asks for both limbs; reviewers have granted treatment on the first alone. Both readings are shown to the reviewer."},
		{ID: "continuation-dependency-only", Para: "(d)", Text: textExtension, Outcome: imr.Upheld, flag: "dependency-only", when: func(p point) bool { return p.continuation() && p.depends },
			Reading: "Less medication without a gain in activities or restrictions is not functional improvement by the text."},
		{ID: "continuation-undocumented", Para: "(d)", Text: textExtension, Outcome: imr.Upheld, when: point.continuation,
			Reading: "Paragraph (d) asks that improvement is documented. What the record does not tell is not documented."},
	}
}

// TableSHA256 identifies the table: a hash over everything in it that is words.
func TableSHA256() string {
	h := sha256.New()
	for _, r := range Table() {
		fmt.Fprintf(h, "%s\n%s\n%s\n%s\n%s\n%s\n", r.ID, r.Para, r.Text, r.Reading, r.Outcome, r.flag)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// ruleFor returns the first rule that a completion meets. Every completion meets one; a test walks the whole space.
func ruleFor(table []Rule, p point) Rule {
	for _, r := range table {
		if r.when(p) {
			return r
		}
	}
	return Rule{ID: "no-rule", Outcome: imr.Refer, Reading: "No rule answers this."}
}
