package decide

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"imr"
)

// firstCourseOf is the program's pack with another number of visits for a first course.
func firstCourseOf(t testing.TB, visits float64) Pack {
	limits := GuidelineLimits()
	limits.FirstCourseVisits = visits
	p, err := NewPack(limits, Table(), loaded(t))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestOtherLimitsAnswerOtherwise(t *testing.T) {
	d := Decide(caseOf(firstOf(8), imr.Item{Service: imr.OtherService, Text: "MRI"}), loaded(t), imr.LetterConfig{})
	for limit, want := range map[float64]imr.Outcome{6: imr.Upheld, 8: imr.Overturned} {
		got, err := Under(d, firstCourseOf(t, limit))
		if err != nil || got[0].Outcome != want || got[1].Outcome != imr.Refer {
			t.Errorf("with a first course of %v: %v, %v", limit, got, err)
		}
	}
}

func TestTheLawsLimitsAnswerAsBefore(t *testing.T) {
	book := loaded(t)
	rapid.Check(t, func(t *rapid.T) {
		d := readBackJSON(t, Decide(caseOf(drawItem(t)), book, imr.LetterConfig{}))
		got, err := Under(d, OwnPack(book))
		if err != nil || got[0].Outcome != d.Items[0].Outcome {
			t.Fatalf("%v became %v (%v)", d.Items[0].Rules, got, err)
		}
	})
}

// Items that differ in what the rules look at differ in their material facts, and places do not matter.
func TestMaterialFacts(t *testing.T) {
	book := loaded(t)
	of := func(it imr.Item) string { return Material(Decide(caseOf(it), book, imr.LetterConfig{}), 1) }
	elsewhere := with(firstOf(6), func(i *imr.Item) {
		i.RequestedVisits = imr.KnownFact(n(6), imr.Evidence{File: "b.pdf", Page: 9, How: "text"})
		i.AuthorizedVisits = known(3)
	})
	if of(firstOf(6)) != of(elsewhere) {
		t.Error("the same facts at other places are taken as others")
	}
	seen := map[string]bool{of(firstOf(6)): true}
	for _, it := range []imr.Item{
		firstOf(7), with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = unknown[imr.Range]() }), with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(5), n(10)) }),
		with(firstOf(6), func(i *imr.Item) { i.RequestedVisits = either(n(5), n(12)) }), with(firstOf(6), func(i *imr.Item) { i.Service = imr.Electroacupuncture }), furtherOf(6, yes, no),
	} {
		if key := of(it); seen[key] {
			t.Errorf("other facts are taken as the same: %s", key)
		} else {
			seen[key] = true
		}
	}
}

// BenchmarkReplay reads stored decisions of the regression cases and answers them under another limit, as imr rules impact does: the
// time of one decision. 100,000 of them take 100,000 times as long.
func BenchmarkReplay(b *testing.B) {
	paths, err := filepath.Glob("../testdata/cases/*/want/decision.json")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no stored decisions: %v", err)
	}
	var stored [][]byte
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		stored = append(stored, text)
	}
	pack := firstCourseOf(b, 8)
	i := 0
	for b.Loop() {
		var d imr.Decision
		if err := json.Unmarshal(stored[i%len(stored)], &d); err != nil {
			b.Fatal(err)
		}
		if _, err := Under(d, pack); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
