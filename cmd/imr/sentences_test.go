package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"imr"
)

// TestEverySentenceLeadsToItsPage explains every regression case: each sentence of the letter that is not fixed text rests on a rule,
// on the law, or on at least one page, and the explanation prints the two together.
func TestEverySentenceLeadsToItsPage(t *testing.T) {
	list, err := os.ReadDir(cases)
	if err != nil || len(list) < 24 {
		t.Fatalf("%d cases: %v", len(list), err)
	}
	onPages := 0
	for _, c := range list {
		d, err := readDecision(filepath.Join(cases, c.Name(), "want", "decision.json"))
		if err != nil {
			t.Fatal(err)
		}
		sentences, err := sentencesOf(d)
		if err != nil {
			t.Fatal(err)
		}
		p, err := explained(d, sentences)
		if err != nil {
			t.Fatal(err)
		}
		var printed bytes.Buffer
		printText(&printed, p.lines)
		text := strings.Join(strings.Fields(printed.String()), " ")
		for _, s := range sentences {
			if s.Kind == imr.FromForm {
				continue
			}
			onPages += len(s.On)
			where := leads(t, c.Name(), s)
			if line := strings.Join(strings.Fields("“"+s.Sentence+"” "+where), " "); !strings.Contains(text, line) {
				t.Errorf("%s: the explanation does not print: %s", c.Name(), line)
			}
		}
	}
	if onPages < 1000 {
		t.Errorf("only %d places", onPages)
	}
}

// leads is what is printed first of what a sentence rests on.
func leads(t *testing.T, name string, s traced) string {
	t.Helper()
	for _, g := range s.On {
		if len(g.Places) == 0 {
			t.Errorf("%s: “%s” rests on %s, which leads nowhere", name, s.Sentence, g.ID)
		}
	}
	switch {
	case s.Rule != "":
		return "rule: " + s.Rule
	case len(s.Law) > 0:
		return "law: " + s.Law[0].Section
	case len(s.On) == 0:
		t.Errorf("%s: “%s” rests on nothing", name, s.Sentence)
		return ""
	}
	return s.On[0].ID + " " + s.On[0].Name + ": " + strings.Join(s.On[0].Places, "; ")
}
