package rules_test

import (
	"fmt"
	"testing"

	"imr"
	"imr/decide"
	"imr/internal/exam/rules"
	"imr/internal/law"
)

var (
	yes  = []bool{true}
	no   = []bool{false}
	both = []bool{true, false}
)

func span(low, high float64) *rules.Span { return &rules.Span{Low: low, High: high} }

func TestOutcomesOfKnownFacts(t *testing.T) {
	first := rules.Facts{First: yes, Indicated: yes, Function: no, Dependency: no, Governed: true}
	further := rules.Facts{First: no, Prior: []int{8}, Indicated: both, Function: yes, Dependency: yes, Governed: true}
	for _, c := range []struct {
		name   string
		facts  rules.Facts
		change func(*rules.Facts)
		visits []*rules.Span
		want   string
	}{
		{"six", first, nil, []*rules.Span{span(6, 6)}, rules.Overturned},
		{"seven", first, nil, []*rules.Span{span(7, 7)}, rules.Upheld},
		{"across six", first, nil, []*rules.Span{span(4, 8)}, rules.Refer},
		{"no quantity", first, nil, []*rules.Span{nil}, rules.Upheld},
		{"not indicated", first, func(f *rules.Facts) { f.Indicated = no }, []*rules.Span{span(6, 6)}, rules.Upheld},
		{"indication open", first, func(f *rules.Facts) { f.Indicated = both }, []*rules.Span{span(6, 6)}, rules.Refer},
		{"four a week", first, func(f *rules.Facts) { f.AWeek = span(4, 4) }, []*rules.Span{span(4, 4)}, rules.Refer},
		{"ten weeks", first, func(f *rules.Facts) { f.Weeks = span(10, 10) }, []*rules.Span{span(5, 5)}, rules.Refer},
		{"course open, six", first, func(f *rules.Facts) { f.First = both }, []*rules.Span{span(6, 6)}, rules.Refer},
		{"course open, twelve", first, func(f *rules.Facts) { f.First = both }, []*rules.Span{span(12, 12)}, rules.Upheld},
		{"both limbs", further, nil, []*rules.Span{span(12, 12)}, rules.Overturned},
		{"both limbs, 27", further, nil, []*rules.Span{span(27, 27)}, rules.Refer},
		{"both limbs, no quantity", further, nil, []*rules.Span{nil}, rules.Refer},
		{"limb 1 only", further, func(f *rules.Facts) { f.Dependency = no }, []*rules.Span{span(6, 6)}, rules.Refer},
		{"limb 2 only", further, func(f *rules.Facts) { f.Function = no }, []*rules.Span{span(6, 6)}, rules.Upheld},
		{"under way", further, func(f *rules.Facts) { f.Prior = []int{2} }, []*rules.Span{span(4, 4)}, rules.Refer},
		{"shoulder", further, func(f *rules.Facts) { f.Governed = false }, []*rules.Span{span(4, 4)}, rules.Refer},
		{"change of the law", further, func(f *rules.Facts) { f.LawChanges = true }, []*rules.Span{span(4, 4)}, rules.Refer},
	} {
		f := c.facts
		if c.change != nil {
			c.change(&f)
		}
		f.Visits = c.visits
		if got := rules.Outcome(f); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func known[T any](v T) imr.Fact[T] { return imr.KnownFact(v, imr.Evidence{File: "a.pdf", Page: 1}) }

// openBool is a fact of yes or no: known where one value is left, else unknown.
func openBool(values []bool) imr.Fact[bool] {
	if len(values) == 1 {
		return known(values[0])
	}
	return imr.Fact[bool]{Status: imr.Unknown}
}

// asCase makes the program's case of the same facts.
func asCase(f rules.Facts) imr.Case {
	it := imr.Item{N: 1, Service: imr.Acupuncture, ImprovementFunction: openBool(f.Function), ImprovementDependency: openBool(f.Dependency), AuthorizedVisits: known(0), UROutcome: known(imr.URDenied), BodyPart: known([]string{"shoulder"})}
	it.RequestedVisits, it.FrequencyPerWeek, it.DurationWeeks = spanFact(f.Visits), spanFact([]*rules.Span{f.AWeek}), spanFact([]*rules.Span{f.Weeks})
	it.PriorVisits = imr.Fact[int]{Status: imr.Unknown}
	if len(f.Prior) == 1 {
		it.PriorVisits = known(f.Prior[0])
	}
	it.Course = imr.Fact[string]{Status: imr.Unknown}
	if len(f.First) == 1 {
		it.Course = known(map[bool]string{true: imr.InitialCourse, false: imr.Continuation}[f.First[0]])
	}
	it.Indication = imr.Fact[[]string]{Status: imr.Unknown}
	if len(f.Indicated) == 1 {
		it.Indication = known(map[bool][]string{true: {imr.MedicationReduced}, false: {}}[f.Indicated[0]])
	}
	if f.Governed {
		it.BodyPart = known([]string{"knee"})
	}
	day := imr.Date("2016-02-02")
	return imr.Case{ID: "a", Items: []imr.Item{it}, Facts: imr.CaseFacts{DateOfInjury: known(imr.Date("2014-01-01")), URDate: known(day), RFADate: known(day), GoverningDate: known(day), URDecision: known(true), UROutcome: known(imr.URDenied), ClinicalRecord: known(true)}}
}

func spanFact(each []*rules.Span) imr.Fact[imr.Range] {
	f := imr.Fact[imr.Range]{Status: imr.Silent}
	for _, s := range each {
		if s == nil {
			continue
		}
		r := imr.Range{Low: s.Low, High: s.High}
		f.Status, f.Value = imr.Known, r
		f.Readings = append(f.Readings, imr.Reading[imr.Range]{Value: r, Evidence: imr.Evidence{File: "a.pdf", Page: 1}})
	}
	if len(f.Readings) > 1 {
		f.Status = imr.Contradictory
	}
	return f
}

// The exam's rules and the program's table were written apart. Over the whole grid they give the same outcome.
func TestTheProgramsTableAgrees(t *testing.T) {
	book, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, f := range grid() {
		want := rules.Outcome(f)
		seen[want]++
		d := decide.Decide(asCase(f), book, imr.LetterConfig{})
		if got := string(d.Items[0].Outcome); got != want {
			t.Fatalf("%s: the exam says %s and the program %s", describe(f), want, got)
		}
	}
	if len(seen) != 3 || seen[rules.Overturned] < 50 {
		t.Errorf("the grid is too thin: %v", seen)
	}
}

func grid() []rules.Facts {
	visits := [][]*rules.Span{{nil}, {span(1, 1)}, {span(6, 6)}, {span(7, 7)}, {span(4, 8)}, {span(27, 27)}, {span(6, 6), span(12, 12)}, {span(10, 10), span(12, 12)}}
	aWeek := []*rules.Span{nil, span(2, 2), span(4, 4), span(0.5, 0.5)}
	weeks := []*rules.Span{nil, span(3, 3), span(8, 8.7), span(9, 9)}
	var out []rules.Facts
	for _, v := range visits {
		for _, a := range aWeek {
			for _, w := range weeks {
				out = append(out, courses(rules.Facts{Visits: v, AWeek: a, Weeks: w})...)
			}
		}
	}
	return out
}

func courses(f rules.Facts) []rules.Facts {
	var out []rules.Facts
	bools := [][]bool{yes, no, both}
	for _, governed := range yesAndNo {
		for _, first := range bools {
			for _, second := range bools {
				for _, third := range bools {
					f.Governed, f.First = governed, first
					f.Indicated, f.Function, f.Dependency = second, second, third
					f.Prior = nil
					out = append(out, f)
					f.Prior = []int{4}
					out = append(out, f)
				}
			}
		}
	}
	return out
}

var yesAndNo = []bool{true, false}

func describe(f rules.Facts) string {
	text := fmt.Sprintf("%+v", f)
	for _, v := range f.Visits {
		text += fmt.Sprintf(" visits %+v", v)
	}
	return text + fmt.Sprintf(" a week %+v weeks %+v", f.AWeek, f.Weeks)
}
