package decide

import (
	"strings"
	"testing"

	"imr"
)

// Every word of the law in the table stands in the text in force, and every quotation that reasons make is found.
func TestTheTableQuotesTheLaw(t *testing.T) {
	book := loaded(t)
	text, _ := book.InForce(guidelineSection, "2014-01-01")
	for _, r := range Table() {
		if r.Text == "" {
			continue
		}
		label, _, _ := strings.Cut(r.Para, ",")
		if r.ID == "continuation-schedule" {
			label = "(c)(3)"
		}
		if _, err := text.Quote(label, r.Text); err != nil {
			t.Errorf("%s: %v", r.ID, err)
		}
	}
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

// Of the rules of a course every point meets exactly one: there is no gap, and no order to argue about.
func TestEveryPointMeetsOneRuleAndEveryRuleIsMet(t *testing.T) {
	met := map[string]bool{}
	everyPoint(func(p point) {
		var of []string
		for _, r := range Table() {
			if r.met(p) && !r.gate {
				of = append(of, r.ID)
			}
		}
		if len(of) != 1 {
			t.Fatalf("%+v meets %v", p, of)
		}
		met[ruleFor(Table(), p).ID] = true
	})
	for _, r := range Table() {
		if !met[r.ID] {
			t.Errorf("rule %s never answers", r.ID)
		}
		if r.gate && r.Outcome != imr.Refer && r.ID != "adjunct-follows" {
			t.Errorf("the gate %s decides an outcome", r.ID)
		}
	}
}

// everyPoint walks the finite space of completions: one value from each class that the rules tell apart.
func everyPoint(visit func(point)) {
	ranges := []*imr.Range{nil, {Low: 1, High: 1}, {Low: 6, High: 6}, {Low: 4, High: 8}, {Low: 7, High: 7}, {Low: 30, High: 30}}
	rates := []*imr.Range{nil, {Low: 0.5, High: 0.5}, {Low: 1, High: 3}, {Low: 4, High: 4}}
	weeks := []*imr.Range{nil, {Low: 8, High: 8.7}, {Low: 9, High: 9}}
	for _, service := range []imr.Service{imr.Acupuncture, imr.OtherService} {
		for _, q := range ranges {
			for _, f := range rates {
				for _, w := range weeks {
					for bits := range 256 {
						on := func(i int) bool { return bits>>i&1 == 1 }
						p := point{limits: GuidelineLimits(), service: service, requested: q, frequency: f, weeks: w, course: imr.InitialCourse, indicated: on(0), function: on(1), depends: on(2), governed: on(3), straddles: on(4)}
						if on(5) {
							p.course = imr.Continuation
						}
						if on(6) {
							p.prior = 3
						}
						if on(7) {
							p.variants, p.falls = 12, true
						}
						visit(p)
					}
				}
			}
		}
	}
}
