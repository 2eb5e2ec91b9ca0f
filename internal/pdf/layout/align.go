package layout

import (
	"math"
	"slices"
)

const (
	alignedGap    = 0.5 // ems, where the lines next to it have a cell that starts at the same place,
	widerThanWord = 1.5 // and so many times the line's usual word space
	alignSlack    = 1.5 // points by which cells of a column may differ
	alignReach    = 3.0 // ems from baseline to baseline of lines next to each other
	mostStarts    = 200 // cells of a line that are looked at
)

// alignCells cuts cells at gaps too narrow to tell by themselves, where a line next to it has a cell that starts at the
// same place: a long entry leaves little space before the next column.
func (s *setter) alignCells(lines []*textLine) {
	for i, l := range lines {
		s.starts = s.starts[:0]
		for _, j := range [2]int{i - 1, i + 1} {
			if j >= 0 && j < len(lines) && math.Abs(lines[j].base-l.base) < alignReach*l.size {
				for _, c := range lines[j].cells[1:min(len(lines[j].cells), mostStarts)] {
					s.starts = append(s.starts, c.box[0])
				}
			}
		}
		if len(s.starts) > 0 {
			s.cut(l)
		}
	}
}

func (s *setter) cut(l *textLine) {
	var cells []textCell
	for i := range l.cells {
		c := &l.cells[i]
		from := 0
		for w := 1; w < len(c.words); w++ {
			if gap := c.words[w].box[0] - c.words[w-1].box[2]; gap > alignedGap*l.size && s.starting(c.words[w].box[0]) && gap > widerThanWord*s.wordSpace(l) {
				if cells == nil {
					cells = slices.Clone(l.cells[:i])
				}
				cells = append(cells, newCell(c.words[from:w], c.form))
				from = w
			}
		}
		if cells != nil {
			cells = append(cells, newCell(c.words[from:], c.form))
		}
	}
	if cells != nil {
		l.cells = cells
	}
}

// starting reports whether a cell of a neighbouring line starts there.
func (s *setter) starting(x float64) bool {
	for _, start := range s.starts {
		if math.Abs(start-x) <= alignSlack {
			return true
		}
	}
	return false
}

// wordSpace returns the line's median space between words, or 0 where there is none.
func (s *setter) wordSpace(l *textLine) float64 {
	s.gaps = s.gaps[:0]
	for i := range l.cells {
		words := l.cells[i].words
		for w := 1; w < len(words); w++ {
			s.gaps = append(s.gaps, words[w].box[0]-words[w-1].box[2])
		}
	}
	if len(s.gaps) == 0 {
		return 0
	}
	slices.Sort(s.gaps)
	return s.gaps[(len(s.gaps)-1)/2]
}
