package pdf

import (
	"cmp"
	"slices"

	"imr"
)

// layout turns visible glyphs into lines in reading order: text of the page's main direction first, then text that runs
// another way, as along the margin.
func layout(glyphs []glyph, rules []rule) []imr.Line {
	var byDirection [4][]glyph
	for _, g := range glyphs {
		d := g.direction()
		byDirection[d] = append(byDirection[d], g)
	}
	order := []direction{rightwards, downwards, leftwards, upwards}
	slices.SortStableFunc(order, func(a, b direction) int { return cmp.Compare(len(byDirection[b]), len(byDirection[a])) })
	var out []imr.Line
	for _, d := range order {
		if d != rightwards {
			rules = nil // rules are known in the page's own direction only
		}
		for _, l := range readingOrder(layLines(byDirection[d], d, rules)) {
			out = append(out, l.line(d, len(out)+1))
		}
	}
	return out
}

func (l *textLine) line(d direction, number int) imr.Line {
	line := imr.Line{Number: number}
	for _, c := range l.cells {
		cell := imr.Cell{Text: c.text(), Box: d.turnBack(c.box), Confidence: c.confidence()}
		if c.form {
			cell.How = "form"
		}
		line.Cells = append(line.Cells, cell)
	}
	return line
}
