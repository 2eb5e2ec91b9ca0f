package ocr

import (
	"image"
	"math"
)

// Resolutions in dots an inch.
const (
	workDPI         = 300 // that at which letters are recognized
	detailDPI       = 150 // that at which the page's attitude is found: letters are still apart, and a page is quickly looked at
	enoughDPI       = 250 // a picture of so many is not made larger,
	mostDetailedDPI = 350 // and one of so many not smaller
)

// leastSkew is the angle in degrees below which a page is left as it lies: the program reads it as well, and turning blurs it a little.
const leastSkew = 0.15

// Measures of noise, in levels of grey.
const (
	muchGrain  = 10.0 // from here on the picture is smoothed
	afterwards = 2.5  // by so much smoothing lessens the grain
	spread     = 2.5  // so many times the grain, paper is still paper
	leastTones = 12.0 // less contrast than that is none
)

// Lengths, in inches, of lines that are left out of account where the page's attitude is found: a dirty fax machine draws them level
// with the picture, however the page lay.
const (
	longLine  = 1.5
	lineBreak = 0.04
	lineWidth = 0.06
)

// A page with a few small marks on it, as of dirt, is blank if none of them can be read. What stands at the edge, as holes do and shadows,
// is left out. Lengths are in inches.
const (
	edgeWidth = 0.5
	smallMark = 0.12
	fewMarks  = 10
)

// sheet is a page's picture, cleaned: black ink on white paper without grain, and the letters on it at a lower resolution.
type sheet struct {
	picture *image.Gray
	dpi     float64
	letters []blob
	sparse  bool // it has few small marks or none
}

func newSheet(picture *image.Gray, dpi float64) sheet {
	if h := histogramOf(picture); h.median() < h.tones().limit {
		picture = mapped(picture, func(v float64) float64 { return white - v })
	}
	n := max(1, int(dpi/detailDPI+0.5))
	small := smoothed(reduced(picture, n))
	t := histogramOf(small).tones()
	if t.paper-t.ink < leastTones {
		return sheet{picture: picture, dpi: dpi, sparse: true}
	}
	low := dpi / float64(n)
	marks := marksOf(small, t.limit, low)
	return sheet{cleaned(picture, t.ink), dpi, letters(marks, low), isSparse(marks, small.Rect, low)}
}

// cleaned stretches the contrast so that ink is black and paper, with its grain, white.
func cleaned(picture *image.Gray, ink float64) *image.Gray {
	noise := grain(picture)
	if noise > muchGrain {
		picture, noise = smoothed(picture), noise/afterwards
	}
	paper := max(histogramOf(picture).median()-spread*noise, ink+1)
	return mapped(picture, func(v float64) float64 { return (v - ink) * white / (paper - ink) })
}

// marksOf finds the pieces of ink that are no long lines.
func marksOf(small *image.Gray, limit, dpi float64) []blob {
	m := inkOf(small, limit)
	for _, w := range []way{across(m), down(m)} {
		for _, s := range m.strokes(w, int(longLine*dpi), int(lineBreak*dpi), int(lineWidth*dpi)) {
			m.clear(w, s)
		}
	}
	return m.blobs()
}

func isSparse(marks []blob, page image.Rectangle, dpi float64) bool {
	inner := page.Inset(int(edgeWidth * dpi))
	n := 0
	for _, b := range marks {
		size := float64(max(b.box.Dx(), b.box.Dy())) / dpi
		switch {
		case size < leastLetter || !b.box.Overlaps(inner):
		case size > smallMark:
			return false
		default:
			n++
		}
	}
	return n < fewMarks
}

// straight draws the page upright and straight, at about workDPI, and says how much larger than the picture that is.
func (s sheet) straight(a attitude) (*image.Gray, float64) {
	scale := 1.0
	if s.dpi < enoughDPI || s.dpi > mostDetailedDPI {
		scale = workDPI / s.dpi
	}
	picture := s.picture
	if math.Abs(a.skew) >= streakSkew {
		picture = unstreak(picture, s.dpi)
	}
	return newFrame(a, scale).straighten(picture), scale
}
