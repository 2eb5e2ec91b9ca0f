package decide

import (
	"slices"

	"imr"
	"imr/internal/law"
)

// gate is a finding that comes before any rule: the case cannot be reviewed, or a person must look first.
type gate struct {
	status   string // imr.Ineligible or imr.Referred
	flag     imr.Flag
	question string
}

// The first days of independent medical review (Labor Code 4610.5(a)).
const (
	reviewForInjuries  = imr.Date("2013-01-01") // any injury from this day
	reviewForDecisions = imr.Date("2013-07-01") // any UR decision communicated from this day
)

// guidelineSection is the section that the table reads.
const guidelineSection = "9792.24.1"

// gates returns what stands before the rules, the ineligible first.
func gates(c imr.Case, book *law.Book) []gate {
	f := c.Facts
	var out []gate
	for _, g := range []*gate{
		urGate(f), outcomeGate(f.UROutcome),
		shown(f.AuthorizedLater, imr.Ineligible, "authorized-later", "The treatment was authorized after the decision, so nothing is left in dispute.", "Does the later letter authorize the whole request?"),
		shown(f.Withdrawn, imr.Ineligible, "withdrawn", "The request was withdrawn, so nothing is left in dispute.", "Was the request withdrawn?"),
		availableGate(f),
		recordsGate(f.ClinicalRecord), governingGate(c, book),
		shown(f.RequestsUnclear, imr.Referred, "requests-unclear", "There are two requests that cannot be told apart.", "Which of the two requests did utilization review answer?"),
		shown(f.ListsDiffer, imr.Referred, "lists-differ", "The application and the request for authorization name different treatment.", "Which treatment is in dispute: the application’s or the request’s?"),
		lateGate(f), blankGate(f), requestGate(c),
	} {
		if g != nil {
			out = append(out, *g)
		}
	}
	return out
}

// gateRule is the id under which a gate answers an item.
func gateRule(g gate) string { return "gate-" + g.flag.Code }

// stopping are the gates that end a case; the others are told only.
func stopping(found []gate) []gate {
	return slices.DeleteFunc(found, func(g gate) bool { return g.status == "" })
}

// shown is a gate that a yes-or-no fact closes; a contradictory one is for a person.
func shown(f imr.Fact[bool], status, code, text, question string) *gate {
	switch {
	case f.Status == imr.Known && f.Value:
		return &gate{status, imr.Flag{Code: code, Text: text, Evidence: f.Places()}, question}
	case f.Status == imr.Contradictory:
		return &gate{imr.Referred, imr.Flag{Code: code + "-unclear", Text: "The record contradicts itself: " + text, Evidence: f.Places()}, question}
	}
	return nil
}

func urGate(f imr.CaseFacts) *gate {
	switch {
	case f.URDecision.Status == imr.Known && f.URDecision.Value:
		return nil
	case f.URDecision.Status == imr.Known || f.URDecision.Status == imr.Silent:
		return &gate{imr.Ineligible, imr.Flag{Code: "no-ur-decision", Text: "The file holds no decision of utilization review, and without one there is nothing to review.", Evidence: f.URDecision.Places()}, "Is there a utilization review decision for this request?"}
	}
	return &gate{imr.Referred, imr.Flag{Code: "ur-decision-unread", Text: "No decision of utilization review could be read in the file.", Evidence: f.URDecision.Places()}, "What did utilization review decide, and on what day?"}
}

// unreviewable are the outcomes of utilization review that leave nothing to review.
var unreviewable = map[string]imr.Flag{
	imr.URConditional: {Code: "ur-conditional", Text: "Utilization review did not certify the request for want of information. Such a decision is not one on medical necessity and is not reviewed."},
	imr.URDeferred:    {Code: "ur-deferred", Text: "Utilization review deferred the request because liability is disputed. That dispute is not reviewed here."},
	imr.URApproved:    {Code: "ur-approved", Text: "Utilization review approved the request in full, so nothing is in dispute."},
	imr.URWithdrawn:   {Code: "ur-withdrawn", Text: "The request was withdrawn before utilization review decided on it."},
}

func outcomeGate(f imr.Fact[string]) *gate {
	if f.Status == imr.Known {
		if flag, ok := unreviewable[f.Value]; ok {
			flag.Evidence = f.Places()
			return &gate{imr.Ineligible, flag, "What did utilization review decide?"}
		}
		return nil
	}
	if f.Status != imr.Contradictory {
		return nil
	}
	for _, r := range f.Readings {
		if _, ok := unreviewable[r.Value]; ok {
			return &gate{imr.Referred, imr.Flag{Code: "ur-outcome-unclear", Text: "The record gives more than one outcome of utilization review, and one of them would leave nothing to review.", Evidence: f.Places()}, "What did utilization review decide on the treatment in dispute?"}
		}
	}
	return nil
}

