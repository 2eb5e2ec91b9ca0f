package render

import (
	"strings"

	"imr"
)

// changesShown is how many of the smallest changes a letter tells for one item.
const changesShown = 6

// flips tells the smallest changes of fact that alter the item's outcome.
func (c *composer) flips(item imr.ItemResult) []imr.Sentence {
	if len(item.Rules) == 0 {
		return nil
	}
	source := imr.Source{Kind: imr.FromRule, Rule: item.Rules[0]}
	var out []imr.Sentence
	for i, f := range item.Flips {
		if i == changesShown {
			return append(out, c.form(formFurtherChanges))
		}
		out = append(out, c.say(Counterfactual(f), source))
	}
	return out
}

// Counterfactual says what would change an item's outcome, for example "If the request were for 6 visits instead of 18, the treatment would be found medically necessary."
func Counterfactual(f imr.Flip) string {
	var clauses []string
	for _, change := range f.Changes {
		clauses = append(clauses, changeWords(change))
	}
	return "If " + strings.Join(clauses, ", and if ") + ", " + flipOutcomes[f.Outcome] + "."
}

var flipOutcomes = map[imr.Outcome]string{
	imr.Upheld:     "the treatment would be found not medically necessary",
	imr.Overturned: "the treatment would be found medically necessary",
	imr.Refer:      "a reviewer would have to decide",
}

// changeWords is one changed fact as a condition.
func changeWords(ch imr.Change) string {
	to, from := plainValue(ch.To), plainValue(ch.From)
	words := conditionWords(ch.Fact, to)
	if _, counted := from.(float64); counted {
		return words + " instead of " + valueWords(from)
	}
	if _, counted := from.(map[string]any); counted {
		return words + " instead of " + valueWords(from)
	}
	return words
}

func conditionWords(fact string, to any) string {
	value := valueWords(to)
	switch fact {
	case "requested_visits":
		return "the request were for " + visitsOf(value)
	case "authorized_visits":
		return "utilization review had authorized " + visitsOf(value)
	case "prior_visits":
		return "the record showed " + visitsOf(value) + " completed before the request"
	case "frequency_per_week":
		return "the request were for " + visitsOf(value) + " a week"
	case "duration_weeks":
		return "the request were for a duration of " + weeksOf(value)
	case "course":
		return courseWords(value)
	case "improvement_function", "improvement_dependency":
		return documented(improvements[fact], to)
	case "indication":
		return indicationWords(to)
	case "body_part":
		return "the body part treated were: " + value
	}
	return factName(fact) + " were: " + value
}

func visitsOf(value string) string {
	if value == "1" {
		return "1 visit"
	}
	return value + " visits"
}

func weeksOf(value string) string {
	if value == "1" {
		return "1 week"
	}
	return value + " weeks"
}

func courseWords(value string) string {
	switch value {
	case imr.InitialCourse:
		return "this were a first course of acupuncture"
	case imr.Continuation:
		return "this were the continuation of earlier acupuncture"
	}
	return "the course of treatment were " + value
}

var improvements = map[string]string{
	"improvement_function":   "an improvement in activities of daily living or a reduction in work restrictions",
	"improvement_dependency": "a reduction in the dependency on continued medical treatment",
}

func documented(what string, to any) string {
	switch to {
	case true:
		return "the record documented " + what
	case false:
		return "the record denied " + what
	}
	return "the record said nothing of " + what
}

var indications = map[string]string{
	imr.AdjunctRehabilitation:  "acupuncture is to be used as an adjunct to physical rehabilitation",
	imr.AdjunctSurgery:         "acupuncture is to be used as an adjunct to surgical intervention",
	imr.MedicationNotTolerated: "pain medication is not tolerated",
	imr.MedicationReduced:      "pain medication is reduced",
}

func indicationWords(to any) string {
	list, ok := to.([]any)
	if !ok {
		return "the indication for acupuncture were not known"
	}
	if len(list) == 0 {
		return "the record showed that none of the guideline’s indications for acupuncture holds"
	}
	var words []string
	for _, v := range list {
		name, _ := v.(string)
		if w, ok := indications[name]; ok {
			words = append(words, w)
		}
	}
	if len(words) == 1 { // any other of the grounds would do
		return "the record showed one of the guideline’s indications for acupuncture, for example that " + words[0]
	}
	return "the record showed that " + enumerate(words)
}
