package extract

import (
	"math"
	"strings"

	"imr"
	"imr/internal/pattern"
)

// block is a stack of cells that reads on from line to line: a paragraph, a list entry, or one cell of a table whose text
// wraps. Its lines stay known, so that each sentence can be traced to its place.
type block struct {
	text    string
	spans   []span // where each line's text begins in text
	x0      float64
	bottom  float64
	height  float64 // of one line
	heading string  // the heading it stands under
	first   int     // number of its first line

	isHeading bool // it is the name of a section, and says nothing
	alone     bool // its last line holds nothing else
}

// span ties a stretch of a block's text to the line and the box it was read from.
type span struct {
	start int
	line  int
	box   imr.Box
	how   string
}

var (
	bulletStart = pattern.New(`^(?:[-•*–·▪]|\(?\d{1,2}[.)]|[a-z][.)])(?:\s|$)`)
	bulletAlone = pattern.New(`^\s*(?:[-•*–·▪]|\(?\d{1,2}[.)]|[a-z][.)])\s*$`)
	labelStart  = pattern.New(`^[A-Z][\w /#&.'’()-]{0,45}:(?:\s|$)`)
	boxStart    = pattern.New(`^(?:\[[ xX]?\]|\([ xX]?\)|☐|☒|☑|_+[xX]?_*\s)`)
	ruler       = pattern.New(`^[-=_]{2,}$`)
)

// blocks groups a page's cells into blocks, in reading order of their first lines. A heading ends the blocks of its column and
// names those below it.
func blocks(p imr.Page) []block {
	var out []block
	var open []int // indexes of blocks that the next line may continue
	var heads headings
	for i, line := range p.Lines {
		var next []int
		for k, c := range line.Cells {
			if ruler.MatchString(strings.TrimSpace(c.Text)) {
				continue
			}
			heading := headingOf(p, i, k)
			entry := k > 0 && bulletAlone.MatchString(line.Cells[k-1].Text)
			alone := len(line.Cells) == 1
			if j := continued(out, open, c); j >= 0 && heading == "" && !entry && !(alone && out[j].endedBefore(c, rightEdge(p, c.Box[0]))) {
				out[j].add(line.Number, c, p.How)
				out[j].alone = alone
				next = append(next, j)
				continue
			}
			b := block{x0: c.Box[0], heading: heads.over(c.Box[0]), first: line.Number, isHeading: section(heading)}
			b.add(line.Number, c, p.How)
			b.alone = alone
			out = append(out, b)
			if heading != "" {
				heads = append(heads, columnHeading{c.Box[0], heading})
				open = closeColumn(out, open, c.Box[0])
				continue
			}
			next = append(next, len(out)-1)
		}
		open = carryOver(out, open, next, line)
	}
	return out
}

// columnWidth is how far apart, in points, the left edges of a heading and of the text below it may lie.
const columnWidth = 40

type columnHeading struct {
	x0   float64
	text string
}

type headings []columnHeading

// over returns the last heading of the column that begins near x0, else the last of the page.
func (h headings) over(x0 float64) string {
	for i := len(h) - 1; i >= 0; i-- {
		if x0-h[i].x0 < columnWidth && h[i].x0-x0 < columnWidth {
			return h[i].text
		}
	}
	if len(h) == 0 {
		return ""
	}
	return h[len(h)-1].text
}

// closeColumn drops the open blocks of the column that begins near x0.
func closeColumn(all []block, open []int, x0 float64) []int {
	var keep []int
	for _, j := range open {
		if d := all[j].x0 - x0; d < -columnWidth || d > columnWidth {
			keep = append(keep, j)
		}
	}
	return keep
}

// carryOver keeps blocks open that this line did not continue but that are still near: a neighbour column's cell may skip a line.
func carryOver(all []block, open, next []int, line imr.Line) []int {
	keep := next
	top := line.Box()[1]
	for _, j := range open {
		if !contains(next, j) && top-all[j].bottom < 1.2*all[j].height {
			keep = append(keep, j)
		}
	}
	return keep
}

