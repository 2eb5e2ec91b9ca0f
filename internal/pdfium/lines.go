package pdfium

import (
	"cmp"
	"slices"

	"imr"
	"imr/internal/pdf"
)

// lines lays out the page: text of its main direction first, then text that runs another way, as along the margin.
func (sh *sheet) lines() []imr.Line {
	var count [4]int
	for _, c := range sh.characters {
		count[c.direction()]++
	}
	order := []direction{rightwards, downwards, leftwards, upwards}
	slices.SortStableFunc(order, func(a, b direction) int { return cmp.Compare(count[b], count[a]) })
	var out []imr.Line
	for _, d := range order {
		for _, l := range sh.linesOf(d) {
			l.Number = len(out) + 1
			for i := range l.Cells {
				l.Cells[i].Box = d.turnBack(l.Cells[i].Box)
			}
			out = append(out, l)
		}
	}
	return out
}

// linesOf lays out the text of one direction, in its frame.
func (sh *sheet) linesOf(d direction) []imr.Line {
	c := cutter{}
	found := words(sh.characters, d)
	for _, w := range found {
		c.words = append(c.words, word{Word: w})
	}
	for i := range sh.fields {
		for _, w := range sh.fields[i].words(d) {
			found, c.words = append(found, w), append(c.words, word{w, &sh.fields[i]})
		}
	}
	if d == rightwards { // rules are known in the page's own direction only
		c.rules = sh.rules
	}
	lines := pdf.Lines(found)
	for i := range lines {
		lines[i].Cells = c.cut(lines[i].Cells)
	}
	return lines
}
