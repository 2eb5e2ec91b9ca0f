package layout

import (
	"math"
	"strings"
)

const (
	gutterWidth  = 0.8 // ems, at least, between columns
	staggerLeast = 0.2 // ems between two baselines that are not one row's
	blockGap     = 3.2 // ems from baseline to baseline that end a block of lines
	longestLabel = 5   // words before a label's colon
	mostLines    = 250 // of a block; a page has less than a hundred
	mostGutters  = 20  // of a line that are looked at
)

// readingOrder returns lines in the order in which a person reads them: rows from top to bottom, but prose in columns
// column by column.
func readingOrder(lines []*textLine) []*textLine {
	out := make([]*textLine, 0, len(lines))
	for i := 0; i < len(lines); {
		block := widestBlock(lines[i:])
		if block.isProse() {
			left, right := block.sides()
			out = append(append(out, readingOrder(left)...), readingOrder(right)...)
			i += len(block.lines)
			continue
		}
		out = append(out, lines[i])
		i++
	}
	return out
}

// block is a stretch of lines with a gutter, which no text crosses.
type block struct {
	lines      []*textLine
	start, end float64 // the gutter
}

// widestBlock returns the longest block that starts with the first line, which must have text on both sides of it.
func widestBlock(lines []*textLine) block {
	var best block
	if len(lines[0].cells) < 2 {
		return best
	}
	cells := lines[0].cells[:min(len(lines[0].cells), mostGutters)]
	for i := 1; i < len(cells); i++ {
		b := block{start: cells[i-1].box[2], end: cells[i].box[0]}
		n := b.extend(lines[:min(len(lines), mostLines)])
		if n > len(best.lines) {
			b.lines = lines[:n]
			best = b
		}
	}
	return best
}

// extend takes lines as far as they leave the gutter, and returns how many.
func (b *block) extend(lines []*textLine) int {
	for i, l := range lines {
		if i > 0 && l.base-lines[i-1].base > blockGap*max(l.size, lines[i-1].size) || !b.take(l) {
			return i
		}
	}
	return len(lines)
}

// take adds a line unless its text would narrow the gutter too much.
func (b *block) take(l *textLine) bool {
	if l.isFormRow() && b.stagger(l) != apart {
		return false
	}
	start, end := b.start, b.end
	for i := range l.cells {
		if c := &l.cells[i]; c.middle() < (b.start+b.end)/2 {
			start = max(start, c.box[2])
		} else {
			end = min(end, c.box[0])
		}
	}
	if end-start < gutterWidth*l.size {
		return false
	}
	b.start, b.end = start, end
	return true
}

// stance tells how the two sides of a line stand to each other.
type stance uint8

const (
	unlike   stance = iota // one side is empty, or of another size of type
	together               // on one baseline, as the cells of a row
	apart                  // on two baselines, as lines of columns that go their own ways
)

// stagger compares the baselines next to the gutter.
func (b *block) stagger(l *textLine) stance {
	for i := 1; i < len(l.cells); i++ {
		if middle := (b.start + b.end) / 2; l.cells[i-1].middle() > middle || l.cells[i].middle() < middle {
			continue
		}
		left, right := l.cells[i-1].box, l.cells[i].box
		switch height := left[3] - left[1]; {
		case math.Abs(height-(right[3]-right[1])) > 0.05*height:
			return unlike
		case math.Abs(left[3]-right[3]) < staggerLeast*l.size:
			return together
		}
		return apart
	}
	return unlike
}

// isStaggered reports whether the lines on the two sides hardly ever share a baseline.
func (b *block) isStaggered() bool {
	var n [3]int
	for _, l := range b.lines {
		n[b.stagger(l)]++
	}
	return n[apart] >= 2 && n[apart] >= 4*n[together]
}

// sides parts the block's lines at the gutter.
func (b *block) sides() (left, right []*textLine) {
	for _, l := range b.lines {
		n := len(l.cells)
		for i := range l.cells {
			if l.cells[i].box[0] >= b.end {
				n = i
				break
			}
		}
		if n > 0 {
			left = append(left, l.part(l.cells[:n]))
		}
		if n < len(l.cells) {
			right = append(right, l.part(l.cells[n:]))
		}
	}
	return left, right
}

func (l *textLine) part(cells []textCell) *textLine {
	return &textLine{base: l.base, size: l.size, cells: cells}
}

// answer is a question's, once it was asked.
type answer uint8

const (
	notAsked answer = iota
	yes
	no
)

// isFormRow reports whether two cells or more are labelled, as in "Name: X   Date of Injury: Y", or have a box to tick.
// Labels alone, without anything after them, are headings of columns.
func (l *textLine) isFormRow() bool {
	if l.formRow == notAsked {
		l.formRow = no
		if l.labels() >= 2 {
			l.formRow = yes
		}
	}
	return l.formRow == yes
}

func (l *textLine) labels() int {
	labels := 0
	for i := range l.cells {
		c := &l.cells[i]
		if c.isTickBox() || c.isLabelled() && (len(l.cells) > 2 || !strings.HasSuffix(c.text, ":")) {
			labels++
		}
	}
	return labels
}

func (c *textCell) isLabelled() bool {
	offset := c.words[0].from
	for _, w := range c.words[:min(len(c.words), longestLabel)] {
		if end := w.to - offset; end > 0 && c.text[end-1] == ':' && w.to > w.from {
			return true
		}
	}
	return false
}

func (c *textCell) isTickBox() bool {
	if first := c.text[0]; first != '[' && first != '(' && first != '_' && first < 0x80 {
		return false
	}
	for _, mark := range []string{"☐", "☒", "☑", "[ ]", "[X]", "[x]", "( )", "(X)", "(x)", "[]", "()", "___", "_X_", "_x_"} {
		if strings.HasPrefix(c.text, mark) {
			return true
		}
	}
	return false
}

func (c *textCell) middle() float64 { return (c.box[0] + c.box[2]) / 2 }
