package render_test

import (
	"strings"

	"imr"
)

const (
	frequencyLaw = "Time to produce functional improvement: 3 to 6 treatments."
	extensionLaw = "Acupuncture treatments may be extended if functional improvement is documented as defined in Section 9792.20(f)."
	lawVersion   = "2009-07-18"
)

func ptr[T any](v T) *T { return &v }

// eighteen is a decision on 18 visits of a first course, of which utilization review certified 6.
func eighteen() imr.Decision {
	return imr.Decision{
		Schema: imr.DecisionSchema,
		Case: imr.CaseHeader{
			ID: "first-course-18", Number: ptr("CM15-0000001"), DateOfInjury: "2016-07-11", URDate: "2016-10-27",
			RFADate: "2016-10-20", Assigned: "2016-12-06", Received: "2016-12-01", Decided: "2017-01-04", Priority: ptr("standard"),
		},
		Status:  imr.Proposed,
		Items:   []imr.ItemResult{eighteenItem()},
		Facts:   eighteenFacts(),
		Letter:  eighteenLetter(),
		Law:     []imr.LawVersion{{Section: "9792.24.1", Version: lawVersion, From: "2009-07-18", To: "2017-11-30", SHA256: strings.Repeat("ab", 32)}},
		Inputs:  []imr.Input{{File: "casefile.pdf", SHA256: strings.Repeat("0123456789abcdef", 4), Pages: 9, PagesText: 8, PagesOCR: 1}},
		Program: imr.Program{Version: "0.1.0", RulesSHA256: strings.Repeat("cd", 32)},
		Flags:   []imr.Flag{{Code: "schedule", Text: "The request fits the frequency of the guideline, but not its time to produce functional improvement.", Evidence: []imr.Evidence{at(1, 14, "Acupuncture 3 x 6")}}},
	}
}

func eighteenItem() imr.ItemResult {
	return imr.ItemResult{
		N: 1, Service: imr.Acupuncture, Text: "18 acupuncture sessions", Requested: &imr.Range{Low: 18, High: 18},
		Authorized: ptr(6), Disputed: ptr(12), Course: imr.InitialCourse, PriorVisits: ptr(0), Outcome: imr.Upheld,
		Rules: []string{"first-course-limit"},
		Reasons: []imr.Reason{
			{Sentence: "The guideline says in section 9792.24.1(c)(1): “" + frequencyLaw + "”", Rule: "first-course-limit", Law: []imr.LawQuote{{Section: "9792.24.1(c)(1)", Version: lawVersion, Quote: frequencyLaw}}},
			{Sentence: "The record shows no acupuncture before this request, so the request is for a first course.", Rule: "first-course-limit", Facts: []string{"f3", "f4"}},
			{Sentence: "The request is for 18 visits, which exceeds the 6 visits of a first course.", Rule: "first-course-limit", Facts: []string{"f1"}},
			{Sentence: "The guideline allows more only later: “" + extensionLaw + "”", Rule: "first-course-limit", Law: []imr.LawQuote{{Section: "9792.24.1(d)", Version: lawVersion, Quote: extensionLaw}}},
			{Sentence: "The request for 18 acupuncture sessions is not medically necessary.", Rule: "first-course-limit"},
		},
		Flips: []imr.Flip{
			{Changes: []imr.Change{{Fact: "requested_visits", From: imr.Range{Low: 18, High: 18}, To: imr.Range{Low: 6, High: 6}}}, Outcome: imr.Overturned},
			{Changes: []imr.Change{{Fact: "course", From: "initial", To: "continuation"}, {Fact: "improvement_function", From: nil, To: true}, {Fact: "improvement_dependency", From: nil, To: true}}, Outcome: imr.Overturned},
		},
	}
}

