package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"imr"
)

const (
	columnLines  = 5   // at least, for prose in columns
	fullLine     = 0.8 // share of its column's width that a line of prose fills
	paragraphGap = 1.25
)

// isProse tells prose in columns from the rows of a table or a form, which also leave a gutter. Rows start together on
// both sides; columns of prose go their own ways: on one side a sentence runs on where a paragraph starts on the other,
// and the space between paragraphs meets text.
func (b *block) isProse() bool {
	if len(b.lines) < columnLines {
		return false
	}
	left, right := b.sides()
	if len(left) < 3 || len(right) < 3 {
		return false
	}
	if b.isStaggered() {
		return true
	}
	if manyCells(left) || manyCells(right) {
		return false
	}
	l, r := newColumn(left), newColumn(right)
	if count(l.runs)+count(r.runs) < 3 {
		return false
	}
	if count(l.runs) >= 4 && count(r.runs) >= 4 && l.mostlyFull() && r.mostlyFull() {
		return true
	}
	leftGaps, rightGaps := l.gapsMeeting(r), r.gapsMeeting(l)
	if leftGaps > 0 && rightGaps > 0 {
		return true // only one of them would be a column of labels beside text
	}
	return count(l.runs) >= 2 && independentStarts(l, r)+leftGaps+rightGaps >= 2
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
	around := newBox(lines[0].cells)
	for _, l := range lines {
		box := newBox(l.cells)
		c.boxes = append(c.boxes, box)
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
	for i := range cells {
		box = box.Union(cells[i].box)
	}
	return box
}

func (l *textLine) text() string {
	texts := make([]string, len(l.cells))
	for i := range l.cells {
		texts[i] = l.cells[i].text
	}
	return strings.Join(texts, " ")
}

// near reports whether a line follows the one above without the space of a paragraph.
func (c *column) near(i int) bool {
	return c.lines[i].base-c.lines[i-1].base <= 1.6*c.lines[i].size
}

// runsOn reports whether a sentence goes on from one line to the next.
func runsOn(above, below string) bool {
	first, _ := utf8.DecodeRuneInString(below)
	return unicode.IsLower(first) || !strings.ContainsAny(above[len(above)-1:], ".:;!?")
}

func count(set []bool) int {
	n := 0
	for _, b := range set {
		if b {
			n++
		}
	}
	return n
}

func (c *column) mostlyFull() bool { return count(c.full)*5 >= len(c.full)*4 }

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
