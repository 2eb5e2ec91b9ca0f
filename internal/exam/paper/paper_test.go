package paper_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"imr/internal/exam/facts"
	"imr/internal/exam/paper"
	"imr/internal/exam/styles"
)

func library(t *testing.T, pick func(styles.Style) bool) (paper.Library, []styles.Style) {
	t.Helper()
	all, err := styles.Load()
	if err != nil {
		t.Fatal(err)
	}
	all = slices.DeleteFunc(all, func(s styles.Style) bool { return !pick(s) })
	l, err := paper.NewLibrary(all)
	if err != nil {
		t.Fatal(err)
	}
	return l, all
}

func compose(t *testing.T, seed uint64, n int, l paper.Library) (facts.Case, paper.Composed) {
	t.Helper()
	c := facts.Draw(seed, n)
	made, err := paper.Compose(c, l)
	if err != nil {
		t.Fatal(err)
	}
	return c, made
}

func TestTheSameSeedMakesTheSameFiles(t *testing.T) {
	l, _ := library(t, func(styles.Style) bool { return true })
	for i := range 5 {
		_, a := compose(t, 1, i, l)
		_, b := compose(t, 1, i, l)
		one, errA := a.Draw()
		two, errB := b.Draw()
		if errA != nil || errB != nil || !reflect.DeepEqual(one, two) {
			t.Fatalf("case %d differs from itself: %v, %v", i, errA, errB)
		}
	}
}

// meanings are what the papers of drawn cases say, by the name of the phrases' group.
func meanings(t *testing.T) []string {
	var out []string
	for i := range 3000 {
		for _, s := range facts.Draw(9, i).Sayings {
			if !slices.Contains(out, s.Meaning) {
				out = append(out, s.Meaning)
			}
		}
	}
	if len(out) < 45 {
		t.Fatalf("only %d meanings are drawn", len(out))
	}
	return out
}

func TestEveryStyleHasWordsForEveryFact(t *testing.T) {
	all, err := styles.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		for _, m := range meanings(t) {
			shared := strings.HasPrefix(m, "trap.") || strings.HasPrefix(m, "echo.") // said in common words
			if s.Kind == "clinic" && len(s.Groups[m]) == 0 && !shared {
				t.Errorf("%s has no words for %s", s.Name, m)
			}
		}
	}
}

// Whatever a case's papers must say stands in them, in every style.
func TestEveryStyleSaysEveryFact(t *testing.T) {
	all, err := styles.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, own := range all {
		if own.Kind == "common" {
			continue
		}
		l, _ := library(t, func(s styles.Style) bool { return s.Kind != own.Kind || s.Name == own.Name })
		for i := range 60 {
			c, made := compose(t, 5, i, l)
			said(t, c, made)
		}
	}
}

func said(t *testing.T, c facts.Case, made paper.Composed) {
	t.Helper()
	var text strings.Builder
	var groups []string
	for _, p := range made.Papers {
		text.WriteString(p.Text)
		for _, m := range paper.Marks(p.Text) {
			groups = append(groups, m.Group)
		}
	}
	for _, s := range c.Sayings {
		if !slices.Contains(groups, s.Meaning) && !c.NoChart {
			t.Errorf("case %d in %s and %s does not say %s", c.Number, made.Clinic, made.Review, s.Meaning)
		}
	}
	if left := regexp.MustCompile(`\{[^}]*\}`).FindString(text.String()); left != "" {
		t.Errorf("case %d in %s and %s keeps the slot %s", c.Number, made.Clinic, made.Review, left)
	}
}

// Fifteen wordings and more stand for each common meaning, over all styles; alternatives within a line count.
func TestCommonMeaningsHaveManyWordings(t *testing.T) {
	all, err := styles.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []string{"prior.none", "prior.done", "indication.not_tolerated", "indication.reduced", "indication.rehab", "indication.surgery", "function.measured", "function.activity", "function.none", "dependency.drugs", "dependency.none", "review.denied", "review.modified", "q.schedule", "q.total"} {
		n := 0
		for _, s := range all {
			n += len(s.Groups[m])
		}
		if n < 15 {
			t.Errorf("%s has %d wordings", m, n)
		}
	}
}

var ssnShape = regexp.MustCompile(`\b\d{3}[- ]\d{2}[- ]\d{4}\b`)

func TestNothingLooksLikeASocialSecurityNumber(t *testing.T) {
	l, _ := library(t, func(styles.Style) bool { return true })
	for i := range 200 {
		_, made := compose(t, 6, i, l)
		for _, p := range made.Papers {
			if s := ssnShape.FindString(paper.Plain(p.Text)); s != "" {
				t.Errorf("case %d, %s: %s", i, p.Kind, s)
			}
		}
	}
}

func TestMarksAreGoneFromPlainText(t *testing.T) {
	l, _ := library(t, func(styles.Style) bool { return true })
	_, made := compose(t, 1, 1, l)
	for _, p := range made.Papers {
		if len(paper.Marks(paper.Plain(p.Text))) > 0 || strings.ContainsAny(paper.Plain(p.Text), "\uE000\uE001\uE002") {
			t.Errorf("%s keeps marks", p.Kind)
		}
	}
}
