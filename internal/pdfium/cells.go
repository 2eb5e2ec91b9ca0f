package pdfium

import (
	"cmp"
	"slices"
	"strings"

	"imr"
	"imr/internal/pdf"
)

const (
	slack         = 1   // points by which a letter may touch a rule
	ruledGap      = 0.1 // ems between words with a rule between them
	fieldGap      = 0.3 // ems between text of the page and of a form field
	letterAscent  = 0.76
	letterDescent = 0.22
)

// word is a word and the field in which it stands, or nil for the page's own text.
type word struct {
	pdf.Word
	field *field
}

func (w word) box() imr.Box {
	return imr.Box{w.X0, w.Baseline - letterAscent*w.Size, w.X1, w.Baseline + letterDescent*w.Size}
}

// cutter cuts cells where the layout of package pdf, which is told of words alone, has joined text across a rule or across the
// edge of a form field.
type cutter struct {
	words []word
	rules []rule
}

func (c *cutter) cut(cells []imr.Cell) []imr.Cell {
	var out []imr.Cell
	for _, cell := range cells {
		members := c.members(cell)
		if len(members) == 0 {
			out = append(out, cell)
			continue
		}
		from := 0
		for i := 1; i <= len(members); i++ {
			if i == len(members) || c.parted(members[i-1], members[i]) {
				out = append(out, cellOf(members[from:i]))
				from = i
			}
		}
	}
	return out
}

// members returns a cell's words from left to right, or none where they cannot be told from others that overprint them.
func (c *cutter) members(cell imr.Cell) []word {
	const near = 0.01
	outer := imr.Box{cell.Box[0] - near, cell.Box[1] - near, cell.Box[2] + near, cell.Box[3] + near}
	var found []word
	var texts []string
	for _, w := range c.words {
		if b := w.box(); contains(outer, b[0], b[1]) && contains(outer, b[2], b[3]) {
			found = append(found, w)
		}
	}
	slices.SortStableFunc(found, func(a, b word) int { return cmp.Compare(a.X0, b.X0) })
	for _, w := range found {
		texts = append(texts, w.Text)
	}
	if strings.Join(texts, " ") != cell.Text {
		return nil
	}
	return found
}

// parted reports whether two neighbouring words belong to different cells.
func (c *cutter) parted(a, b word) bool {
	em, gap := max(a.Size, b.Size), b.X0-a.X1
	if a.field != b.field && gap > fieldGap*em {
		return true
	}
	return gap > ruledGap*em && slices.ContainsFunc(c.rules, func(r rule) bool {
		y := b.Baseline - 0.3*em
		return r.x >= a.X1-slack && r.x <= b.X0+slack && y >= r.y0 && y <= r.y1
	})
}

func cellOf(words []word) imr.Cell {
	cell := imr.Cell{Box: words[0].box()}
	var texts []string
	for _, w := range words {
		texts = append(texts, w.Text)
		cell.Box = cell.Box.Union(w.box())
		if w.field != nil && w.field.form {
			cell.How = howForm
		}
	}
	cell.Text = strings.Join(texts, " ")
	return cell
}