func eighteenFacts() []imr.StatedFact {
	return []imr.StatedFact{
		{ID: "f1", Item: ptr(1), Name: "requested_visits", Value: imr.Range{Low: 18, High: 18}, Status: imr.Known, Evidence: []imr.Evidence{at(1, 14, "Acupuncture 3 x 6, 18 visits")}},
		{ID: "f2", Item: ptr(1), Name: "authorized_visits", Value: 6, Status: imr.Known, Evidence: []imr.Evidence{at(3, 9, "Certified: 6 visits of acupuncture")}},
		{ID: "f3", Item: ptr(1), Name: "prior_visits", Value: 0, Status: imr.Known, Evidence: []imr.Evidence{at(5, 22, "No prior acupuncture.")}},
		{ID: "f4", Item: ptr(1), Name: "course", Value: "initial", Status: imr.Known, Evidence: []imr.Evidence{at(1, 15, "Initial trial")}},
		{ID: "f5", Item: ptr(1), Name: "ur_outcome", Value: "modified", Status: imr.Known, Evidence: []imr.Evidence{at(3, 8, "The request is modified.")}},
		{ID: "f6", Name: "date_of_injury", Value: imr.Date("2016-07-11"), Status: imr.Known, Evidence: []imr.Evidence{at(1, 3, "Date of Injury: 07/11/2016")}},
		{ID: "f7", Name: "ur_date", Value: imr.Date("2016-10-27"), Status: imr.Known, Evidence: []imr.Evidence{at(3, 2, "October 27, 2016")}},
		{ID: "f8", Name: "rfa_date", Value: imr.Date("2016-10-20"), Status: imr.Known, Evidence: []imr.Evidence{at(1, 30, "10/20/2016")}},
	}
}

func eighteenLetter() imr.LetterData {
	noted := func(name, value string, line int) imr.Note {
		return imr.Note{Name: name, Value: value, Evidence: []imr.Evidence{at(5, line, value)}}
	}
	return imr.LetterData{
		Config: imr.LetterConfig{Licensure: []string{"California"}, Specialty: []string{"Chiropractor", "Oriental Medicine"}},
		Summary: []imr.Note{
			noted("age", "55", 4), noted("sex", "male", 4), noted("occupation", "warehouse worker", 5),
			noted("mechanism", "lifting a loaded crate from floor level", 7), noted("complaint", "low back pain", 9),
			noted("diagnosis", "Lumbar sprain/strain", 30), noted("diagnosis", "Myofascial pain", 31),
			noted("medication", "Ibuprofen 600 mg gives partial relief.", 12), noted("medication", "He takes it twice a day.", 13),
			noted("work_status", "modified duty, no lifting over 20 lb", 40),
		},
		Documents: []imr.Reviewed{
			{Kind: "rfa", Provider: "A. Osei, M.D.", Date: "2016-10-20", File: "casefile.pdf", First: 1, Last: 2},
			{Kind: "ur", Date: "2016-10-27", File: "casefile.pdf", First: 3, Last: 4},
			{Kind: "pr2", Provider: "A. Osei, M.D.", Date: "2016-10-18", File: "casefile.pdf", First: 5, Last: 6},
			{Kind: "pr2", Provider: "A. Osei, M.D.", Date: "2016-09-02", File: "casefile.pdf", First: 7, Last: 8},
			{Kind: "application", Date: "2016-11-28", File: "casefile.pdf", First: 9, Last: 9},
		},
	}
}

func at(page, line int, quote string) imr.Evidence {
	return imr.Evidence{File: "casefile.pdf", SHA256: strings.Repeat("0123456789abcdef", 4), Page: page, Line: line, Quote: quote, How: "text"}
}

// referred is the same case when nobody says whether there was acupuncture before.
func referred() imr.Decision {
	d := eighteen()
	d.Status = imr.Referred
	d.Items[0].Outcome, d.Items[0].Flips = imr.Refer, nil
	d.Items[0].Reasons = d.Items[0].Reasons[:1]
	d.Items[0].Questions = []string{"Was there acupuncture before this request, and how many visits?"}
	return d
}
