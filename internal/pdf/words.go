package pdf

import "imr"

// Word is a word as another reader reports it: text recognition, or another PDF library. Coordinates are points from the top left
// corner of the page as displayed.
type Word struct {
	Text       string
	X0, X1     float64
	Baseline   float64
	Confidence float64 // percent, as the reader states it; 0 where it states none
	Size       float64 // height of its line: from the foot of a letter such as p to the top of one such as d, and a little more
}

// Lines lays out words as Read lays out the letters of a page: lines from top to bottom in reading order, cells where a wide gap stands.
func Lines(words []Word) []imr.Line {
	var glyphs []glyph
	for _, w := range words {
		glyphs = append(glyphs, glyph{text: w.Text, x: w.X0, y: w.Baseline, dx: w.X1 - w.X0, size: w.Size, whole: true, confidence: w.Confidence})
	}
	return layout(glyphs, nil)
}
