package decide

import (
	"errors"
	"slices"

	"imr"
	"imr/internal/law"
)

// Again decides a stored decision's case once more, from what the decision itself says: its facts, its items, its flags on the record.
// With the same program and the same law the result is the same decision. An error says what of it cannot be read.
func Again(d imr.Decision, book *law.Book) (imr.Decision, error) {
	c, err := caseOfDecision(d)
	if err != nil {
		return imr.Decision{}, err
	}
	if d.Status == imr.Unreadable {
		out := Unreadable(c, d.Letter.Config)
		out.Flags = nonNil(slices.Clone(d.Flags))
		return out, nil
	}
	out := Decide(c, book, d.Letter.Config)
	if n := len(d.Flags) - len(out.Flags); n > 0 { // what reading and classifying flagged comes first
		out.Flags = append(slices.Clone(d.Flags[:n]), out.Flags...)
	}
	if d.Adoption != nil { // the corrections stand among the facts already
		return conclude(out, *d.Adoption)
	}
	return out, nil
}

// caseOfDecision is the case that a decision was made of, as far as deciding looks at it.
func caseOfDecision(d imr.Decision) (imr.Case, error) {
	r := &factReader{facts: d.Facts}
	c := imr.Case{ID: d.Case.ID, Summary: d.Letter.Summary, Reviewed: d.Letter.Documents, Inputs: d.Inputs, Private: d.Letter.Private,
		Admin: imr.Admin{Number: orEmpty(d.Case.Number), Priority: orEmpty(d.Case.Priority), Assigned: d.Case.Assigned, Received: d.Case.Received, Decision: d.Case.Decided}}
	c.Facts.GoverningDate = take[imr.Date](r, nil, "governing_date")
	c.Facts.DateOfInjury = take[imr.Date](r, nil, "date_of_injury")
	c.Facts.URDate = take[imr.Date](r, nil, "ur_date")
	c.Facts.RFADate = take[imr.Date](r, nil, "rfa_date")
	c.Facts.ApplicationDate = take[imr.Date](r, nil, "application_date")
	c.Facts.UROutcome = take[string](r, nil, "case_ur_outcome")
	if !r.has(nil, "case_ur_outcome") {
		c.Facts.UROutcome = take[string](r, nil, "ur_outcome")
	}
	for _, g := range gateFacts(&c.Facts) {
		*g.fact = take[bool](r, nil, g.name)
	}
	for _, it := range d.Items {
		c.Items = append(c.Items, itemOf(r, it))
	}
	return c, errors.Join(r.errs...)
}

func itemOf(r *factReader, it imr.ItemResult) imr.Item {
	out := imr.Item{N: it.N, Service: it.Service, Text: it.Text, SameVisits: it.SameVisits, Variant: it.Variant}
	n := &it.N
	if at := take[string](r, n, requestFact).Places(); len(at) > 0 {
		out.Place = at[0]
	}
	out.RequestedVisits = take[imr.Range](r, n, "requested_visits")
	out.FrequencyPerWeek = take[imr.Range](r, n, "frequency_per_week")
	out.DurationWeeks = take[imr.Range](r, n, "duration_weeks")
	out.AuthorizedVisits = take[int](r, n, "authorized_visits")
	out.PriorVisits = take[int](r, n, "prior_visits")
	out.UROutcome = take[string](r, n, "ur_outcome")
	out.Course = take[string](r, n, "course")
	out.Indication = take[[]string](r, n, "indication")
	out.ImprovementFunction = take[bool](r, n, "improvement_function")
	out.ImprovementDependency = take[bool](r, n, "improvement_dependency")
	out.BodyPart = take[[]string](r, n, "body_part")
	return out
}

// factReader finds facts of a decision and gathers what is wrong with them.
type factReader struct {
	facts []imr.StatedFact
	errs  []error
}

func (r *factReader) find(item *int, name string) (imr.StatedFact, bool) {
	for _, f := range r.facts {
		if f.Name == name && (f.Item == nil && item == nil || f.Item != nil && item != nil && *f.Item == *item) {
			return f, true
		}
	}
	return imr.StatedFact{}, false
}

func (r *factReader) has(item *int, name string) bool {
	_, ok := r.find(item, name)
	return ok
}

// take reads a fact; one that is not listed is silent.
func take[T any](r *factReader, item *int, name string) imr.Fact[T] {
	f, ok := r.find(item, name)
	if !ok {
		return imr.Fact[T]{Status: imr.Silent}
	}
	out, err := readBack[T](f)
	if err != nil {
		r.errs = append(r.errs, err)
	}
	return out
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
