package render

import (
	"strings"

	"imr"
	"imr/render/finish"
)

// The letterhead and the header table, in points. The columns are those of the public letters; the text begins at textColumn.
const (
	letterheadY  = 48.0
	addressPitch = 11.0
	tableTop     = 93.0
	tablePitch   = 13.0
	tableSpace   = 2.0  // below the table, besides the space above a heading
	firstBase    = 12.0 // from a row's upper edge to its first baseline
	cellPad      = 5.0  // from a column's edge to its text
	shade        = 224
)

var (
	textColumn = [4]float64{72, 179, 329, 427}
	tableRight = 545.0
)

func spaces(n int) string { return strings.Repeat(" ", n) }

// find returns the letter's first block of a kind.
func (s sheet) find(kind imr.BlockKind) imr.Block {
	for _, section := range s.letter.Sections {
		for _, b := range section.Blocks {
			if b.Kind == kind {
				return b
			}
		}
	}
	return imr.Block{}
}

// letterheadWidth is how wide the organization's block may be: as the text, or as a logo leaves it.
func (s sheet) letterheadWidth() float64 {
	if s.logo == nil {
		return textWidth
	}
	return textWidth - s.logo.width - addressPitch
}

// letterheadLines are the organization's name and address, wrapped.
func (s sheet) letterheadLines() [][]word {
	var lines [][]word
	for i, sentence := range s.find(imr.Letterhead).Sentences {
		look := address
		if i == 0 {
			look = organization
		}
		lines = append(lines, wrap(words(nil, []imr.Sentence{sentence}, look, mark), s.letterheadWidth(), s.width)...)
	}
	return lines
}

// head is what stands first on the first page, in the letter's structure.
type head struct{ organization, logo, address, table *finish.Element }

func (s sheet) headParts() head {
	return head{s.root.Add("H1"), s.root.Add("Figure"), s.root.Add("P"), s.root.Add("Table")}
}

// letterhead sets the organization's block at the right margin, or at the left one where a logo stands right.
func (s sheet) letterhead(h head) {
	s.picture(h.logo)
	for i, line := range s.letterheadLines() {
		part := h.address
		if line[0].style == organization {
			part = h.organization
		}
		x := pageWidth - margin - groupWidth(line, s.width)
		if s.logo != nil {
			x = margin
		}
		s.tags.mark(part, func() { s.writeLine(x, letterheadY+float64(i)*addressPitch, line) })
	}
}

// tableY is the table's upper edge: its usual place, or below a long letterhead.
func (s sheet) tableY() float64 {
	return max(tableTop, letterheadY+float64(len(s.letterheadLines()))*addressPitch)
}

// tableBottom is the table's lower edge.
func (s sheet) tableBottom() float64 {
	y := s.tableY()
	for _, r := range s.find(imr.Table).Rows {
		y += s.rowHeight(r)
	}
	return y
}

// cell wraps a text to its column.
func (s sheet) cell(sentence *imr.Sentence, column int, look style) [][]word {
	if sentence == nil {
		return nil
	}
	right := tableRight
	if column < len(textColumn)-1 {
		right = textColumn[column+1] - cellPad
	}
	return wrap(words(nil, []imr.Sentence{*sentence}, look, mark), right-textColumn[column]-cellPad, s.width)
}

func (s sheet) rowHeight(row []imr.Field) float64 {
	lines := 1
	for i, f := range row {
		lines = max(lines, len(s.cell(f.Label, 2*i, label)), len(s.cell(f.Value, 2*i+1, value)))
	}
	return float64(lines) * tablePitch
}

func (s sheet) table(part *finish.Element) {
	s.pdf.SetDrawColor(0, 0, 0)
	s.pdf.SetFillColor(shade, shade, shade)
	s.pdf.SetLineWidth(0.5)
	y := s.tableY()
	part.Box = &finish.Box{textColumn[0] - cellPad, pageHeight - s.tableBottom(), tableRight, pageHeight - y}
	for _, row := range s.find(imr.Table).Rows {
		height := s.rowHeight(row)
		tr := part.Add("TR")
		for i, f := range row {
			s.cells(f, 2*i, y, height, tr)
		}
		y += height
	}
}

// cells draws a label's shaded cell and its value's cell; a field without a label is one empty shaded cell.
func (s sheet) cells(f imr.Field, column int, y, height float64, tr *finish.Element) {
	left, middle, right := textColumn[column]-cellPad, textColumn[column+1]-cellPad, tableRight
	if column+2 < len(textColumn) {
		right = textColumn[column+2] - cellPad
	}
	if f.Label == nil {
		tr.Add("TD")
		tr.Add("TD")
		s.tags.furniture(func() { s.pdf.Rect(left, y, right-left, height, "FD") })
		return
	}
	s.tags.furniture(func() {
		s.pdf.Rect(left, y, middle-left, height, "FD")
		s.pdf.Rect(middle, y, right-middle, height, "D")
	})
	th, td := tr.Add("TH"), tr.Add("TD")
	th.Row = true
	s.lines(s.cell(f.Label, column, label), textColumn[column], y, th)
	s.lines(s.cell(f.Value, column+1, value), textColumn[column+1], y, td)
}

func (s sheet) lines(lines [][]word, x, y float64, part *finish.Element) {
	for i, line := range lines {
		s.tags.mark(part, func() { s.writeLine(x, y+firstBase-1.5+float64(i)*tablePitch, line) })
	}
}
