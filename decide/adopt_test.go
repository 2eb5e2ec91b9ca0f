package decide

import (
	"strings"
	"testing"

	"imr"
)

func proposal(t *testing.T, items ...imr.Item) imr.Decision {
	t.Helper()
	c := caseOf(items...)
	c.Inputs = []imr.Input{{File: "a.pdf", SHA256: "00", Pages: 3}}
	return Decide(c, loaded(t), imr.LetterConfig{})
}

var mri = imr.Item{Service: imr.OtherService, Text: "MRI"}

func TestACorrectionIsDecidedAgain(t *testing.T) {
	d := proposal(t, with(firstOf(6), func(i *imr.Item) { i.Indication = silent[[]string]() }))
	a := imr.Adoption{Corrections: []imr.Correction{{Item: 1, Fact: "indication", Value: []any{imr.MedicationNotTolerated}, File: "a.pdf", Page: 2, Reason: "The note says so."}}}
	final, err := Adopt(d, a, loaded(t))
	if err != nil || final.Status != imr.Adopted || final.Items[0].Outcome != imr.Overturned || final.Items[0].Rules[0] != "first-course" {
		t.Fatalf("%v, %v", final.Items, err)
	}
	again, err := Again(final, loaded(t))
	if err != nil || again.Items[0].Outcome != imr.Overturned || again.Status != imr.Adopted {
		t.Errorf("decided again: %v, %v", again.Items, err)
	}
	if d.Facts[len(d.Facts)-1].Status == imr.Known && d.Status == imr.Adopted {
		t.Error("the proposal was changed")
	}
}

func TestOverridesAndSplits(t *testing.T) {
	d := proposal(t, firstOf(18), mri)
	over := imr.Override{Item: 2, Outcome: imr.Upheld, Guideline: "MTUS", Reasons: "No finding asks for it."}
	split := imr.Split{Item: 1, Necessary: 6, Guideline: "MTUS", Reasons: "Six visits show whether it helps."}
	final, err := Adopt(d, imr.Adoption{Overrides: []imr.Override{over}, Splits: []imr.Split{split}}, loaded(t))
	if err != nil || final.Items[0].Split == nil || *final.Items[0].Split != 6 || final.Items[0].Outcome != imr.Overturned || final.Items[1].Outcome != imr.Upheld {
		t.Fatalf("%+v, %v", final.Items, err)
	}
	if r := final.Items[1].Reasons; len(r) != 1 || r[0].Sentence != over.Reasons || r[0].Rule != ByReviewer {
		t.Errorf("the reviewer's reasons are %v", r)
	}
}

func TestWhatCannotBeAdopted(t *testing.T) {
	book := loaded(t)
	correction := imr.Correction{Item: 1, Fact: "prior_visits", Value: 4, File: "a.pdf", Page: 1, Reason: "Read so."}
	change := func(edit func(*imr.Correction)) imr.Adoption {
		c := correction
		edit(&c)
		return imr.Adoption{Corrections: []imr.Correction{c}}
	}
	for name, c := range map[string]struct {
		a    imr.Adoption
		says string
	}{
		"an item without outcome":    {imr.Adoption{}, "item 2, MRI, has no outcome"},
		"no such fact":               {change(func(c *imr.Correction) { c.Fact = "weather" }), "no fact weather"},
		"a page that is not there":   {change(func(c *imr.Correction) { c.Page = 9 }), "page 9"},
		"no reason":                  {change(func(c *imr.Correction) { c.Reason = " " }), "has no reason"},
		"a value of another kind":    {change(func(c *imr.Correction) { c.Value = "several" }), "prior_visits cannot be read"},
		"an override without reason": {imr.Adoption{Overrides: []imr.Override{{Item: 2, Outcome: imr.Upheld}}}, "needs its reasons"},
		"an outcome that is none":    {imr.Adoption{Overrides: []imr.Override{{Item: 2, Outcome: imr.Refer, Reasons: "x", Guideline: "y"}}}, "neither upheld"},
		"a split of nothing":         {imr.Adoption{Splits: []imr.Split{{Item: 1, Necessary: 18, Reasons: "x", Guideline: "y"}}}, "cannot be split at 18"},
	} {
		if _, err := Adopt(proposal(t, firstOf(18), mri), c.a, book); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
	stopped := proposal(t, firstOf(18))
	stopped.Status = imr.Ineligible
	if _, err := Adopt(stopped, imr.Adoption{}, book); err == nil {
		t.Error("an ineligible case was adopted")
	}
}
