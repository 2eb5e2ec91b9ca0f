package decide

import (
	"fmt"
	"slices"
	"strings"

	"imr"
)

// otherParts are the parts of the body whose topics do not refer to the guideline.
var otherParts = []string{"eye", "head", "hip", "other", "shoulder"}

// requestFact is the fact that holds a request in the record's own words.
const requestFact = "request"

// vocabulary are the words that a fact's value is made of. A decision that is read from a file may hold others.
var vocabulary = map[string][]string{
	"course":          {imr.InitialCourse, imr.Continuation},
	"ur_outcome":      outcomesOfReview,
	"case_ur_outcome": outcomesOfReview,
	"indication":      {imr.AdjunctRehabilitation, imr.AdjunctSurgery, imr.MedicationNotTolerated, imr.MedicationReduced},
	"body_part":       slices.Concat(governedParts, otherParts),
}

var outcomesOfReview = []string{imr.URApproved, imr.URModified, imr.URDenied, imr.URConditional, imr.URDeferred, imr.URWithdrawn}

// sensible finds what no stage could have written of a fact: a state or a word that does not exist, a range from more to less, a number
// below zero, a contradiction without two readings.
func sensible[T any](f imr.StatedFact, out imr.Fact[T]) error {
	switch f.Status {
	case imr.Known:
		if f.Value == nil {
			return fmt.Errorf("the fact %s is known and has no value", f.Name)
		}
		return sensibleValue(f.Name, out.Value)
	case imr.Contradictory:
		if len(out.Readings) < 2 {
			return fmt.Errorf("the fact %s is contradictory and has not two readings", f.Name)
		}
	case imr.Silent, imr.Unknown, "":
	default:
		return fmt.Errorf("the fact %s has the state %q, which there is not", f.Name, f.Status)
	}
	for _, r := range out.Readings {
		if err := sensibleValue(f.Name, r.Value); err != nil {
			return err
		}
	}
	return nil
}

func sensibleValue(name string, value any) error {
	words, wrong := []string(nil), false
	switch v := value.(type) {
	case string:
		words = []string{v}
	case []string:
		words = v
	case int:
		wrong = v < 0
	case imr.Range:
		wrong = v.Low < 0 || v.High < v.Low
	case imr.Date:
		wrong = !v.Known()
	}
	known := func(w string) bool { return name == requestFact || slices.Contains(vocabulary[name], w) }
	switch {
	case slices.ContainsFunc(words, func(w string) bool { return !known(w) }):
		return fmt.Errorf("the fact %s cannot be %v; it is made of the words %s", name, value, strings.Join(vocabulary[name], ", "))
	case wrong:
		return fmt.Errorf("the fact %s cannot be %v", name, value)
	}
	return nil
}
