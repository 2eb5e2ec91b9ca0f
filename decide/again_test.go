package decide

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"imr"
)

// readBackJSON is a decision as another program finds it in a file.
func readBackJSON(t *rapid.T, d imr.Decision) imr.Decision {
	written, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back imr.Decision
	if err := json.Unmarshal(written, &back); err != nil {
		t.Fatal(err)
	}
	return back
}

func drawFacts(t *rapid.T, f *imr.CaseFacts) {
	f.UROutcome = drawFact(t, "outcome", []string{imr.URDenied, imr.URModified, imr.URApproved, imr.URConditional})
	f.DateOfInjury = drawFact(t, "injury", []imr.Date{"2012-05-01", "2013-09-12"})
	f.ApplicationDate = drawFact(t, "application", []imr.Date{"2014-03-10", "2014-09-10"})
	for _, g := range gateFacts(f) {
		*g.fact = drawFact(t, g.name, bothBools)
	}
}

func TestADecisionHoldsAllThatItWasMadeOf(t *testing.T) {
	book := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		infrared := imr.Item{Service: imr.OtherService, Text: "infrared", SameVisits: true}
		c := caseOf(drawItem(t), infrared)
		if rapid.Bool().Draw(t, "other gates") {
			drawFacts(t, &c.Facts)
		}
		c.Flags = []imr.Flag{{Code: "hidden-text", Text: "The page holds text that a person cannot see.", Evidence: []imr.Evidence{place()}}}
		d := readBackJSON(t, Decide(c, book, imr.LetterConfig{ItemStyle: "whole"}))
		again, err := Again(d, book)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, readBackJSON(t, again)); diff != "" {
			t.Fatalf("decided again it differs:\n%s", diff)
		}
	})
}

func TestADecisionThatCannotBeReadIsAnError(t *testing.T) {
	book := loaded(t)
	d := Decide(caseOf(with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(5), n(10)) })), book, imr.LetterConfig{})
	for i, f := range d.Facts {
		if f.Name == "requested_visits" {
			d.Facts[i].Evidence[0].Reading = "several"
		}
	}
	if _, err := Again(d, book); err == nil {
		t.Error("a reading that is no number was taken")
	}
}
