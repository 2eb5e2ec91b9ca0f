package decide

import (
	"slices"
	"strings"
	"testing"

	"imr"
	"imr/internal/law"
)

func place() imr.Evidence {
	return imr.Evidence{File: "a.pdf", Page: 1, Line: 1, Quote: "words", How: "text"}
}

func known[T any](v T) imr.Fact[T] { return imr.KnownFact(v, place()) }

func silent[T any]() imr.Fact[T] { return imr.Fact[T]{Status: imr.Silent} }

func unknown[T any]() imr.Fact[T] { return imr.Fact[T]{Status: imr.Unknown} }

func either[T any](vs ...T) imr.Fact[T] {
	f := imr.Fact[T]{Status: imr.Contradictory}
	for _, v := range vs {
		f.Readings = append(f.Readings, imr.Reading[T]{Value: v, Evidence: place()})
	}
	return f
}

func n(v float64) imr.Range { return imr.Range{Low: v, High: v} }

// firstOf is a first course of so many visits for the low back, denied whole, medication not tolerated.
func firstOf(visits float64) imr.Item {
	return imr.Item{
		N: 1, Service: imr.Acupuncture, Text: "acupuncture", RequestedVisits: known(n(visits)), FrequencyPerWeek: silent[imr.Range](), DurationWeeks: silent[imr.Range](),
		AuthorizedVisits: known(0), PriorVisits: known(0), UROutcome: known(imr.URDenied), Course: known(imr.InitialCourse), Indication: known([]string{imr.MedicationNotTolerated}),
		ImprovementFunction: silent[bool](), ImprovementDependency: silent[bool](), BodyPart: known([]string{"low_back"}),
	}
}

// furtherOf is a continuation of so many visits after 12 completed ones.
func furtherOf(visits float64, function, dependency imr.Fact[bool]) imr.Item {
	it := firstOf(visits)
	it.PriorVisits, it.Course = known(12), known(imr.Continuation)
	it.ImprovementFunction, it.ImprovementDependency = function, dependency
	return it
}

// caseOf is a case of 2014 with nothing against its review.
func caseOf(items ...imr.Item) imr.Case {
	for i := range items {
		items[i].N = i + 1
	}
	return imr.Case{ID: "t", Items: items, Facts: imr.CaseFacts{
		DateOfInjury: known(imr.Date("2013-09-12")), URDate: known(imr.Date("2014-02-19")), RFADate: known(imr.Date("2014-02-12")), GoverningDate: known(imr.Date("2014-02-19")),
		URDecision: known(true), UROutcome: known(imr.URDenied), AuthorizedLater: silent[bool](), Withdrawn: silent[bool](), ClinicalRecord: known(true), RequestsUnclear: silent[bool](),
		ListsDiffer: silent[bool](), ApplicationDate: known(imr.Date("2014-03-10")), ApplicationBlank: silent[bool](), URMailed: silent[bool](), Assigned: silent[bool](),
	}}
}

