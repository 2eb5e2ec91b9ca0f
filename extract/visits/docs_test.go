package visits

import (
	"fmt"
	"strings"
	"testing"

	"imr"
	"imr/internal/golden"
)

const preface = `# How a number of visits is read

This page is made from the grammar itself (%s and %s); a test fails where the two differ. Each row is a
wording that the program knows, shown by one example, and what it takes the example to say. Where a row gives two numbers of visits
the words have two customary meanings, or disagree, and both are kept.

- The number of visits of a schedule is how often × how long, the least rounded down and the most rounded up. A month is 4 to 4.35 weeks.
- A total that a schedule does not come to is a contradiction: both numbers are kept. A total within the range of the schedule agrees.
- "Up to 12" is 12. "At least 6" names no most, so no number of visits follows from it.
- Each word stands for its other forms (%s): visit, session, treatment and tx are one word. One wrong letter in a long word is forgiven.
- Never read as visits: dates, doses, needle sizes, points, pain scores, ranges of motion, strengths, visits of another therapy, time off work,
  and what a guideline says of its own numbers (%s).
`

// TestTheDocumentationShowsTheGrammar writes docs/visits.md from the grammar, and holds the file against it.
func TestTheDocumentationShowsTheGrammar(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, preface, "`extract/visits/phrasings.txt`", "`words.txt`", "`words.txt`", "`guideline.txt`")
	section := ""
	for _, w := range loadGrammar().wordings {
		if w.example == "" {
			continue
		}
		if w.section != section {
			section = w.section
			fmt.Fprintf(&b, "\n## %s\n\n| in the record | it says |\n|---|---|\n", section)
		}
		text, phs := w.shown()
		fmt.Fprintf(&b, "| %s | %s |\n", text, inWords(phs))
	}
	golden.Check(t, "../../docs/visits.md", []byte(b.String()))
}

// shown returns a wording's example in a text where it may stand, and how that text is read.
func (w wording) shown() (string, []Phrase) {
	text := w.example
	if w.inColumn() {
		return text + " (in a column for quantities)", ParseCell(text)
	}
	if w.name == "length" {
		text = "twice a week for " + text
	}
	if !strings.Contains(text, "acupuncture") && !strings.Contains(text, "978") {
		text = "acupuncture, low back, " + text
	}
	return text, Parse(text)
}

func (w wording) inColumn() bool { return w.name == "cell" || w.name == "whole" || w.name == "amount" }

// inWords says in English what phrases mean.
func inWords(phs []Phrase) string {
	var out []string
	for _, ph := range phs {
		out = append(out, ph.inWords())
	}
	return strings.Join(out, "; ")
}

func (ph Phrase) inWords() string {
	var visits, schedule []string
	for _, r := range ph.Readings {
		visits = append(visits, spoken(r))
	}
	s := ""
	switch {
	case ph.Kind == DoneOf:
		s = strings.TrimSuffix(fmt.Sprintf("%d done of %d authorized", ph.Done, ph.Of), " of 0 authorized")
	case ph.Kind == UnitsOnly:
		s = "units, not visits"
	case ph.Kind == OpenEnded:
		s = "no number of visits follows"
	case len(visits) > 0:
		s = strings.TrimSuffix(strings.Join(visits, " or ")+" visits", only(ph.Readings[0]))
	}
	if ph.Frequency != nil {
		schedule = append(schedule, spoken(*ph.Frequency)+" a week")
	}
	if ph.Duration != nil {
		schedule = append(schedule, "for "+spoken(*ph.Duration)+" weeks")
	}
	if len(schedule) > 0 {
		s = strings.TrimPrefix(s+": "+strings.Join(schedule, " "), ": ")
	}
	if ph.Additional {
		s += ", more of the same"
	}
	if ph.Trial {
		s += ", a first trial"
	}
	return s
}

// only is the plural's ending where the number is one.
func only(r imr.Range) string {
	if r.High == 1 {
		return "s"
	}
	return ""
}

func spoken(r imr.Range) string { return strings.ReplaceAll(span(r.Low, r.High), "-", " to ") }

// TestEveryWordingIsNeeded takes each wording out in turn: its example must then be read differently.
func TestEveryWordingIsNeeded(t *testing.T) {
	for _, w := range loadGrammar().wordings {
		if w.example == "" {
			continue
		}
		text, phs := w.shown()
		without := grammarWithout(t, w.line)
		read := parseWith(without, strings.TrimSuffix(text, " (in a column for quantities)"), w.inColumn())
		if inWords(read) == inWords(phs) {
			t.Errorf("%s: %q is read as %q without its line too: the line is not needed, or its example shows something else", w.name, text, inWords(phs))
		}
		if len(phs) != 1 {
			t.Errorf("%q is read as %d phrases, want 1", text, len(phs))
		}
	}
}

// grammarWithout is the grammar without one line; the second meaning of a wording goes with it.
func grammarWithout(t *testing.T, line string) grammar {
	t.Helper()
	var lines []string
	gone := false
	for _, l := range strings.Split(phrasingsFile, "\n") {
		gone = l == line || gone && !strings.Contains(l, " => ")
		if !gone {
			lines = append(lines, l)
		}
	}
	g, err := parseGrammar(lines)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
