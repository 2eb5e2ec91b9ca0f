package records

import "strings"

const (
	boxSide   = 8.0 // of a box to tick, points
	fieldType = 9.0 // size of the type in fields
)

// field is a form field, or one of the buttons of a choice.
type field struct {
	page   int
	rect   [4]float64 // left, bottom, right, top on the upright page
	kind   string     // "text", "box" or "button"
	group  int        // of a button: which choice it belongs to
	ticked bool
	lines  []string // of a text, in the encoding of the PDF's own fonts
}

// form are the fields of a record.
type form struct {
	list   []field
	groups int
}

// formRow puts the parts of a form side by side: boxes to tick, or a label with a field for its value.
func (d *drawer) formRow(cells []string, widths []float64) {
	d.form.groups++
	labels := make([]string, len(cells))
	x, y := margin, d.pdf.GetY()
	for i, cell := range cells {
		box, label, isBox := boxOf(cell)
		if isBox {
			labels[i] = "     " + label
			d.addBox(x+padding, y+padding+1, box)
		} else if cell != "" {
			name, value, _ := strings.Cut(cell, ": ")
			labels[i] = name + ":"
			d.pdf.SetFont(d.family, "", d.size)
			start := x + 2*padding + d.pdf.GetStringWidth(d.latin(labels[i])) + 2
			d.addText(start, y+1, x+widths[i]-start-padding, d.size*leading+2*padding-2, value)
		}
		x += widths[i]
	}
	d.row(labels, widths, false)
}

// fieldRow is a row of a table with a field in each of its cells.
func (d *drawer) fieldRow(cells []string, widths []float64) {
	d.pdf.SetFont("Helvetica", "", fieldType)
	lines := 1
	for i, c := range cells {
		lines = max(lines, len(d.pdf.SplitLines([]byte(d.latin(c)), widths[i]-2*padding)))
	}
	height := float64(lines)*fieldType*leading + 2*padding
	if d.pdf.GetY()+height > pageHeight-margin {
		d.pdf.AddPage()
	}
	x, y := margin, d.pdf.GetY()
	for i, c := range cells {
		d.pdf.Rect(x, y, widths[i], height, "D")
		d.addText(x+1, y+1, widths[i]-2, height-2, c)
		x += widths[i]
	}
	d.pdf.SetXY(margin, y+height)
}

// addBox adds a box to tick with its upper left corner at x, y. Where one of several can be chosen it is a button.
func (d *drawer) addBox(x, y float64, box string) {
	f := field{page: d.pdf.PageNo(), rect: upright(x, y, boxSide, boxSide), kind: "box", ticked: box[1] == 'X'}
	if box[0] == '(' {
		f.kind, f.group = "button", d.form.groups
	}
	d.pdf.Rect(x, y, boxSide, boxSide, "D")
	d.form.list = append(d.form.list, f)
}

func (d *drawer) addText(x, y, width, height float64, value string) {
	d.pdf.SetFont("Helvetica", "", fieldType)
	f := field{page: d.pdf.PageNo(), rect: upright(x, y, width, height), kind: "text"}
	if value != "" {
		for _, line := range d.pdf.SplitLines([]byte(d.latin(value)), width-2) {
			f.lines = append(f.lines, string(line))
		}
	}
	d.form.list = append(d.form.list, f)
}

// upright is a rectangle counted from the foot of the page, as PDF counts.
func upright(x, y, width, height float64) [4]float64 {
	return [4]float64{x, pageHeight - y - height, x + width, pageHeight - y}
}
