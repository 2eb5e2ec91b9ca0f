package render

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"imr"
)

// check finds what would make a letter contradict itself or its decision.
func check(d imr.Decision) error {
	switch d.Status {
	case imr.Proposed, imr.Referred, imr.Ineligible, imr.Adopted:
	case imr.Unreadable:
		return errors.New("nothing of it could be read")
	default:
		return fmt.Errorf("no letter is known for the status %q", d.Status)
	}
	if d.Schema != imr.DecisionSchema {
		return fmt.Errorf("its decision has the schema %q; this program writes letters of %q", d.Schema, imr.DecisionSchema)
	}
	if err := checkStatus(d); err != nil {
		return err
	}
	for _, item := range d.Items {
		if err := checkItem(d, item); err != nil {
			return fmt.Errorf("item %d: %w", item.N, err)
		}
	}
	return nil
}

// checkStatus holds the status against the outcomes: a proposal decides an item, a notice decides none, a final letter all.
func checkStatus(d imr.Decision) error {
	isOpen := func(i imr.ItemResult) bool { return i.Outcome == imr.Refer }
	if d.Status == imr.Adopted {
		if d.Adoption == nil || len(d.Items) == 0 || slices.ContainsFunc(d.Items, isOpen) {
			return errors.New("it is adopted, but an item has no outcome or no reviewer is told of")
		}
		return nil
	}
	decided := slices.ContainsFunc(d.Items, func(i imr.ItemResult) bool { return !isOpen(i) })
	if decided != (d.Status == imr.Proposed) || d.Adoption != nil {
		return fmt.Errorf("the status is %q, which the outcomes of its items or an adoption contradict", d.Status)
	}
	return nil
}

func checkItem(d imr.Decision, item imr.ItemResult) error {
	if clean(item.Text) == "" {
		return errors.New("the request has no words")
	}
	if err := checkOutcome(item); err != nil {
		return err
	}
	if err := checkRemainder(item); err != nil {
		return err
	}
	for _, f := range item.Flips {
		if _, known := flipOutcomes[f.Outcome]; !known || len(f.Changes) == 0 || f.Outcome == item.Outcome {
			return fmt.Errorf("a change of facts is said to lead from %q to %q", item.Outcome, f.Outcome)
		}
	}
	for _, r := range item.Reasons {
		if err := checkReason(d, r); err != nil {
			return fmt.Errorf("%w, in the sentence %q", err, r.Sentence)
		}
	}
	return nil
}

// checkOutcome holds the outcome against the rationale's conclusion.
func checkOutcome(item imr.ItemResult) error {
	switch item.Outcome {
	case imr.Refer:
		return nil
	case imr.Upheld, imr.Overturned:
	default:
		return fmt.Errorf("the outcome %q is not known", item.Outcome)
	}
	if len(item.Rules) == 0 || len(item.Reasons) == 0 {
		return fmt.Errorf("it is %s without a rule or without a reason", item.Outcome)
	}
	if said := conclusion(item); item.Split == nil && said != "" && said != item.Outcome { // of a split item each part has its conclusion
		return fmt.Errorf("it is %s, but its rationale concludes the contrary", item.Outcome)
	}
	return nil
}

// checkRemainder holds what is in dispute against what was requested and authorized.
func checkRemainder(item imr.ItemResult) error {
	if item.Requested == nil || item.Authorized == nil || item.Disputed == nil {
		return nil
	}
	if want := item.Requested.High - float64(*item.Authorized); want != float64(*item.Disputed) {
		return fmt.Errorf("%d visits are said to be in dispute, but %s requested less %d authorized are %s",
			*item.Disputed, countWords(item.Requested.High), *item.Authorized, countWords(want))
	}
	return nil
}

// checkReason holds a sentence against what it says it rests on.
func checkReason(d imr.Decision, r imr.Reason) error {
	if r.Rule == "" && len(r.Law) == 0 && len(r.Facts) == 0 {
		return errors.New("no rule, no law and no fact is named")
	}
	for _, id := range r.Facts {
		if !slices.ContainsFunc(d.Facts, func(f imr.StatedFact) bool { return f.ID == id }) {
			return fmt.Errorf("the fact %q is not in the decision", id)
		}
	}
	for _, q := range r.Law {
		if err := checkQuote(d, r, q); err != nil {
			return err
		}
	}
	return nil
}

func checkQuote(d imr.Decision, r imr.Reason, q imr.LawQuote) error {
	used := func(v imr.LawVersion) bool { return v.Section == sectionOf(q.Section) && v.Version == q.Version }
	if !slices.ContainsFunc(d.Law, used) {
		return fmt.Errorf("the decision does not list %s in the version of %s", q.Section, q.Version)
	}
	if words := clean(q.Quote); words == "" || !strings.Contains(clean(r.Sentence), words) {
		return fmt.Errorf("the words quoted from %s are not in it", q.Section)
	}
	return nil
}