func loaded(t testing.TB) *law.Book {
	t.Helper()
	b, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// with changes an item and returns it.
func with(it imr.Item, change func(*imr.Item)) imr.Item {
	change(&it)
	return it
}

var yes, no = imr.Fact[bool]{Status: imr.Known, Value: true}, imr.Fact[bool]{Status: imr.Known}

func TestEveryRowOfTheRules(t *testing.T) {
	book := loaded(t)
	for _, c := range []struct {
		name string
		item imr.Item
		want imr.Outcome
	}{
		{"a first course of 6, indicated", firstOf(6), imr.Overturned},
		{"7: one past the limit", firstOf(7), imr.Upheld},
		{"3", firstOf(3), imr.Overturned}, {"1", firstOf(1), imr.Overturned},
		{"18, of which 6 were certified", with(firstOf(18), func(i *imr.Item) { i.AuthorizedVisits, i.UROutcome = known(6), known(imr.URModified) }), imr.Upheld},
		{"8, of which 6 were certified: never the 2 that remain", with(firstOf(8), func(i *imr.Item) { i.AuthorizedVisits = known(6) }), imr.Upheld},
		{"no quantity", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = silent[imr.Range]() }), imr.Upheld},
		{"quantity unknown", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = unknown[imr.Range]() }), imr.Refer},
		{"3 to 6", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = known(imr.Range{Low: 3, High: 6}) }), imr.Overturned},
		{"4 to 8 lies on both sides", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = known(imr.Range{Low: 4, High: 8}) }), imr.Refer},
		{"8 to 12", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = known(imr.Range{Low: 8, High: 12}) }), imr.Upheld},
		{"10 or 12", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(10), n(12)) }), imr.Upheld},
		{"5 or 10", with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(5), n(10)) }), imr.Refer},
		{"indication positively absent", with(firstOf(6), func(i *imr.Item) { i.Indication = known([]string{}) }), imr.Upheld},
		{"indication silent", with(firstOf(6), func(i *imr.Item) { i.Indication = silent[[]string]() }), imr.Refer},
		{"18 with the indication silent", with(firstOf(18), func(i *imr.Item) { i.Indication = silent[[]string]() }), imr.Upheld},
		{"3 a week", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = known(n(3)) }), imr.Overturned},
		{"4 a week", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = known(n(4)) }), imr.Refer},
		{"once a week", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = known(n(1)) }), imr.Overturned},
		{"every other week", with(firstOf(4), func(i *imr.Item) { i.FrequencyPerWeek = known(n(0.5)) }), imr.Refer},
		{"3 to 4 a week", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = known(imr.Range{Low: 3, High: 4}) }), imr.Refer},
		{"every other week to twice a week", with(firstOf(6), func(i *imr.Item) { i.FrequencyPerWeek = known(imr.Range{Low: 0.5, High: 2}) }), imr.Refer},
		{"6 to 10 weeks", with(firstOf(6), func(i *imr.Item) { i.DurationWeeks = known(imr.Range{Low: 6, High: 10}) }), imr.Refer},
		{"8.7 weeks", with(firstOf(6), func(i *imr.Item) { i.DurationWeeks = known(imr.Range{Low: 8, High: 8.7}) }), imr.Overturned},
		{"9 weeks", with(firstOf(6), func(i *imr.Item) { i.DurationWeeks = known(n(9)) }), imr.Refer},
		{"9 weeks, and 18 visits: upheld for the visits", with(firstOf(18), func(i *imr.Item) { i.DurationWeeks = known(n(9)) }), imr.Upheld},
		{"shoulder", with(firstOf(18), func(i *imr.Item) { i.BodyPart = known([]string{"shoulder"}) }), imr.Refer},
		{"neck and shoulder", with(firstOf(18), func(i *imr.Item) { i.BodyPart = known([]string{"neck", "shoulder"}) }), imr.Refer},
		{"part not known", with(firstOf(18), func(i *imr.Item) { i.BodyPart = silent[[]string]() }), imr.Refer},
		{"electro-acupuncture", with(firstOf(7), func(i *imr.Item) { i.Service = imr.Electroacupuncture }), imr.Upheld},
		{"another service", with(firstOf(1), func(i *imr.Item) { i.Service = imr.OtherService }), imr.Refer},
		{"further, both limbs", furtherOf(6, yes, yes), imr.Overturned},
		{"further, both limbs, no quantity", with(furtherOf(6, yes, yes), func(i *imr.Item) { i.RequestedVisits = silent[imr.Range]() }), imr.Refer},
		{"further, both limbs, 26 visits", furtherOf(26, yes, yes), imr.Overturned},
		{"further, both limbs, 27 visits cannot be given in two months", furtherOf(27, yes, yes), imr.Refer},
		{"further, both limbs, 20 to 27 visits", with(furtherOf(27, yes, yes), func(i *imr.Item) { i.RequestedVisits = known(imr.Range{Low: 20, High: 27}) }), imr.Refer},
		{"further, function only", furtherOf(6, yes, no), imr.Refer},
		{"further, function, dependency silent", furtherOf(6, yes, silent[bool]()), imr.Refer},
		{"further, dependency only", furtherOf(6, no, yes), imr.Upheld},
		{"further, neither", furtherOf(6, no, no), imr.Upheld},
		{"further, silent on both", furtherOf(6, silent[bool](), silent[bool]()), imr.Upheld},
		{"further, function unknown", furtherOf(6, unknown[bool](), silent[bool]()), imr.Refer},
		{"further, function contradictory, dependency documented", furtherOf(6, either(true, false), yes), imr.Refer},
		{"further, dependency unknown, no function", furtherOf(6, no, unknown[bool]()), imr.Upheld},
		{"under way: 3 done and 3 asked", with(furtherOf(3, no, no), func(i *imr.Item) { i.PriorVisits = known(3) }), imr.Refer},
		{"3 done and 2 to 4 asked", with(furtherOf(4, no, no), func(i *imr.Item) {
			i.PriorVisits, i.RequestedVisits = known(3), known(imr.Range{Low: 2, High: 4})
		}), imr.Upheld},
		{"3 done and 4 asked", with(furtherOf(4, no, no), func(i *imr.Item) { i.PriorVisits = known(3) }), imr.Upheld},
		{"18, course unknown, nothing documented", with(firstOf(18), func(i *imr.Item) { i.Course, i.PriorVisits = unknown[string](), silent[int]() }), imr.Upheld},
		{"6, course unknown", with(firstOf(6), func(i *imr.Item) { i.Course, i.PriorVisits = unknown[string](), silent[int]() }), imr.Refer},
		{"6, course contradictory", with(firstOf(6), func(i *imr.Item) {
			i.Course, i.PriorVisits = either(imr.InitialCourse, imr.Continuation), either(0, 24)
		}), imr.Refer},
	} {
		d := Decide(caseOf(c.item), book, imr.LetterConfig{})
		if got := d.Items[0].Outcome; got != c.want {
			t.Errorf("%s: %s by %v, want %s", c.name, got, d.Items[0].Rules, c.want)
		}
		if c.want == imr.Refer && len(d.Items[0].Questions) == 0 {
			t.Errorf("%s: referred without a question", c.name)
		}
	}
}

