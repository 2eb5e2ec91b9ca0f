package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"imr"
)

// Gaps in ems, unless said otherwise. A word space is about 0.25 and grows in justified text; a table's columns stand
// further apart.
const (
	wordGap       = 0.14
	drawnWordGap  = 0.06 // with a drawn space; producers squeeze spaces to nothing where they kern
	cellGap       = 1.5
	justifiedGap  = 1.9 // between letters with one drawn space between them
	formCellGap   = 0.3 // between text of the page and of a form field
	ruledGap      = 0.1 // where a vertical rule stands in it
	narrowGap     = 3.0 // within a ruled table's narrow column, where justified text has wide gaps
	narrowColumn  = 200 // points
	alignedGap    = 0.5 // where the lines next to it have a cell that starts at the same place,
	widerThanWord = 1.5 // and so many times the line's usual word space
	letterAscent  = 0.76
	letterDescent = 0.22
	ruleSlack     = 1.0 // points by which a letter may touch a rule
	alignSlack    = 1.5 // points by which cells of a column may differ
)

// splitCells sorts a line's letters, drops white space and cuts the line into words and cells.
func splitCells(letters []letter, rules []rule) []textCell {
	slices.SortStableFunc(letters, func(a, b letter) int { return cmp.Compare(a.x0, b.x0) })
	var b cellBuilder
	spaces := 0
	for _, l := range letters {
		if strings.TrimSpace(l.text) == "" {
			spaces++
			continue
		}
		l.spaces, spaces = spaces, 0
		switch {
		case len(b.letters) == 0:
		case b.endsCell(l, rules):
			b.finishCell()
		case b.endsWord(l):
			b.finishWord()
		}
		b.letters = append(b.letters, l)
	}
	b.finishCell()
	return b.cells
}

// cellBuilder puts letters together to words and cells.
type cellBuilder struct {
	letters []letter // of the word being read
	words   []word   // of the cell being read
	cells   []textCell
}

func (b *cellBuilder) last() letter { return b.letters[len(b.letters)-1] }

// endsCell reports whether a wide gap or a vertical rule parts the next letter from the cell.
func (b *cellBuilder) endsCell(next letter, rules []rule) bool {
	last := b.last()
	em, gap := max(last.size, next.size), next.x0-last.x1
	limit := cellGap
	if next.spaces == 1 {
		limit = justifiedGap
	}
	if last.form != next.form && gap > formCellGap*em {
		return true
	}
	if gap <= ruledGap*em {
		return false
	}
	left, right, between := nearestRules(rules, last.x1, next.x0, next.base-0.3*em)
	if right-left < narrowColumn {
		limit = narrowGap
	}
	return between || gap > limit*em
}

// nearestRules returns the vertical rules on both sides of a gap at a height, and whether one stands in the gap itself.
func nearestRules(rules []rule, x0, x1, y float64) (left, right float64, between bool) {
	left, right = math.Inf(-1), math.Inf(1)
	for _, r := range rules {
		switch {
		case y < r.y0 || y > r.y1:
		case r.x < x0-ruleSlack:
			left = max(left, r.x)
		case r.x > x1+ruleSlack:
			right = min(right, r.x)
		default:
			return r.x, r.x, true
		}
	}
	return left, right, false
}

// endsWord reports whether the next letter starts a new word.
func (b *cellBuilder) endsWord(next letter) bool {
	limit := wordGap
	if next.spaces > 0 {
		limit = drawnWordGap
	}
	last := b.last()
	return last.whole || next.whole || next.x0-last.x1 > limit*min(last.size, next.size)
}

func (b *cellBuilder) finishWord() {
	var text strings.Builder
	var box imr.Box
	for i, l := range b.letters {
		text.WriteString(strings.TrimSpace(l.text))
		lb := imr.Box{min(l.x0, l.x1), l.base - letterAscent*l.size, max(l.x0, l.x1), l.base + letterDescent*l.size}
		if i == 0 {
			box = lb
		}
		box = box.Union(lb)
	}
	b.words = append(b.words, word{text.String(), box, b.last().confidence})
	b.letters = b.letters[:0]
}

func (b *cellBuilder) finishCell() {
	if len(b.letters) == 0 {
		return
	}
	form := b.last().form
	b.finishWord()
	b.cells = append(b.cells, newCell(b.words, form))
	b.words = nil
}

// alignCells cuts cells at gaps too narrow to tell by themselves, where a line next to it has a cell that starts at the
// same place: a long entry leaves little space before the next column.
func alignCells(lines []*textLine) {
	for i, l := range lines {
		var starts []float64
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(lines) && math.Abs(lines[j].base-l.base) < 3*l.size {
				for _, c := range lines[j].cells[1:] {
					starts = append(starts, c.box[0])
				}
			}
		}
		l.cutAt(starts)
	}
}

func (l *textLine) cutAt(starts []float64) {
	if len(starts) == 0 {
		return
	}
	var cells []textCell
	narrowest := max(alignedGap*l.size, widerThanWord*l.wordSpace())
	for _, c := range l.cells {
		from := 0
		for i := 1; i < len(c.words); i++ {
			x := c.words[i].box[0]
			if x-c.words[i-1].box[2] > narrowest && slices.ContainsFunc(starts, func(s float64) bool { return math.Abs(s-x) <= alignSlack }) {
				cells = append(cells, newCell(c.words[from:i], c.form))
				from = i
			}
		}
		cells = append(cells, newCell(c.words[from:], c.form))
	}
	l.cells = cells
}

// wordSpace returns the line's median space between words, or 0 where there is none.
func (l *textLine) wordSpace() float64 {
	var gaps []float64
	for _, c := range l.cells {
		for i := 1; i < len(c.words); i++ {
			gaps = append(gaps, c.words[i].box[0]-c.words[i-1].box[2])
		}
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[(len(gaps)-1)/2]
}
