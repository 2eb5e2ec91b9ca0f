package pdf

import (
	"imr"
	"imr/internal/pdf/layout"
)

// Word is a word as another reader reports it: text recognition, or another PDF library. Coordinates are points from the top left
// corner of the page as displayed.
type Word struct {
	Text       string
	X0, X1     float64
	Baseline   float64
	Confidence float64 // percent, as the reader states it; 0 where it states none
	Size       float64 // height of its line: from the foot of a letter such as p to the top of one such as d, and a little more
}

// Rule is a vertical line from Y0 down to Y1, as between a table's columns.
type Rule = layout.Rule

// Lines lays out words as Read lays out the letters of a page: lines from top to bottom in reading order, cells where a wide gap stands or
// a rule.
func Lines(words []Word, rules ...Rule) []imr.Line {
	var page layout.Page
	for _, w := range words {
		page.Add(&layout.Glyph{Text: w.Text, X: w.X0, Y: w.Baseline, DX: w.X1 - w.X0, Size: w.Size, Whole: true, Confidence: w.Confidence})
	}
	return page.Lines(rules)
}