func contains(list []int, v int) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// continued returns the open block that cell c reads on from, or -1.
func continued(all []block, open []int, c imr.Cell) int {
	text := strings.TrimSpace(c.Text)
	if bulletStart.MatchString(text) || labelStart.MatchString(text) || boxStart.MatchString(text) {
		return -1
	}
	best, nearest := -1, 1e9
	for _, j := range open {
		b := all[j]
		gap := c.Box[1] - b.bottom
		indent := c.Box[0] - b.x0
		hanging := indent > -3 && indent < 40 && (bulletStart.MatchString(b.text) || labelStart.MatchString(b.text))
		aligned := indent > -14 && indent < 20
		if field(b, text) {
			continue
		}
		if (aligned || hanging) && gap < 0.9*b.height && gap > -0.6*b.height && math.Abs(indent) < nearest {
			best, nearest = j, math.Abs(indent)
		}
	}
	return best
}

// slack is how much room, in points, a line must leave beyond the next word to have ended there by intent.
const slack = 18

// endedBefore reports whether a block's last line ended although the first word of the next would have stood on it, and that begins in
// capitals: then another paragraph begins, with no space between.
func (b block) endedBefore(next imr.Cell, right float64) bool {
	last := b.spans[len(b.spans)-1]
	word, _, _ := strings.Cut(strings.TrimSpace(next.Text), " ")
	length := len(b.text) - last.start
	if !b.alone || length == 0 || !startsUpper(word) || leadsOver.MatchString(b.text) {
		return false
	}
	letter := (last.box[2] - last.box[0]) / float64(length)
	return last.box[2]+letter*float64(len(word)+1)+slack < right
}

// rightEdge is how far the lines of the column that begins near x0 reach.
func rightEdge(p imr.Page, x0 float64) float64 {
	right := 0.0
	for _, l := range p.Lines {
		for _, c := range l.Cells {
			if len(l.Cells) == 1 && math.Abs(c.Box[0]-x0) < columnWidth {
				right = max(right, c.Box[2])
			}
		}
	}
	return right
}

// field reports whether a block is a field that is filled in, so that what follows in capitals is another: "DOI: 01/02/2014".
func field(b block, next string) bool {
	return labelStart.MatchString(b.text) && len(b.spans) == 1 && filled.MatchString(b.text) && (startsUpper(next) || next != "" && next[0] >= '0' && next[0] <= '9')
}

// filled is a label with a short value that ends in a number or a name, and not in the middle of a sentence.
var filled = pattern.New(`:\s+(?:\S+\s+){0,3}\S*\d$`)

var brokenWord = pattern.New(`[a-z][-‐]$`)

func (b *block) add(line int, c imr.Cell, pageHow string) {
	text := strings.TrimSpace(c.Text)
	b.text = readOn(b.text, text)
	how := c.How
	if how == "" {
		how = pageHow
	}
	b.spans = append(b.spans, span{start: len(b.text), line: line, box: c.Box, how: how})
	b.text += text
	b.bottom = c.Box[3]
	b.height = max(c.Box[3]-c.Box[1], 6)
}

// readOn returns what text on the next line is to be appended to: with a space between, or without the hyphen of a broken word.
func readOn(head, next string) string {
	switch {
	case head == "":
		return ""
	case brokenWord.MatchString(head) && next != "" && next[0] >= 'a' && next[0] <= 'z' && !compoundHyphen(head):
		return strings.TrimRight(head, "-‐")
	}
	return head + " "
}

var compounds = pattern.New(`(?i)\b(?:non|re|follow|self|post|pre|anti|x|well|follow|co|semi|low|high|long|short)[-‐]$`)

// compoundHyphen reports whether the hyphen at a line's end belongs to the word ("non-/certified").
func compoundHyphen(s string) bool { return compounds.MatchString(s) }

// place returns the evidence for text[start:end] of the block.
func (b block) place(file imr.RecordFile, page imr.Page, start, end int) imr.Evidence {
	e := imr.Evidence{File: file.Name, SHA256: file.SHA256, Page: page.Number, Quote: b.text[start:end], How: "text"}
	for i, s := range b.spans {
		last := i+1 == len(b.spans) || b.spans[i+1].start > start
		if s.start >= end {
			break
		}
		if !last {
			continue
		}
		if e.Box == nil {
			box := s.box
			e.Box, e.Line, e.How = &box, s.line, s.how
			continue
		}
		u := e.Box.Union(s.box)
		e.Box = &u
	}
	return e
}
