package render_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"imr"
	"imr/render"
)

// sameSentences lets cmp look at the words and the source of sentences.
var sameSentences = cmp.Options{
	cmp.Comparer(func(a, b imr.Sentence) bool {
		return a.Text() == b.Text() && cmp.Equal(a.Source(), b.Source(), cmpopts.EquateEmpty())
	}),
	cmpopts.EquateEmpty(),
}

func TestSentenceNeedsTextAndSource(t *testing.T) {
	law := []imr.LawRef{{Section: "9792.24.1(c)(1)", Version: lawVersion}}
	cases := []struct {
		name   string
		text   string
		source imr.Source
		ok     bool
	}{
		{"no source", "Eighteen visits.", imr.Source{}, false},
		{"an unknown kind", "Eighteen visits.", imr.Source{Kind: "rumour", Rule: "r"}, false},
		{"law without a section", "Three to six.", imr.Source{Kind: imr.FromLaw, Rule: "r"}, false},
		{"fact without an id", "Eighteen visits.", imr.Source{Kind: imr.FromFact, Rule: "r"}, false},
		{"rule without an id", "Too many.", imr.Source{Kind: imr.FromRule, Law: law}, false},
		{"form without a name", "Below:", imr.Source{Kind: imr.FromForm}, false},
		{"no words", "", imr.Source{Kind: imr.FromRule, Rule: "r"}, false},
		{"law", "Three to six.", imr.Source{Kind: imr.FromLaw, Law: law}, true},
		{"fact", "Eighteen visits.", imr.Source{Kind: imr.FromFact, Facts: []string{"f1"}}, true},
		{"rule", "Too many.", imr.Source{Kind: imr.FromRule, Rule: "r"}, true},
		{"form", "Below:", imr.Source{Kind: imr.FromForm, Form: "below"}, true},
		{"reviewer", "California", imr.Source{Kind: imr.FromReviewer, Form: "licensure"}, true},
	}
	for _, c := range cases {
		s, err := imr.NewSentence(c.text, c.source)
		if (err == nil) != c.ok {
			t.Errorf("%s: error %v, want ok %v", c.name, err, c.ok)
		}
		if c.ok && s.Text() != c.text {
			t.Errorf("%s: text %q", c.name, s.Text())
		}
	}
}

func TestZeroSentenceGoesNowhere(t *testing.T) {
	l := compose(t, eighteen())
	last := &l.Sections[len(l.Sections)-1]
	last.Blocks = append(last.Blocks, imr.Block{Kind: imr.Paragraph, Sentences: make([]imr.Sentence, 1)})
	if l.Check() == nil {
		t.Error("Check passes a sentence without a source")
	}
	if _, err := json.Marshal(l); err == nil {
		t.Error("a sentence without a source is written as JSON")
	}
	if _, err := render.PDF(l, nil); err == nil {
		t.Error("a sentence without a source is printed")
	}
	if json.Unmarshal([]byte(`{"text":"Too many.","source":{"kind":"rule"}}`), new(imr.Sentence)) == nil {
		t.Error("a sentence without a source is read from JSON")
	}
}

func TestLetterSurvivesJSON(t *testing.T) {
	want := compose(t, eighteen())
	var got imr.Letter
	reread(t, want, &got)
	if diff := cmp.Diff(want, got, sameSentences); diff != "" {
		t.Error(diff)
	}
}

// A letter is written again from decision.json, where numbers and ranges have lost their Go types.
func TestRereadDecisionGivesTheSameLetter(t *testing.T) {
	for _, d := range []imr.Decision{eighteen(), referred()} {
		var again imr.Decision
		reread(t, d, &again)
		if diff := cmp.Diff(compose(t, d), compose(t, again), sameSentences); diff != "" {
			t.Error(diff)
		}
	}
}

// Every number after a sentence leads to an entry of the list of places, and every entry is led to.
func TestNotesLeadToPlaces(t *testing.T) {
	l := compose(t, eighteen())
	used := map[int]bool{}
	for _, s := range l.All() {
		for _, n := range s.Source().Notes {
			used[n] = true
		}
	}
	entries := 0
	for _, s := range l.Sections {
		if s.Heading != nil && s.Heading.Text() == "WHERE THE FACTS STAND" {
			entries = len(s.Blocks[0].Entries)
		}
	}
	for n := 1; n <= entries; n++ {
		if !used[n] {
			t.Errorf("nothing leads to place %d", n)
		}
	}
	if entries == 0 || len(used) != entries {
		t.Errorf("%d numbers are used, %d places are listed", len(used), entries)
	}
}

func compose(t testing.TB, d imr.Decision) imr.Letter {
	t.Helper()
	l, err := render.Compose(d)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func reread(t testing.TB, from, to any) {
	t.Helper()
	b, err := json.Marshal(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, to); err != nil {
		t.Fatal(err)
	}
}
