package pdf

import (
	"slices"
	"strings"
	"unicode"

	"imr"
)

const (
	gutterWidth  = 0.8 // ems, at least, between columns
	blockGap     = 3.2 // ems from baseline to baseline that end a block of lines
	columnLines  = 5   // at least, for prose in columns
	fullLine     = 0.8 // share of its column's width that a line of prose fills
	paragraphGap = 1.25
	longestLabel = 5 // words before a label's colon
)

// readingOrder returns lines in the order in which a person reads them: rows from top to bottom, but prose in columns
// column by column.
func readingOrder(lines []*textLine) []*textLine {
	var out []*textLine
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
	if lines[0].isFormRow() {
		return best
	}
	cells := lines[0].cells
	for i := 1; i < len(cells); i++ {
		b := block{start: cells[i-1].box[2], end: cells[i].box[0]}
		for j, l := range lines {
			if j > 0 && l.base-lines[j-1].base > blockGap*max(l.size, lines[j-1].size) || !b.take(l) {
				break
			}
		}
		if len(b.lines) > len(best.lines) {
			best = b
		}
	}
	return best
}

// take adds a line unless its text would narrow the gutter too much.
func (b *block) take(l *textLine) bool {
	if l.isFormRow() {
		return false
	}
	start, end := b.start, b.end
	for _, c := range l.cells {
		if c.middle() < (b.start+b.end)/2 {
			start = max(start, c.box[2])
		} else {
			end = min(end, c.box[0])
		}
	}
	if end-start < gutterWidth*l.size {
		return false
	}
	b.start, b.end = start, end
	b.lines = append(b.lines, l)
	return true
}

// isFormRow reports whether two cells or more are labelled, as in "Name: X   Date of Injury: Y", or have a box to tick.
// Labels alone, without anything after them, are headings of columns.
func (l *textLine) isFormRow() bool {
	labels := 0
	for _, c := range l.cells {
		if c.isTickBox() || c.isLabelled() && (len(l.cells) > 2 || !strings.HasSuffix(c.text(), ":")) {
			labels++
		}
	}
	return labels >= 2
}

func (c textCell) isLabelled() bool {
	for _, w := range c.words[:min(len(c.words), longestLabel)] {
		if strings.HasSuffix(w.text, ":") {
			return true
		}
	}
	return false
}

func (c textCell) isTickBox() bool {
	text := c.text()
	for _, mark := range []string{"☐", "☒", "☑", "[ ]", "[X]", "[x]", "( )", "(X)", "(x)", "[]", "()", "___", "_X_", "_x_"} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

func (c textCell) middle() float64 { return (c.box[0] + c.box[2]) / 2 }

// sides parts the block's lines at the gutter.
func (b *block) sides() (left, right []*textLine) {
	for _, l := range b.lines {
		n := slices.IndexFunc(l.cells, func(c textCell) bool { return c.box[0] >= b.end })
		if n < 0 {
			n = len(l.cells)
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

// isProse tells prose in columns from the rows of a table or a form, which also leave a gutter. Rows start together on
// both sides; columns of prose go their own ways: on one side a sentence runs on where a paragraph starts on the other,
// and the space between paragraphs meets text.
func (b *block) isProse() bool {
	if len(b.lines) < columnLines {
		return false
	}
	left, right := b.sides()
	if len(left) < 3 || len(right) < 3 || manyCells(left) || manyCells(right) {
		return false
	}
	l, r := newColumn(left), newColumn(right)
	if l.runningOn()+r.runningOn() < 3 {
		return false
	}
	if l.runningOn() >= 4 && r.runningOn() >= 4 && l.mostlyFull() && r.mostlyFull() {
		return true
	}
	leftGaps, rightGaps := l.gapsMeeting(r), r.gapsMeeting(l)
	if leftGaps > 0 && rightGaps > 0 {
		return true // only one of them would be a column of labels beside text
	}
	return l.runningOn() >= 2 && independentStarts(l, r)+leftGaps+rightGaps >= 2
}

func manyCells(lines []*textLine) bool {
	many := 0
	for _, l := range lines {
		if len(l.cells) > 1 {
			many++
		}
	}
	return many*5 > len(lines)
}

// column is one side of a block.
type column struct {
	lines []*textLine
	boxes []imr.Box
	runs  []bool // whether each line runs on from the one above
	full  []bool
}

func newColumn(lines []*textLine) *column {
	c := &column{lines: lines, runs: make([]bool, len(lines)), full: make([]bool, len(lines))}
	var around imr.Box
	for i, l := range lines {
		box := newBox(l.cells)
		c.boxes = append(c.boxes, box)
		if i == 0 {
			around = box
		}
		around = around.Union(box)
	}
	for i, box := range c.boxes {
		c.full[i] = box[2]-around[0] >= fullLine*(around[2]-around[0])
		c.runs[i] = i > 0 && c.full[i-1] && c.near(i) && runsOn(lines[i-1].text(), lines[i].text())
	}
	return c
}

func newBox(cells []textCell) imr.Box {
	box := cells[0].box
	for _, c := range cells[1:] {
		box = box.Union(c.box)
	}
	return box
}

func (l *textLine) text() string {
	var texts []string
	for _, c := range l.cells {
		texts = append(texts, c.text())
	}
	return strings.Join(texts, " ")
}

// near reports whether a line follows the one above without the space of a paragraph.
func (c *column) near(i int) bool {
	return c.lines[i].base-c.lines[i-1].base <= 1.6*c.lines[i].size
}

// runsOn reports whether a sentence goes on from one line to the next.
func runsOn(above, below string) bool {
	first := []rune(below)[0]
	return unicode.IsLower(first) || !strings.ContainsAny(above[len(above)-1:], ".:;!?")
}

func (c *column) runningOn() int {
	n := 0
	for _, r := range c.runs {
		if r {
			n++
		}
	}
	return n
}

func (c *column) mostlyFull() bool {
	n := 0
	for _, f := range c.full {
		if f {
			n++
		}
	}
	return n*5 >= len(c.full)*4
}

// independentStarts counts the places where one side runs on beside a start on the other.
func independentStarts(l, r *column) int {
	n := 0
	for i, line := range l.lines {
		j := slices.IndexFunc(r.lines, func(o *textLine) bool { return o.base == line.base })
		if i > 0 && j > 0 && l.runs[i] != r.runs[j] {
			n++
		}
	}
	return n
}

// gapsMeeting counts the spaces between paragraphs of one side that text of the other side crosses.
func (c *column) gapsMeeting(o *column) int {
	n := 0
	leading := c.leading()
	for i := 1; i < len(c.lines); i++ {
		if c.lines[i].base-c.lines[i-1].base < paragraphGap*leading {
			continue
		}
		middle := (c.boxes[i-1][3] + c.boxes[i][1]) / 2
		if slices.ContainsFunc(o.boxes, func(b imr.Box) bool { return b[1] < middle && middle < b[3] }) {
			n++
		}
	}
	return n
}

// leading returns the usual distance of the column's baselines: the lower quartile.
func (c *column) leading() float64 {
	var steps []float64
	for i := 1; i < len(c.lines); i++ {
		steps = append(steps, c.lines[i].base-c.lines[i-1].base)
	}
	slices.Sort(steps)
	return steps[len(steps)/4]
}