// availableGate: review exists for injuries from 2013, and for decisions from July 2013 whatever the injury.
func availableGate(f imr.CaseFacts) *gate {
	late := every(f.URDate, func(d imr.Date) bool { return d >= reviewForDecisions })
	if late || f.URDate.Status == imr.Silent || f.URDate.Status == imr.Unknown {
		return nil // an unknown day of decision is refused with the governing date
	}
	if every(f.DateOfInjury, func(d imr.Date) bool { return d >= reviewForInjuries }) {
		return nil
	}
	at := append(f.DateOfInjury.Places(), f.URDate.Places()...)
	old := every(f.DateOfInjury, func(d imr.Date) bool { return d < reviewForInjuries }) && every(f.URDate, func(d imr.Date) bool { return d < reviewForDecisions })
	if old {
		return &gate{imr.Ineligible, imr.Flag{Code: "imr-not-available", Text: "Independent medical review was not yet available: the injury was before January 1, 2013 and the decision was before July 1, 2013.", Evidence: at}, "On what day was the decision communicated?"}
	}
	return &gate{imr.Referred, imr.Flag{Code: "imr-availability-unclear", Text: "Whether independent medical review was available yet depends on the day of injury, which the record does not settle.", Evidence: at}, "On what day was the injury?"}
}

// every reports whether a fact is known or contradictory and all its values pass.
func every[T any](f imr.Fact[T], pass func(T) bool) bool {
	values := domain(f, nil, nil)
	for _, v := range values {
		if !pass(v) {
			return false
		}
	}
	return len(values) > 0
}

func recordsGate(f imr.Fact[bool]) *gate {
	if f.Status == imr.Known && f.Value {
		return nil
	}
	return &gate{imr.Referred, imr.Flag{Code: "records-missing", Text: "The file holds no medical record that could be read besides the decision and the request. By 8 CCR 9792.10.6(b)(2) no determination is made on the decision alone.", Evidence: f.Places()}, "Where are the medical records of the six months before the request?"}
}

func governingGate(c imr.Case, book *law.Book) *gate {
	f := c.Facts.GoverningDate
	switch f.Status {
	case imr.Known, imr.Contradictory:
		if every(f, func(d imr.Date) bool { _, ok := book.InForce(guidelineSection, d); return ok }) {
			return nil
		}
		text := "The governing date lies outside the time for which the guideline’s text is held."
		if every(f, func(d imr.Date) bool { return d >= lawChanges }) {
			text = "The governing date is not before December 1, 2017. " + newerText(c.Items...)
		}
		return &gate{imr.Referred, imr.Flag{Code: "law-not-loaded", Text: text, Evidence: f.Places()}, "Which guideline governs on this date, and what does it say of the request?"}
	}
	return &gate{imr.Referred, imr.Flag{Code: "governing-date-unknown", Text: "The day of the utilization review decision is not known, so it is not known which text of the guideline governs.", Evidence: f.Places()}, "On what day did utilization review decide?"}
}

// The days to apply after a decision, and those that service by mail adds (8 CCR 9792.10.1(b)(1)).
const (
	daysToApply = 30
	daysByMail  = 5
)

func lateGate(f imr.CaseFacts) *gate {
	if f.ApplicationDate.Status != imr.Known || f.URDate.Status != imr.Known {
		return nil
	}
	days := daysToApply
	if f.URMailed.Status == imr.Known && f.URMailed.Value {
		days += daysByMail
	}
	if f.URDate.Value.DaysUntil(f.ApplicationDate.Value) <= days {
		return nil
	}
	return eligibility(f, "application-late", "The application was signed more than 30 days after the decision of utilization review.", f.ApplicationDate.Places())
}

func blankGate(f imr.CaseFacts) *gate {
	if f.ApplicationBlank.Status != imr.Known || !f.ApplicationBlank.Value {
		return nil
	}
	return eligibility(f, "application-unsigned", "The application’s signature and date are blank.", f.ApplicationBlank.Places())
}

// eligibility is a doubt that an assignment has answered already: then it is told and stops nothing.
func eligibility(f imr.CaseFacts, code, text string, at []imr.Evidence) *gate {
	flag := imr.Flag{Code: code, Text: text, Evidence: at}
	if f.Assigned.Status == imr.Known && f.Assigned.Value {
		flag.Text += " The case was assigned all the same, which shows that it was found eligible."
		return &gate{"", flag, ""}
	}
	return &gate{imr.Referred, flag, "Was the application found eligible?"}
}

// requestGate: a file without a request that could be read.
func requestGate(c imr.Case) *gate {
	if len(c.Items) > 0 {
		return nil
	}
	return &gate{imr.Referred, imr.Flag{Code: "request-unread", Text: "No request for treatment could be read in the file."}, "What treatment was requested?"}
}
