package render_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"imr"
)

// highestGrade is the school grade above which a letter is too hard to read (Flesch and Kincaid). Labor Code 4610.6(d) asks for
// layperson's terms.
const highestGrade = 10.0

var (
	listsOfPlaces = regexp.MustCompile(`(?s)\n +WHERE THE FACTS STAND\n.*|\n +RECORDS AND THEIR FINGERPRINTS\n.*`)
	upToTheText   = regexp.MustCompile(`(?s)^.*?\n +(HOW THE IMR FINAL DETERMINATION WAS MADE|No determination)`)
	documentLists = regexp.MustCompile(`(?s)Documents reviewed:\n.*?\n\n([^•])`)
	headingLines  = regexp.MustCompile(`(?m)^ {8,}\S.*$|^[^.]*:  (Upheld|Overturned|No determination).*$`)
	bracketed     = regexp.MustCompile(`\[[\d–,]+\]`)
	fullStops     = regexp.MustCompile(`[.!?](?:\s|$)|\n\n|\n•`)
	ownWords      = regexp.MustCompile(`[A-Za-z’']+|\d[\d/.,]*`)
	vowels        = regexp.MustCompile(`[aeiouy]+`)
)

// prose is a letter's own text: without header, headings, item lines, lists of documents and places, and quotations.
func prose(letter string) string {
	letter = listsOfPlaces.ReplaceAllString(letter, "")
	letter = upToTheText.ReplaceAllString(letter, "")
	letter = documentLists.ReplaceAllString(letter+"\n\n ", "$1")
	letter = headingLines.ReplaceAllString(letter, "")
	letter = bracketed.ReplaceAllString(letter, "")
	return quotation.ReplaceAllStringFunc(letter, func(q string) string {
		if strings.HasSuffix(q, ".”") {
			return "it."
		}
		return "it"
	})
}

// syllables counts the groups of vowels of a word; a number is one.
func syllables(word string) int {
	w := strings.ToLower(word)
	n := len(vowels.FindAllString(w, -1))
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") && n > 1 {
		n--
	}
	if strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ted") && !strings.HasSuffix(w, "ded") && n > 1 {
		n--
	}
	return max(n, 1)
}

// grade is the Flesch-Kincaid grade of a text.
func grade(text string) float64 {
	all := ownWords.FindAllString(text, -1)
	sentences := 0
	for _, s := range fullStops.Split(text, -1) {
		if len(ownWords.FindAllString(s, -1)) > 0 {
			sentences++
		}
	}
	total := 0
	for _, w := range all {
		total += syllables(w)
	}
	return 0.39*float64(len(all))/float64(sentences) + 11.8*float64(total)/float64(len(all)) - 15.59
}

func TestGrade(t *testing.T) {
	for text, want := range map[string][2]float64{
		"The cat sat on the mat.": {-2, 0},
		"The determination of medical necessity presupposes documentation of functional improvement by the physician.": {18, 30},
	} {
		if got := grade(text); got < want[0] || got > want[1] {
			t.Errorf("%q has the grade %.1f", text, got)
		}
	}
}

// The letters of the regression cases can be read by whoever went to school for ten years.
func TestLettersAreReadable(t *testing.T) {
	files, err := filepath.Glob("../testdata/cases/*/want/letter.txt")
	if err != nil || len(files) < 24 {
		t.Fatalf("%d letters: %v", len(files), err)
	}
	var grades []float64
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		g := grade(prose(string(b)))
		grades = append(grades, g)
		if g > highestGrade {
			t.Errorf("%s: grade %.1f", f, g)
		}
	}
	slices.Sort(grades)
	t.Logf("grade of %d letters: lowest %.1f, middle %.1f, highest %.1f", len(grades), grades[0], grades[len(grades)/2], grades[len(grades)-1])
}

// The summary tells what the record says, and the rationale what follows: no sentence stands in both.
func TestSummaryDoesNotRepeatTheRationale(t *testing.T) {
	for _, d := range []imr.Decision{eighteen(), referred()} {
		said := map[string]string{}
		for _, s := range compose(t, d).Sections {
			if s.Heading == nil {
				continue
			}
			for _, b := range s.Blocks {
				for _, sentence := range b.Sentences {
					if before := said[sentence.Text()]; before != "" && before != s.Heading.Text() {
						t.Errorf("%q stands in %s and in %s", sentence.Text(), before, s.Heading.Text())
					}
					said[sentence.Text()] = s.Heading.Text()
				}
			}
		}
		if len(said) < 12 {
			t.Errorf("only %d sentences are looked at", len(said))
		}
	}
}

var otherDays = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}-\d{1,2}-\d{4}\b`)

// The program writes each day as the header table does, MM/DD/YYYY.
func TestDaysHaveOneForm(t *testing.T) {
	got := quotation.ReplaceAllString(text(t, eighteen()), "")
	if found := otherDays.FindString(got); found != "" {
		t.Errorf("a day is written %s", found)
	}
}
