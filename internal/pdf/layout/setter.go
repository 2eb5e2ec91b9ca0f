package layout

import (
	"cmp"
	"slices"

	"imr"
)

// setter lays out the letters of one frame after another. Its memory is kept for the next.
type setter struct {
	seen    duplicates
	runs    []run
	order   []*run
	lines   []textLine
	letters []letter // of the line being cut
	words   []word
	cells   []textCell
	text    []byte // of all words, with a space between the words of a cell
	starts  []float64
	gaps    []float64
	steps   int // comparisons of one thing with many others
}

// append lays out a frame's letters and adds the lines to those of the page.
func (s *setter) append(out []imr.Line, f *frame, rules []Rule) []imr.Line {
	lines := s.lay(f.letters, rules)
	cells := 0
	for _, l := range lines {
		cells += len(l.cells)
	}
	store := make([]imr.Cell, 0, cells)
	out = slices.Grow(out, len(lines))
	for _, l := range readingOrder(lines) {
		start := len(store)
		for i := range l.cells {
			store = append(store, l.cells[i].cell(f))
		}
		out = append(out, imr.Line{Number: len(out) + 1, Cells: store[start:len(store):len(store)]})
	}
	return out
}

func (c *textCell) cell(f *frame) imr.Cell {
	cell := imr.Cell{Text: c.text, Box: f.turnBack(c.box), Confidence: c.confidence()}
	if c.form {
		cell.How = "form"
	}
	return cell
}

// confidence is that of the cell's least certain word; 0 where no reader stated one.
func (c *textCell) confidence() float64 {
	least := c.words[0].confidence
	for i := range c.words {
		least = min(least, c.words[i].confidence)
	}
	return least
}

// lay gathers letters into lines from top to bottom, and cells from left to right.
func (s *setter) lay(letters []letter, rules []Rule) []*textLine {
	ruled := sortRules(rules)
	lines := s.joinRuns(s.splitRuns(letters))
	s.words, s.cells, s.text = s.words[:0], s.cells[:0], s.text[:0]
	for _, l := range lines {
		l.cells = s.splitCells(l, ruled)
	}
	s.steps += ruled.steps
	lines = slices.DeleteFunc(lines, func(l *textLine) bool { return len(l.cells) == 0 })
	slices.SortStableFunc(lines, func(a, b *textLine) int { return cmp.Compare(a.base, b.base) })
	s.alignCells(lines)
	text := string(s.text)
	for _, l := range lines {
		for i := range l.cells {
			c := &l.cells[i]
			c.text = text[c.words[0].from:c.words[len(c.words)-1].to]
		}
	}
	return lines
}
