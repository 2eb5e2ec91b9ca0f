package decide

import (
	"slices"
	"strings"
	"testing"

	"imr"
	"imr/internal/law"
)

// The program's own pack answers every stored decision of the regression cases as it was answered.
func TestTheOwnPackAnswersAsStored(t *testing.T) {
	own := OwnPack(loaded(t))
	for name, d := range storedCases(t) {
		now, err := Under(d, own)
		if err != nil {
			t.Fatal(err)
		}
		for i, it := range d.Items {
			if now[i].Outcome != it.Outcome || !slices.Equal(now[i].Rules, it.Rules) {
				t.Errorf("%s, item %d: %v, and stored is %s by %v", name, it.N, now[i], it.Outcome, it.Rules)
			}
		}
	}
}

// withText is the program's book with words of one text exchanged.
func withText(t *testing.T, section, old, now string) *law.Book {
	t.Helper()
	var bodies []string
	for _, text := range loaded(t).Texts("") {
		if text.Section == section {
			text.Written = strings.Replace(text.Written, old, now, 1)
		}
		bodies = append(bodies, text.Written)
	}
	b, err := law.Read(bodies)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAnotherLawAnswersOtherCases(t *testing.T) {
	c := caseOf(furtherOf(6, silent[bool](), silent[bool]()))
	for _, f := range []*imr.Fact[imr.Date]{&c.Facts.URDate, &c.Facts.GoverningDate, &c.Facts.RFADate, &c.Facts.ApplicationDate} {
		*f = known(imr.Date("2018-03-13"))
	}
	d := Decide(c, loaded(t), imr.LetterConfig{})
	for to, want := range map[string]Ruling{"2017-11-30": {imr.Refer, []string{"gate-law-not-loaded"}}, "2018-12-31": {imr.Upheld, []string{"continuation-undocumented"}}} {
		p, err := NewPack(GuidelineLimits(), Table(), withText(t, guidelineSection, "to: 2017-11-30", "to: "+to))
		if err != nil {
			t.Fatal(err)
		}
		got, err := Under(d, p)
		if err != nil || got[0].Outcome != want.Outcome || !slices.Equal(got[0].Rules, want.Rules) {
			t.Errorf("with the text in force to %s: %v, %v, want %v", to, got, err, want)
		}
	}
}

// What follows the acupuncture follows it under another pack too, and what a reviewer decided stays.
func TestUnderFollowsAndLeavesTheReviewer(t *testing.T) {
	infrared := imr.Item{Service: imr.OtherService, Text: "infrared heat", SameVisits: true}
	d := Decide(caseOf(firstOf(8), infrared), loaded(t), imr.LetterConfig{})
	d.Items = append([]imr.ItemResult{}, d.Items...)
	got, err := Under(d, firstCourseOf(t, 8))
	if err != nil || d.Items[1].Outcome != imr.Upheld || got[0].Outcome != imr.Overturned || got[1].Outcome != imr.Refer {
		t.Errorf("%v became %v, %v", d.Items[1].Rules, got, err)
	}
	d.Items[0].Rules = []string{ByReviewer}
	if got, err := Under(d, firstCourseOf(t, 8)); err != nil || got[0].Outcome != imr.Upheld {
		t.Errorf("the reviewer's outcome became %v, %v", got, err)
	}
}

// A number that is not known is tried on both sides of a pack's limits, wherever they lie.
func TestUnknownNumbersAreTriedAroundAPacksLimits(t *testing.T) {
	d := Decide(caseOf(with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = unknown[imr.Range]() })), loaded(t), imr.LetterConfig{})
	got, err := Under(d, firstCourseOf(t, 60))
	if err != nil || got[0].Outcome != imr.Refer || !slices.Contains(got[0].Rules, "first-course-exceeds") {
		t.Errorf("%v, %v", got, err)
	}
}

func TestAPackIsReadAsItIsWritten(t *testing.T) {
	own := OwnPack(loaded(t))
	var rules []Rule
	for _, r := range own.Rules {
		back, err := r.Written().Rule()
		if err != nil {
			t.Fatal(err)
		}
		rules = append(rules, back)
	}
	p, err := NewPack(own.Limits, rules, own.Law)
	if err != nil || p.SHA256() != own.SHA256() || len(Differences(own, p)) != 0 {
		t.Errorf("%v, %v", Differences(own, p), err)
	}
}

func TestLimitsThatCannotBe(t *testing.T) {
	for _, change := range []func(*Limits){
		func(l *Limits) { l.FirstCourseVisits = 0.5 }, func(l *Limits) { l.MostPerWeek = 0.5 }, func(l *Limits) { l.LeastPerWeek = 0 }, func(l *Limits) { l.MostWeeks = mostOfALimit },
	} {
		l := GuidelineLimits()
		change(&l)
		if _, err := NewPack(l, Table(), loaded(t)); err == nil {
			t.Errorf("%v was taken", l)
		}
	}
}
