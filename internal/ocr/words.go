package ocr

import (
	"image"
	"math"
	"slices"
	"strings"
	"unicode"

	"imr/internal/pdf"
)

// Known is the confidence in percent below which a number or a date that was recognized is never taken as known. TestAccuracy with -every
// measures it: of 5432 numbers read with it in scans of 150 to 300 dpi one was wrong, a part of a number that a fax of 150 dpi had torn in
// two. 88 % of all numbers are read with it, and 93 % in grey scans. A confidence of 80 would let through dates with a wrong digit.
const Known = 90.0

// What makes a reading plainly good, so that the page need not be tried another way up. Upright pages, even dirty faxes of 150 dpi, have 80 %
// of their letters in sure words; the same pages the wrong way up have less than 7 %.
const (
	plainShare   = 0.3  // of the letters stand in sure words
	plainLetters = 20   // in sure words, at least
	sureWord     = 80.0 // percent
	leastWord    = 3    // letters of a word that counts: shorter ones are found in dirt as well
)

// Heights over the size of the type, from the baseline: of tall letters and digits, and of letters such as x. They are means of Times,
// Helvetica and Courier.
const (
	tallHeight = 0.68
	lowHeight  = 0.47
)

// leastConfidence is reported of words of which the program is not sure at all: 0 would say that it stated nothing.
const leastConfidence = 1

// reading is a page read one way, and how many letters it has.
type reading struct {
	page          Page
	letters, sure int // all, and those in words that are surely read
}

func (r reading) plain() bool {
	return r.sure >= plainLetters && float64(r.sure) >= plainShare*float64(r.letters)
}

func newReading(rows []row, rules []stroke, p place, straight image.Rectangle, dpi float64) reading {
	s := p.scale(straight, dpi)
	r := reading{page: Page{Width: p.width, Height: p.height, Turn: p.attitude.turn, Skew: p.attitude.skew, place: p}}
	for _, row := range rows {
		size := row.size()
		for _, w := range row.marks(size) {
			r.add(w, pdf.Word{
				Text: w.text, X0: s.x(float64(w.box.Min.X)), X1: s.x(float64(w.box.Max.X)), Baseline: s.y(row.baseline(middleOf(w.box))),
				Confidence: max(w.confidence, leastConfidence), Size: size * s.points,
			})
		}
	}
	r.page.Sure = float64(r.sure) / float64(max(1, r.letters))
	for _, t := range rules {
		r.page.Rules = append(r.page.Rules, Rule{s.x(float64(t.first+t.last+1) / 2), s.y(float64(t.from)), s.y(float64(t.to))})
	}
	return r
}

func (r *reading) add(w found, as pdf.Word) {
	n := 0
	for _, c := range w.text {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			n++
		}
	}
	r.letters += n
	if n >= leastWord && w.confidence >= sureWord {
		r.sure += n
	}
	if w.text != "" {
		r.page.Words = append(r.page.Words, as)
	}
}

func middleOf(box image.Rectangle) float64 { return float64(box.Min.X+box.Max.X) / 2 }

// size returns the size of the row's type in pixels: the median of what each word's height says.
func (r row) size() float64 {
	var sizes []float64
	for _, w := range r.words {
		height := r.baseline(middleOf(w.box)) - float64(w.box.Min.Y)
		switch {
		case height <= 0:
		case strings.ContainsFunc(w.text, isTall):
			sizes = append(sizes, height/tallHeight)
		case strings.ContainsAny(w.text, "acemnorsuvwxz"):
			sizes = append(sizes, height/lowHeight)
		}
	}
	if len(sizes) == 0 {
		return math.Max(1, float64(r.box.Dy()))
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

func isTall(c rune) bool {
	return unicode.IsUpper(c) || unicode.IsDigit(c) || strings.ContainsRune("bdfhkl", c)
}
