package decide

import (
	"fmt"

	"imr"
)

// sheet lists a case's facts as decision.json has them and finds their ids again.
type sheet struct {
	facts []imr.StatedFact
}

func newSheet(c imr.Case) *sheet {
	s := &sheet{}
	f := c.Facts
	list(s, nil, "governing_date", f.GoverningDate)
	list(s, nil, "date_of_injury", f.DateOfInjury)
	list(s, nil, "ur_date", f.URDate)
	list(s, nil, "rfa_date", f.RFADate)
	needles := 0
	for _, it := range c.Items {
		if it.Service == imr.OtherService {
			s.other(it)
			continue
		}
		needles++
		s.item(it)
	}
	outcome := "case_ur_outcome"
	if needles == 0 {
		outcome = "ur_outcome"
	}
	list(s, nil, outcome, f.UROutcome)
	s.gates(f)
	return s
}

// gates lists the facts that the gates look at, where anything in the file speaks of them, or where the lack of it closes a gate.
func (s *sheet) gates(f imr.CaseFacts) {
	for _, g := range gateFacts(&f) {
		if g.fact.Status != imr.Silent || g.fact == &f.URDecision || g.fact == &f.ClinicalRecord {
			list(s, nil, g.name, *g.fact)
		}
	}
	if f.ApplicationDate.Status != imr.Silent {
		list(s, nil, "application_date", f.ApplicationDate)
	}
}

type gateFact struct {
	name string
	fact *imr.Fact[bool]
}

// gateFacts names the yes-or-no facts of a case.
func gateFacts(f *imr.CaseFacts) []gateFact {
	return []gateFact{
		{"ur_decision", &f.URDecision}, {"authorized_later", &f.AuthorizedLater}, {"withdrawn", &f.Withdrawn}, {"clinical_record", &f.ClinicalRecord},
		{"requests_unclear", &f.RequestsUnclear}, {"lists_differ", &f.ListsDiffer}, {"application_blank", &f.ApplicationBlank}, {"ur_mailed", &f.URMailed}, {"assigned", &f.Assigned},
	}
}

// other lists what the letter tells of an item that the rules do not decide: first its words, with their place.
func (s *sheet) other(it imr.Item) {
	list(s, &it.N, requestFact, imr.KnownFact(it.Text, it.Place))
	if it.RequestedVisits.Status != imr.Silent {
		list(s, &it.N, "requested_visits", it.RequestedVisits)
	}
	if it.AuthorizedVisits.Status != imr.Silent {
		list(s, &it.N, "authorized_visits", it.AuthorizedVisits)
	}
	if it.UROutcome.Status != imr.Silent {
		list(s, &it.N, "ur_outcome", it.UROutcome)
	}
}

func (s *sheet) item(it imr.Item) {
	n := &it.N
	list(s, n, "requested_visits", it.RequestedVisits)
	list(s, n, "frequency_per_week", it.FrequencyPerWeek)
	list(s, n, "duration_weeks", it.DurationWeeks)
	list(s, n, "authorized_visits", it.AuthorizedVisits)
	list(s, n, "prior_visits", it.PriorVisits)
	list(s, n, "ur_outcome", it.UROutcome)
	list(s, n, "course", it.Course)
	list(s, n, "indication", it.Indication)
	list(s, n, "improvement_function", it.ImprovementFunction)
	list(s, n, "improvement_dependency", it.ImprovementDependency)
	list(s, n, "body_part", it.BodyPart)
}

// list adds a fact. Where places disagree, each keeps what it reads and the fact has no value.
func list[T any](s *sheet, item *int, name string, f imr.Fact[T]) {
	out := imr.StatedFact{ID: fmt.Sprintf("f%d", len(s.facts)+1), Item: item, Name: name, Status: f.Status, Evidence: []imr.Evidence{}}
	if f.Status == imr.Known {
		out.Value = f.Value
	}
	for _, r := range f.Readings {
		e := r.Evidence
		if f.Status == imr.Contradictory {
			e.Reading = inWords(r.Value)
		}
		out.Evidence = append(out.Evidence, e)
	}
	out.Evidence = append(out.Evidence, f.Searched...)
	s.facts = append(s.facts, out)
}

// id returns the id of a fact of an item, or of the case where n is 0.
func (s *sheet) id(n int, name string) string {
	for _, f := range s.facts {
		if f.Name == name && (f.Item == nil && n == 0 || f.Item != nil && *f.Item == n) {
			return f.ID
		}
	}
	return ""
}

// ids returns the ids of several facts, leaving out those not listed.
func (s *sheet) ids(n int, names ...string) []string {
	out := []string{}
	for _, name := range names {
		if id := s.id(n, name); id != "" {
			out = append(out, id)
		}
	}
	return out
}
