package decide

import (
	"testing"

	"imr"
)

// own is the setting of an item by the law's numbers and the program's table.
func own() setting { return setting{limits: GuidelineLimits(), table: ownTable().ready} }

// The quotations that reasons make stand in the text in force. Those of the table are held by TestTheOwnPackIsWhole.
func TestReasonsQuoteTheDefinition(t *testing.T) {
	book := loaded(t)
	text, _ := book.InForce(guidelineSection, "2014-01-01")
	for _, day := range []imr.Date{"2014-01-01", "2015-06-01", "2016-01-01"} {
		definition, _ := book.InForce("9792.20", day)
		a := author{texts: texts{text, definition}}
		for _, words := range []string{limbFunction, limbDependency} {
			if _, err := definition.Quote(a.definitionLabel(), words); err != nil {
				t.Errorf("%s: %v", day, err)
			}
		}
	}
}

// Of the rules of a course every point meets exactly one: there is no gap, and no order to argue about. Every word of the law in the
// table stands in the text.
func TestTheOwnPackIsWhole(t *testing.T) {
	if _, err := NewPack(GuidelineLimits(), Table(), loaded(t)); err != nil {
		t.Error(err)
	}
}

// Of another service one of two rules answers, of acupuncture neither: they do not lean on the order of the gates.
func TestAnotherServiceFallsOrStandsAlone(t *testing.T) {
	table := ready(Table())
	everyPoint(GuidelineLimits(), func(p point) {
		met := 0
		for _, r := range table.rows {
			if (r.ID == "adjunct-follows" || r.ID == "other-service") && r.met(p) {
				met++
			}
		}
		if want := map[bool]int{true: 1}[p.service == imr.OtherService]; met != want {
			t.Fatalf("%+v meets %d rules of other services", p, met)
		}
	})
}

func TestEveryRuleAnswersSomewhere(t *testing.T) {
	met, table := map[string]bool{}, Table()
	everyPoint(GuidelineLimits(), func(p point) { met[ruleFor(table, p).ID] = true })
	for _, r := range table {
		if !met[r.ID] {
			t.Errorf("rule %s never answers", r.ID)
		}
		if r.gate && r.Outcome != imr.Refer && r.ID != "adjunct-follows" {
			t.Errorf("the gate %s decides an outcome", r.ID)
		}
	}
}
