package decide

import (
	"fmt"
	"slices"
	"strings"

	"imr"
	"imr/internal/law"
)

// ByReviewer is the rule of an item whose outcome a reviewer gave.
const ByReviewer = "reviewer"

// Adopt makes a proposal final: the reviewer's corrections are put among the facts, the decision is made again with them, and then the
// overrides and splits are taken over as they are. It fails where an entry does not fit the decision, and where an item would be left
// without an outcome: nothing ever becomes final by default.
func Adopt(d imr.Decision, a imr.Adoption, book *law.Book) (imr.Decision, error) {
	if d.Status != imr.Proposed && d.Status != imr.Referred {
		return d, fmt.Errorf("a case that is %s cannot be adopted", d.Status)
	}
	corrected, err := correct(d, a.Corrections)
	if err != nil {
		return d, err
	}
	again, err := Again(corrected, book)
	if err != nil {
		return d, err
	}
	return conclude(again, a)
}

// correct puts the reviewer's values among the facts, each with the place that the reviewer names.
func correct(d imr.Decision, corrections []imr.Correction) (imr.Decision, error) {
	d.Facts = slices.Clone(d.Facts)
	for _, c := range corrections {
		i := slices.IndexFunc(d.Facts, func(f imr.StatedFact) bool {
			return f.Name == c.Fact && (f.Item == nil && c.Item == 0 || f.Item != nil && *f.Item == c.Item)
		})
		in := slices.IndexFunc(d.Inputs, func(in imr.Input) bool { return in.File == c.File })
		switch {
		case i < 0:
			return d, fmt.Errorf("there is no fact %s of item %d to correct; imr explain lists them", c.Fact, c.Item)
		case in < 0 || c.Page < 1 || c.Page > d.Inputs[in].Pages:
			return d, fmt.Errorf("the correction of %s names page %d of %q, which is not in the record", c.Fact, c.Page, c.File)
		case strings.TrimSpace(c.Reason) == "":
			return d, fmt.Errorf("the correction of %s has no reason", c.Fact)
		}
		f := &d.Facts[i]
		f.Value, f.Status = c.Value, imr.Known
		f.Evidence = []imr.Evidence{{File: c.File, SHA256: d.Inputs[in].SHA256, Page: c.Page, How: ByReviewer}}
	}
	return d, nil
}

// conclude takes over the reviewer's outcomes and marks the decision adopted.
func conclude(d imr.Decision, a imr.Adoption) (imr.Decision, error) {
	d.Items = slices.Clone(d.Items)
	for _, o := range a.Overrides {
		if o.Outcome != imr.Upheld && o.Outcome != imr.Overturned {
			return d, fmt.Errorf("item %d: the outcome %q is neither upheld nor overturned", o.Item, o.Outcome)
		}
		if err := give(&d, o.Item, o.Outcome, o.Reasons, o.Guideline); err != nil {
			return d, err
		}
	}
	for _, s := range a.Splits {
		asked := resultOf(d, s.Item).Requested
		if asked == nil || s.Necessary < 1 || float64(s.Necessary) >= asked.High {
			return d, fmt.Errorf("item %d cannot be split at %d: the visits found necessary must be fewer than those requested", s.Item, s.Necessary)
		}
		if err := give(&d, s.Item, imr.Overturned, s.Reasons, s.Guideline); err != nil {
			return d, err
		}
		for i := range d.Items {
			if d.Items[i].N == s.Item {
				d.Items[i].Split = &s.Necessary
			}
		}
	}
	for _, it := range d.Items {
		if it.Outcome == imr.Refer {
			return d, fmt.Errorf("item %d, %s, has no outcome: %s Decide it with an override, or correct the fact", it.N, it.Text, strings.Join(it.Questions, " "))
		}
	}
	d.Status, d.Adoption = imr.Adopted, &a
	return d, nil
}

// give sets an item's outcome to the reviewer's, with the reviewer's reasons and no others.
func give(d *imr.Decision, n int, outcome imr.Outcome, reasons, guideline string) error {
	i := slices.IndexFunc(d.Items, func(it imr.ItemResult) bool { return it.N == n })
	switch {
	case i < 0:
		return fmt.Errorf("there is no item %d", n)
	case slices.Contains(d.Items[i].Rules, ByReviewer):
		return fmt.Errorf("item %d is decided twice", n)
	case strings.TrimSpace(reasons) == "" || strings.TrimSpace(guideline) == "":
		return fmt.Errorf("item %d: a reviewer’s outcome needs its reasons and its guideline", n)
	}
	it := &d.Items[i]
	it.Outcome, it.Rules, it.Flips, it.Questions = outcome, []string{ByReviewer}, []imr.Flip{}, []string{}
	it.Reasons = []imr.Reason{{Sentence: reasons, Rule: ByReviewer, Law: []imr.LawQuote{}, Facts: []string{}}}
	return nil
}
