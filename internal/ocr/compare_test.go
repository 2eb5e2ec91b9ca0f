package ocr_test

import (
	"context"
	"fmt"
	"image"
	"os"
	"regexp"
	"strings"
	"testing"

	"imr"
	"imr/internal/ocr"
	"imr/internal/pdf"
	"imr/internal/scan"
)

// original is a record of the samples: what stands on its first page, and that page as a clean picture.
type original struct {
	data  []byte
	lines []imr.Line
}

func load(t testing.TB, path string) original {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := pdf.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return original{data, file.Pages[0].Lines}
}

func (o original) scanned(t testing.TB, s scan.Settings) *image.Gray {
	t.Helper()
	pages, err := scan.Pages(o.data, s.DPI)
	if err != nil {
		t.Fatal(err)
	}
	return s.Scan(pages[0])
}

func mustRead(t testing.TB, picture *image.Gray, dpi int) ocr.Page {
	t.Helper()
	page, err := ocr.Reader{}.Read(context.Background(), picture, float64(dpi))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// score counts what was read and what was read wrong.
type score struct {
	letters, wrong  int // characters of the original; those changed, lost or added
	numbers, missed int // numbers of the original, a date being three; those that were not read surely and right
	sure            int // numbers that were read with a confidence of Known or more
	mistaken        []string
}

func (s *score) add(o score) {
	s.letters, s.wrong = s.letters+o.letters, s.wrong+o.wrong
	s.numbers, s.missed, s.sure = s.numbers+o.numbers, s.missed+o.missed, s.sure+o.sure
	s.mistaken = append(s.mistaken, o.mistaken...)
}

func (s score) accuracy() float64 { return 100 * (1 - float64(s.wrong)/float64(s.letters)) }

func (s score) String() string {
	return fmt.Sprintf("characters right %6.2f %%, numbers known %4d of %4d, wrong %d %q", s.accuracy(), s.numbers-s.missed, s.numbers, len(s.mistaken), s.mistaken)
}

var digits = regexp.MustCompile(`\d+`)

// compare tells how well a page was read. A number that was surely read and that the original does not have as often is mistaken.
func compare(want []imr.Line, got ocr.Page) score {
	a, b := text(want), text(pdf.Lines(got.Words))
	s := score{letters: len([]rune(a)), wrong: distance([]rune(a), []rune(b))}
	left := map[string]int{}
	for _, number := range digits.FindAllString(a, -1) {
		left[number]++
		s.numbers++
	}
	s.missed = s.numbers
	for _, word := range got.Words {
		if word.Confidence < ocr.Known {
			continue
		}
		for _, number := range digits.FindAllString(word.Text, -1) {
			s.sure++
			if left[number] > 0 {
				left[number]--
				s.missed--
			} else {
				s.mistaken = append(s.mistaken, fmt.Sprintf("%s in %s %.0f", number, word.Text, word.Confidence))
			}
		}
	}
	return s
}

func text(lines []imr.Line) string {
	var out strings.Builder
	for _, l := range lines {
		out.WriteString(l.Text() + "\n")
	}
	return out.String()
}

// distance counts the characters that must be changed, left out or added to make one text of the other (Levenshtein).
func distance(a, b []rune) int {
	above := make([]int, len(b)+1)
	for j := range above {
		above[j] = j
	}
	for i, ca := range a {
		here := make([]int, len(b)+1)
		here[0] = i + 1
		for j, cb := range b {
			changed := above[j]
			if ca != cb {
				changed++
			}
			here[j+1] = min(changed, above[j+1]+1, here[j]+1)
		}
		above = here
	}
	return above[len(b)]
}
