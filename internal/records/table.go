package records

import "strings"

const (
	padding     = 3.0 // between a cell's edge and its text, points
	manyLetters = 36  // no column's share is reckoned for more than this many
)

// table draws rows with borders; the first row is bold.
func (d *drawer) table(rows [][]string) {
	widths := proportional(rows)
	for i, row := range rows {
		style := ""
		if i == 0 {
			style = "B"
		}
		if i > 0 && d.fields != "off" {
			d.fieldRow(row, widths)
			continue
		}
		d.styledRow(row, widths, style, true)
	}
	d.gap()
}

func (d *drawer) row(cells []string, widths []float64, border bool) {
	d.styledRow(cells, widths, "", border)
}

// styledRow draws cells side by side; each wraps within its width, and the row is kept on one page.
func (d *drawer) styledRow(cells []string, widths []float64, style string, border bool) {
	d.pdf.SetFont(d.family, style, d.size)
	lines := 1
	for i, c := range cells {
		lines = max(lines, len(d.pdf.SplitLines([]byte(d.latin(c)), widths[i]-2*padding)))
	}
	step := d.size * leading
	height := float64(lines)*step + 2*padding
	if d.pdf.GetY()+height > pageHeight-margin {
		d.pdf.AddPage()
		d.pdf.SetFont(d.family, style, d.size)
	}
	x, y := margin, d.pdf.GetY()
	for i, c := range cells {
		if border {
			d.pdf.Rect(x, y, widths[i], height, "D")
		}
		d.pdf.SetXY(x+padding, y+padding)
		d.pdf.MultiCell(widths[i]-2*padding, step, d.latin(c), "", "L", false)
		x += widths[i]
	}
	d.pdf.SetXY(margin, y+height)
}

func equal(n int) []float64 {
	widths := make([]float64, n)
	for i := range widths {
		widths[i] = textWidth / float64(n)
	}
	return widths
}

// proportional gives each column a width by the longest of its texts, and room for its longest word.
func proportional(rows [][]string) []float64 {
	widths := make([]float64, len(rows[0]))
	sum := 0.0
	for i := range widths {
		for _, row := range rows {
			widths[i] = max(widths[i], letters(row[i]))
		}
		sum += widths[i]
	}
	for i := range widths {
		widths[i] *= textWidth / sum
	}
	return widths
}

func letters(cell string) float64 {
	const roomForWord = 4 // letters beside a word, since the widths of letters differ
	n := min(len(cell), manyLetters)
	for word := range strings.FieldsSeq(cell) {
		n = max(n, len(word)+roomForWord)
	}
	return float64(n)
}
