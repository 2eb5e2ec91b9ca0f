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
	"improvement_function":   "Did acupuncture bring a measured gain in daily activities, or a change of work restrictions by a physician?",
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
	dims := spaces(it)
	var uncertain []int
	for i, d := range dims {
		if len(d.values) > 1 && matters(it, set, dims, i) {
			uncertain = append(uncertain, i)
		}
	}
	out := []string{}
	for _, i := range settling(it, set, dims, uncertain) {
		out = append(out, factQuestions[dims[i].fact])
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
func matters(it imr.Item, set setting, dims []open, i int) bool {
	var first rowSet
	for n, v := range dims[i].values {
		fixed := slices.Clone(dims)
		fixed[i].values = []func(*point){v}
		met := walked(it, fixed, set).met
		if n == 0 {
			first = met
		} else if met != first {
			return true
		}
	}
	return false
}

// settling returns the smallest set of facts with an answer to each that decides the item; all that matter where none does.
func settling(it imr.Item, set setting, dims []open, uncertain []int) []int {
	for size := 1; size <= len(uncertain); size++ {
		var best []int
		subsets(len(uncertain), size, func(chosen []int) {
			pick := make([]int, 0, size)
			for _, c := range chosen {
				pick = append(pick, uncertain[c])
			}
			if best == nil && decides(it, set, dims, pick) {
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
func decides(it imr.Item, set setting, dims []open, pick []int) bool {
	if len(pick) == 0 {
		return agree(it, dims, set)
	}
	for _, v := range dims[pick[0]].values {
		fixed := slices.Clone(dims)
		fixed[pick[0]].values = []func(*point){v}
		if decides(it, set, fixed, pick[1:]) {
			return true
		}
	}
	return false
}
