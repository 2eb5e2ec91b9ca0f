package decide

import (
	"slices"

	"imr"
)

// factQuestions word what a person must find out about a fact.
var factQuestions = map[string]string{
	"requested_visits":       "How many visits were requested?",
	"frequency_per_week":     "How many visits a week were requested?",
	"duration_weeks":         "Over how many weeks was the treatment requested?",
	"course":                 "Had the patient had acupuncture for this injury before the request?",
	"prior_visits":           "How many acupuncture visits had been completed before the request?",
	"indication":             "Is pain medication reduced or not tolerated, or is acupuncture to go with physical rehabilitation or surgery?",
	"improvement_function":   "Did acupuncture bring a measured gain in daily activities, or a reduction in work restrictions by a physician?",
	"improvement_dependency": "Did the need of medication or other treatment become less with acupuncture?",
	"body_part":              "Which part of the body is to be treated?",
}

// ruleQuestions word what a person must judge where the facts are known and the rules refer.
var ruleQuestions = map[string]string{
	"other-service":              "Is this service medically necessary by the guideline that governs it?",
	"law-changes":                "Which text governs the treatment: the one before December 1, 2017 or the one after?",
	"topic":                      "Which guideline governs acupuncture for this part of the body, and what does it say of the request?",
	"first-course-range":         "Is the request to be read by its lower or by its upper number of visits?",
	"first-course-variants":      "Are the kinds of acupuncture listed given in the same appointments?",
	"first-course-schedule":      "Is there a reason to go past the usual frequency or duration?",
	"course-under-way":           "Is there a reason to decide before the first course is complete?",
	"continuation-no-quantity":   "How many visits were requested?",
	"continuation-schedule":      "Is there a reason to go past the usual frequency or duration?",
	"continuation-function-only": "Is the documented gain in function enough without less need of medical treatment?",
}

// questions returns the fewest questions whose answers would decide a referred item; where the facts are known, the judgement that
// the rules leave to a person.
func questions(it imr.Item, set setting, ans answer) []string {
	if it.Service == imr.OtherService {
		return []string{ruleQuestions["other-service"]}
	}
	w := start(it, set)
	var uncertain []int
	for i, d := range w.dims {
		if len(d.values) > 1 && w.matters(i) {
			uncertain = append(uncertain, i)
		}
	}
	out := []string{}
	for _, i := range w.settling(uncertain) {
		out = append(out, factQuestions[w.dims[i].fact])
	}
	if len(out) > 0 {
		return out
	}
	for _, r := range ans.rules {
		if q := ruleQuestions[r.ID]; q != "" && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	return out
}

// matters reports whether the value of one fact makes a difference to the rules met.
func (w *walker) matters(i int) bool {
	var first bitSet
	for n := range w.dims[i].values {
		w.forget()
		w.put(0, &w.dims[i], n)
		w.fill(1)
		if n == 0 {
			first = w.met
		} else if w.met != first {
			return true
		}
	}
	return false
}

// settling returns the smallest set of facts with an answer to each that decides the item; all that matter where none does.
func (w *walker) settling(uncertain []int) []int {
	w.askedToAgree = true
	for size := 1; size <= len(uncertain); size++ {
		var best []int
		subsets(len(uncertain), size, func(chosen []int) {
			if best != nil {
				return
			}
			pick := make([]int, 0, size)
			for _, c := range chosen {
				pick = append(pick, uncertain[c])
			}
			if w.decides(0, pick) {
				best = pick
			}
		})
		if best != nil {
			return best
		}
	}
	return uncertain
}

// decides reports whether some answers to the picked facts decide the item, whatever the others are.
func (w *walker) decides(step int, pick []int) bool {
	w.forget()
	if w.narrow(step) {
		return !w.disagreed
	}
	if len(pick) == 0 {
		w.fill(step)
		return !w.disagreed
	}
	d := &w.dims[pick[0]]
	for i := range d.values {
		w.put(step, d, i)
		if w.decides(step+1, pick[1:]) {
			return true
		}
	}
	return false
}
