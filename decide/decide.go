package decide

import (
	"slices"

	"imr"
	"imr/internal/law"
)

// Decide answers a case. cfg is kept in the decision for the letter. The same case, law and configuration give the same decision.
func Decide(c imr.Case, book *law.Book, cfg imr.LetterConfig) imr.Decision {
	d := frame(c, cfg)
	s := newSheet(c)
	d.Facts = s.facts
	found := gates(c, book)
	for _, g := range found {
		d.Flags = append(d.Flags, g.flag)
	}
	stops := stopping(found)
	t, haveLaw := textsOn(book, c.Facts.GoverningDate)
	if len(stops) > 0 || !haveLaw {
		stopped(&d, c, s, stops)
		return d
	}
	d.Law = []imr.LawVersion{t.guideline.Version(), t.definition.Version()}
	for i, r := range verdicts(c, OwnPack(book)) {
		result, flags := decideItem(c.Items[i], r, s, t)
		d.Items = append(d.Items, result)
		d.Flags = append(d.Flags, flags...)
	}
	d.Status = statusOf(d.Items)
	return d
}

// Unreadable is the decision of a case in which nothing could be read: it has inputs and reasons why, and nothing else.
func Unreadable(c imr.Case, cfg imr.LetterConfig) imr.Decision {
	d := frame(c, cfg)
	d.Status = imr.Unreadable
	return d
}

// frame is a decision with everything but its answers. Lists are empty, not null.
func frame(c imr.Case, cfg imr.LetterConfig) imr.Decision {
	d := imr.Decision{
		Schema: imr.DecisionSchema, Items: []imr.ItemResult{}, Facts: []imr.StatedFact{}, Law: []imr.LawVersion{},
		Letter: imr.LetterData{Config: cfg, Summary: nonNil(c.Summary), Documents: nonNil(c.Reviewed), Private: c.Private},
		Inputs: nonNil(c.Inputs), Flags: nonNil(slices.Clone(c.Flags)), Program: imr.Program{Version: Version, RulesSHA256: TableSHA256()},
		Case: imr.CaseHeader{ID: c.ID, Number: orNull(c.Admin.Number), Priority: orNull(c.Admin.Priority), Assigned: c.Admin.Assigned, Received: c.Admin.Received, Decided: c.Admin.Decision,
			DateOfInjury: c.Facts.DateOfInjury.Value, URDate: c.Facts.URDate.Value, RFADate: c.Facts.RFADate.Value},
	}
	for i := range d.Inputs {
		d.Inputs[i].Unread = nonNil(d.Inputs[i].Unread)
	}
	return d
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func statusOf(items []imr.ItemResult) string {
	for _, it := range items {
		if it.Outcome != imr.Refer {
			return imr.Proposed
		}
	}
	return imr.Referred
}

// stopped fills a decision that a gate ends: every item waits for a person, for the reason that the flags give.
func stopped(d *imr.Decision, c imr.Case, s *sheet, stops []gate) {
	d.Status = imr.Referred
	var questions []string
	for _, g := range stops {
		if g.status == imr.Ineligible {
			d.Status = imr.Ineligible
		}
		questions = append(questions, g.question)
	}
	for _, it := range c.Items {
		r := header(it)
		r.Outcome, r.Questions = imr.Refer, nonNil(questions)
		a := &author{item: it, sheet: s}
		a.request()
		for _, g := range stops {
			r.Rules = append(r.Rules, gateRule(g))
			a.say(gateRule(g), g.flag.Text)
		}
		r.Reasons = a.out
		d.Items = append(d.Items, r)
	}
}

// header is an item's result before it is decided.
func header(it imr.Item) imr.ItemResult {
	r := imr.ItemResult{N: it.N, Service: it.Service, Text: it.Text, SameVisits: it.SameVisits, Variant: it.Variant, Course: "unknown", Rules: []string{}, Reasons: []imr.Reason{}, Flips: []imr.Flip{}, Questions: []string{}}
	if it.Service == imr.OtherService {
		return r
	}
	if f := it.RequestedVisits; f.Status == imr.Known {
		r.Requested = &f.Value
	}
	if f := it.AuthorizedVisits; f.Status == imr.Known {
		r.Authorized = &f.Value
	}
	if r.Requested != nil && r.Authorized != nil {
		n := int(r.Requested.High) - *r.Authorized
		r.Disputed = &n
	}
	if f := it.PriorVisits; f.Status == imr.Known {
		r.PriorVisits = &f.Value
	}
	if f := it.Course; f.Status == imr.Known {
		r.Course = f.Value
	}
	return r
}

func decideItem(it imr.Item, by verdict, s *sheet, t texts) (imr.ItemResult, []imr.Flag) {
	r, ans, set := header(it), by.answer, by.setting
	r.Outcome, r.Rules = ans.outcome, ids(ans.rules)
	r.Reasons = reasonsFor(it, s, t, by)
	if ans.outcome == imr.Refer {
		r.Questions = questions(it, set, ans)
	} else {
		r.Flips = flips(it, set, ans.outcome)
	}
	return r, itemFlags(it, ans)
}

// itemFlags are what the rules that decided an item tell the reviewer.
func itemFlags(it imr.Item, ans answer) []imr.Flag {
	told := map[string]imr.Flag{
		"no-quantity":     {Text: "The request states no number of visits.", Evidence: it.RequestedVisits.Places()},
		"dependency-only": {Text: "Less need of medication or other treatment is documented, and neither a gain in activities nor a reduction in work restrictions.", Evidence: it.ImprovementDependency.Places()},
	}
	var out []imr.Flag
	for _, r := range ans.rules {
		if f, tells := told[r.flag]; tells && ans.outcome == imr.Upheld {
			out = append(out, imr.Flag{Code: r.flag, Text: f.Text, Evidence: f.Evidence})
		}
		n := it.AuthorizedVisits
		if r.ID == "first-course-exceeds" && ans.outcome == imr.Upheld && n.Status == imr.Known && float64(n.Value) < GuidelineLimits().FirstCourseVisits {
			out = append(out, imr.Flag{Code: "trial-supported", Text: "The guideline supports a first course of up to 6 visits, and fewer were certified. Only a reviewer may split the request.", Evidence: n.Places()})
		}
	}
	return out
}
