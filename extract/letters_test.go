package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"imr"
	"imr/extract/visits"
	"imr/internal/pattern"
	"imr/internal/pdf"
)

// letters hold, for each published letter, what its visit expressions mean, each once, listed by hand: visits, "@" how often a week, "*"
// for how many weeks. A letter without any is not listed.
var letters = map[string][]string{
	"CM16-0230548": {"6", "6 @3 *2"},
	"CM16-0231706": {"12", "18 *6-8", "6", "6 *2", "@0.04-0.13"},
	"CM16-0237844": {"12 @2 *6", "6", "8 @2 *4"},
	"CM16-0238035": {"8 @2 *4"},
	"CM16-0239569": {"6"},
	"CM16-0240900": {"6", "6 @2 *3", "9-10 *8"},
	"CM16-0248698": {"12", "18", "6"},
	"CM16-0249536": {"6"},
	"CM17-0002324": {"12 @2 *6", "2", "6"},
	"CM17-0012593": {"12", "12 @2 *6", "6", "6 *6", "6 @1 *6"},
	"CM17-0014449": {"1", "12-18"},
	"CM17-0015348": {"2", "6", "8", "8 @2 *4", "@3"},
	"CM17-0020728": {"2", "2 @2 *1", "4", "4 @2 *2", "6", "6 @2 *3", "8-10", "8-10 *4", "9-10 *8"},
}

// therapies are the treatments whose visits a letter counts; the grammar reads what is said of acupuncture.
var therapies = pattern.New(`(?i)\b(?:physical therapy|chiropractic physiotherapy|occupational therapy|OT|PT|chiropractic|therapy)\b`)

func TestTheVisitsOfPublishedLetters(t *testing.T) {
	files, err := filepath.Glob("../../shared/letters/*.pdf")
	if err != nil || len(files) == 0 {
		t.Skip("the published letters are not beside the repository, in ../shared/letters")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".pdf")
		bytes, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		read, err := pdf.Read(file, bytes)
		if err != nil {
			t.Fatal(err)
		}
		if got := meaningsIn(read.Pages); !slices.Equal(got, letters[name]) {
			t.Errorf("%s: read %q, want %q", name, got, letters[name])
		}
	}
}

// meaningsIn are the meanings of the visit expressions on pages, each once, sorted.
func meaningsIn(pages []imr.Page) []string {
	var out []string
	for _, p := range pages {
		for _, b := range blocks(p) {
			for _, sent := range sentences(b.text) {
				text := b.text[sent.start:sent.end]
				if !therapies.MatchString(text) && !visitNoun.MatchString(text) && !acupunctureWord.MatchString(text) {
					continue
				}
				for _, v := range visits.Parse(therapies.ReplaceAllString(text, "acupuncture")) {
					if len(v.Readings) > 0 || v.Frequency != nil {
						out = append(out, meaning(v))
					}
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func meaning(v visits.Phrase) string {
	var words []string
	for _, r := range v.Readings {
		words = append(words, spanned(r))
	}
	if v.Done > 0 {
		words = append(words, fmt.Sprintf("%d done", v.Done))
	}
	if v.Frequency != nil {
		words = append(words, "@"+spanned(*v.Frequency))
	}
	if v.Duration != nil {
		words = append(words, "*"+spanned(*v.Duration))
	}
	return strings.Join(words, " ")
}

func spanned(r imr.Range) string {
	if r.Low == r.High {
		return fmt.Sprint(r.High)
	}
	return fmt.Sprintf("%v-%v", r.Low, r.High)
}