func TestSeveralItems(t *testing.T) {
	book := loaded(t)
	infrared := imr.Item{Service: imr.OtherService, Text: "infrared heat", SameVisits: true}
	imaging := imr.Item{Service: imr.OtherService, Text: "MRI"}
	variant := func(visits float64) imr.Item { return with(firstOf(visits), func(i *imr.Item) { i.Variant = true }) }
	for _, c := range []struct {
		name  string
		items []imr.Item
		want  []imr.Outcome
	}{
		{"infrared falls with acupuncture", []imr.Item{firstOf(12), infrared}, []imr.Outcome{imr.Upheld, imr.Upheld}},
		{"infrared does not rise with it", []imr.Item{firstOf(6), infrared}, []imr.Outcome{imr.Overturned, imr.Refer}},
		{"nor fall where visits were certified", []imr.Item{with(firstOf(12), func(i *imr.Item) { i.AuthorizedVisits = known(6) }), infrared}, []imr.Outcome{imr.Upheld, imr.Refer}},
		{"imaging never follows", []imr.Item{firstOf(12), imaging}, []imr.Outcome{imr.Upheld, imr.Refer}},
		{"variants of 12 each", []imr.Item{variant(12), variant(12)}, []imr.Outcome{imr.Upheld, imr.Upheld}},
		{"variants of 4 each", []imr.Item{variant(4), variant(4)}, []imr.Outcome{imr.Refer, imr.Refer}},
		{"variants of 4, and of 4 or 10", []imr.Item{variant(4), with(variant(4), func(i *imr.Item) { i.RequestedVisits = either(n(4), n(10)) })}, []imr.Outcome{imr.Refer, imr.Refer}},
		{"a variant of 3 beside one of a number not known", []imr.Item{variant(3), with(variant(3), func(i *imr.Item) { i.RequestedVisits = unknown[imr.Range]() })}, []imr.Outcome{imr.Refer, imr.Refer}},
		{"variants of 3 each", []imr.Item{variant(3), variant(3)}, []imr.Outcome{imr.Overturned, imr.Overturned}},
	} {
		var got []imr.Outcome
		for _, it := range Decide(caseOf(c.items...), book, imr.LetterConfig{}).Items {
			got = append(got, it.Outcome)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatARuleTellsTheReviewer(t *testing.T) {
	certified := func(visits int) imr.Item {
		return with(firstOf(12), func(i *imr.Item) { i.AuthorizedVisits = known(visits) })
	}
	for _, c := range []struct {
		item imr.Item
		want []string
	}{
		{with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = silent[imr.Range]() }), []string{"no-quantity"}},
		{furtherOf(6, no, yes), []string{"dependency-only"}},
		{certified(5), []string{"trial-supported"}}, {certified(6), nil},
		{with(certified(0), func(i *imr.Item) { i.AuthorizedVisits = unknown[int]() }), nil},
		{with(firstOf(6), func(i *imr.Item) { i.RequestedVisits, i.Indication = unknown[imr.Range](), silent[[]string]() }), nil},
	} {
		var got []string
		for _, f := range Decide(caseOf(c.item), loaded(t), imr.LetterConfig{}).Flags {
			got = append(got, f.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v asked, %v certified: %v, want %v", c.item.RequestedVisits.Value, c.item.AuthorizedVisits.Value, got, c.want)
		}
	}
}

// early is a case of an injury and a decision in the first year of independent medical review.
func early(injury, decision imr.Date) func(*imr.CaseFacts) {
	return func(f *imr.CaseFacts) {
		f.DateOfInjury, f.URDate, f.GoverningDate, f.RFADate, f.ApplicationDate = known(injury), known(decision), known(decision), known(decision.AddDays(-7)), known(decision.AddDays(10))
	}
}

func TestGates(t *testing.T) {
	book := loaded(t)
	for _, c := range []struct {
		name   string
		change func(*imr.CaseFacts)
		status string
		flag   string
	}{
		{"nothing against it", func(f *imr.CaseFacts) {}, imr.Proposed, ""},
		{"no UR decision", func(f *imr.CaseFacts) { f.URDecision = silent[bool]() }, imr.Ineligible, "no-ur-decision"},
		{"UR decision not read", func(f *imr.CaseFacts) { f.URDecision = unknown[bool]() }, imr.Referred, "ur-decision-unread"},
		{"conditional", func(f *imr.CaseFacts) { f.UROutcome = known(imr.URConditional) }, imr.Ineligible, "ur-conditional"},
		{"deferred", func(f *imr.CaseFacts) { f.UROutcome = known(imr.URDeferred) }, imr.Ineligible, "ur-deferred"},
		{"approved", func(f *imr.CaseFacts) { f.UROutcome = known(imr.URApproved) }, imr.Ineligible, "ur-approved"},
		{"denied or approved", func(f *imr.CaseFacts) { f.UROutcome = either(imr.URDenied, imr.URApproved) }, imr.Referred, "ur-outcome-unclear"},
		{"denied or modified", func(f *imr.CaseFacts) { f.UROutcome = either(imr.URDenied, imr.URModified) }, imr.Proposed, ""},
		{"authorized later", func(f *imr.CaseFacts) { f.AuthorizedLater = known(true) }, imr.Ineligible, "authorized-later"},
		{"withdrawn", func(f *imr.CaseFacts) { f.Withdrawn = known(true) }, imr.Ineligible, "withdrawn"},
		{"said not to be: nothing against it", func(f *imr.CaseFacts) {
			f.AuthorizedLater, f.Withdrawn, f.RequestsUnclear, f.ListsDiffer, f.ApplicationBlank = known(false), known(false), known(false), known(false), known(false)
		}, imr.Proposed, ""},
		{"said to be no UR decision", func(f *imr.CaseFacts) { f.URDecision = known(false) }, imr.Ineligible, "no-ur-decision"},
		{"said to be no medical record", func(f *imr.CaseFacts) { f.ClinicalRecord = known(false) }, imr.Referred, "records-missing"},
		{"withdrawn or not", func(f *imr.CaseFacts) { f.Withdrawn = either(true, false) }, imr.Referred, "withdrawn-unclear"},
		{"the first day of injuries", early("2013-01-01", "2013-06-30"), imr.Proposed, ""},
		{"the last day before them", early("2012-12-31", "2013-06-30"), imr.Ineligible, "imr-not-available"},
		{"injury on a day that is open", func(f *imr.CaseFacts) {
			early("2012-12-31", "2013-06-30")(f)
			f.DateOfInjury = either(imr.Date("2012-12-31"), imr.Date("2013-01-01"))
		}, imr.Referred, "imr-availability-unclear"},
		{"before review was available", func(f *imr.CaseFacts) {
			f.DateOfInjury, f.URDate, f.GoverningDate, f.ApplicationDate = known(imr.Date("2012-12-31")), known(imr.Date("2013-06-30")), known(imr.Date("2013-06-30")), known(imr.Date("2013-07-10"))
		}, imr.Ineligible, "imr-not-available"},
		{"a day later", func(f *imr.CaseFacts) {
			f.DateOfInjury, f.URDate, f.GoverningDate, f.ApplicationDate = known(imr.Date("2012-12-31")), known(imr.Date("2013-07-01")), known(imr.Date("2013-07-01")), known(imr.Date("2013-07-10"))
		}, imr.Proposed, ""},
		{"no medical record", func(f *imr.CaseFacts) { f.ClinicalRecord = silent[bool]() }, imr.Referred, "records-missing"},
		{"governing date unknown", func(f *imr.CaseFacts) { f.GoverningDate = unknown[imr.Date]() }, imr.Referred, "governing-date-unknown"},
		{"governing date in 2018", func(f *imr.CaseFacts) {
			f.GoverningDate, f.URDate = known(imr.Date("2018-03-13")), known(imr.Date("2018-03-13"))
		}, imr.Referred, "law-not-loaded"},
		{"governing date in 2008", func(f *imr.CaseFacts) { f.GoverningDate = known(imr.Date("2008-03-13")) }, imr.Referred, "law-not-loaded"},
		{"two requests", func(f *imr.CaseFacts) { f.RequestsUnclear = known(true) }, imr.Referred, "requests-unclear"},
		{"lists differ", func(f *imr.CaseFacts) { f.ListsDiffer = known(true) }, imr.Referred, "lists-differ"},
		{"30 days", func(f *imr.CaseFacts) { f.ApplicationDate = known(imr.Date("2014-03-21")) }, imr.Proposed, ""},
		{"31 days", func(f *imr.CaseFacts) { f.ApplicationDate = known(imr.Date("2014-03-22")) }, imr.Referred, "application-late"},
		{"35 days by mail", func(f *imr.CaseFacts) { f.ApplicationDate, f.URMailed = known(imr.Date("2014-03-26")), known(true) }, imr.Proposed, ""},
		{"31 days and not by mail", func(f *imr.CaseFacts) { f.ApplicationDate, f.URMailed = known(imr.Date("2014-03-22")), known(false) }, imr.Referred, "application-late"},
		{"late and not assigned", func(f *imr.CaseFacts) { f.ApplicationDate, f.Assigned = known(imr.Date("2014-06-01")), known(false) }, imr.Referred, "application-late"},
		{"an application of which the day of decision is open", func(f *imr.CaseFacts) {
			f.ApplicationDate, f.URDate = known(imr.Date("2014-06-01")), either(imr.Date("2014-02-19"), imr.Date("2014-05-19"))
		}, imr.Proposed, ""},
		{"36 days by mail", func(f *imr.CaseFacts) { f.ApplicationDate, f.URMailed = known(imr.Date("2014-03-27")), known(true) }, imr.Referred, "application-late"},
		{"late and assigned", func(f *imr.CaseFacts) { f.ApplicationDate, f.Assigned = known(imr.Date("2014-06-01")), known(true) }, imr.Proposed, "application-late"},
		{"unsigned", func(f *imr.CaseFacts) { f.ApplicationBlank, f.ApplicationDate = known(true), silent[imr.Date]() }, imr.Referred, "application-unsigned"},
	} {
		file := caseOf(firstOf(18))
		c.change(&file.Facts)
		d := Decide(file, book, imr.LetterConfig{})
		flagged := c.flag == "" || slices.ContainsFunc(d.Flags, func(f imr.Flag) bool { return f.Code == c.flag })
		if d.Status != c.status || !flagged {
			t.Errorf("%s: %s with %v, want %s with %q", c.name, d.Status, d.Flags, c.status, c.flag)
		}
	}
}

func TestTheChangeOfTheLawIsNotCrossed(t *testing.T) {
	book := loaded(t)
	weeks := func(w imr.Range) func(*imr.Item) { return func(i *imr.Item) { i.DurationWeeks = known(w) } }
	visits := func(q imr.Range) func(*imr.Item) { return func(i *imr.Item) { i.RequestedVisits = known(q) } }
	weekly := func(i *imr.Item) { i.FrequencyPerWeek = known(n(1)) }
	for _, c := range []struct {
		ur   imr.Date
		item func(*imr.Item)
		want imr.Outcome
	}{
		{"2017-10-19", weeks(n(6)), imr.Upheld}, // ends on November 30
		{"2017-10-20", weeks(n(6)), imr.Refer},  // ends on December 1
		{"2017-10-20", weeks(imr.Range{Low: 4, High: 6}), imr.Refer},
		{"2017-10-19", func(*imr.Item) {}, imr.Upheld}, // 18 visits need 6 weeks
		{"2017-10-20", func(*imr.Item) {}, imr.Refer},
		{"2017-10-20", visits(imr.Range{Low: 9, High: 18}), imr.Refer},
		{"2017-07-27", weekly, imr.Upheld}, // 18 visits at one a week end on November 30
		{"2017-07-28", weekly, imr.Refer},
		{"2017-11-29", func(i *imr.Item) { i.RequestedVisits = silent[imr.Range]() }, imr.Upheld}, // of no length
	} {
		file := caseOf(with(firstOf(18), c.item))
		file.Facts.URDate, file.Facts.GoverningDate, file.Facts.RFADate, file.Facts.ApplicationDate = known(c.ur), known(c.ur), known(c.ur.AddDays(-7)), known(c.ur.AddDays(10))
		if got := Decide(file, book, imr.LetterConfig{}).Items[0].Outcome; got != c.want {
			t.Errorf("decided on %s: %s, want %s", c.ur, got, c.want)
		}
	}
}

// What governs from the change of the law on is told by the part of the body, and only where it governs.
func TestTheNewerTextIsNamed(t *testing.T) {
	for _, c := range []struct {
		day   imr.Date
		parts []string
		want  string
	}{
		{"2018-03-13", []string{"low_back"}, "for this part of the body the chapter “Low Back”. Their text is licensed"},
		{"2018-03-13", []string{"knee", "neck"}, "for these parts of the body the chapters “Knee” and “Cervical & Thoracic”."},
		{"2018-03-13", []string{"other"}, "adopted chapters of the ACOEM guidelines. Their text is licensed"},
		{"2008-03-13", []string{"low_back"}, "The governing date lies outside the time for which the guideline’s text is held."},
	} {
		file := caseOf(with(firstOf(6), func(i *imr.Item) { i.BodyPart = known(c.parts) }))
		file.Facts.GoverningDate = known(c.day)
		flags := Decide(file, loaded(t), imr.LetterConfig{}).Flags
		if len(flags) != 1 || !strings.Contains(flags[0].Text, c.want) || c.day < lawChanges && strings.Contains(flags[0].Text, "2017") {
			t.Errorf("%s, %v: %v, want %q", c.day, c.parts, flags, c.want)
		}
	}
}

func TestFunctionalImprovementIsCitedByTheLetterInForce(t *testing.T) {
	book := loaded(t)
	for day, want := range map[imr.Date]string{"2014-06-14": "9792.20(f)", "2015-06-14": "9792.20", "2016-06-14": "9792.20(e)"} {
		file := caseOf(furtherOf(6, no, no))
		file.Facts.URDate, file.Facts.GoverningDate, file.Facts.ApplicationDate = known(day), known(day), known(day.AddDays(3))
		found := false
		for _, r := range Decide(file, book, imr.LetterConfig{}).Items[0].Reasons {
			for _, q := range r.Law {
				found = found || q.Section == want
			}
		}
		if !found {
			t.Errorf("on %s no reason cites %s", day, want)
		}
	}
}
