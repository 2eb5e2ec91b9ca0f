package records

import "strings"

const (
	spacing  = 1.6  // points between letters that are set apart
	narrower = 0.72 // share of the width that text is wrapped in whose letters are set apart
	shift    = 0.35 // points between the two prints of text that is printed twice to look bold
	gutter   = 24.0 // points between two columns
)

// text prints a paragraph in the column, as @type says.
func (d *drawer) text(text, style string, larger float64, align string) {
	size := d.size + larger
	d.pdf.SetFont(d.family, style, size)
	width := d.width
	if d.printed == "spaced" {
		d.pdf.RawWriteStr("1.6 Tc\n")
		defer d.pdf.RawWriteStr("0 Tc\n")
		width *= narrower
	}
	d.pdf.SetX(d.left)
	x, y := d.left, d.pdf.GetY()
	d.pdf.MultiCell(width, size*leading, d.latin(text), "", align, false)
	if d.printed == "twice" {
		end := d.pdf.GetY()
		d.pdf.SetXY(x+shift, y)
		d.pdf.MultiCell(width, size*leading, d.latin(text), "", align, false)
		d.pdf.SetY(end)
	}
}

// setColumn goes on in the left half of the page, beside it in the right half, or below both over the whole width.
func (d *drawer) setColumn(side string) error {
	d.begin()
	half := (textWidth - gutter) / 2
	switch side {
	case "left":
		d.top, d.left, d.width = d.pdf.GetY(), margin, half
	case "right":
		d.bottom = d.pdf.GetY()
		d.left, d.width = margin+half+gutter, half
		d.pdf.SetY(d.top)
	case "both":
		d.left, d.width = margin, textWidth
		d.pdf.SetY(max(d.bottom, d.pdf.GetY()))
	default:
		return oneOf(&side, "column", side, "left", "right", "both")
	}
	return nil
}

// hide puts text onto the page that a person cannot see. The first word of value says how.
func (d *drawer) hide(value string) error {
	how, text, _ := strings.Cut(value, " ")
	d.begin()
	x, y := d.left, d.pdf.GetY()
	size := d.size
	switch how {
	case "white":
		d.pdf.SetTextColor(255, 255, 255)
		defer d.pdf.SetTextColor(0, 0, 0)
	case "mode": // the render mode that draws nothing
		d.pdf.RawWriteStr("3 Tr\n")
		defer d.pdf.RawWriteStr("0 Tr\n")
	case "tiny":
		size = 0.5
	case "outside":
		x = pageWidth + margin
	case "covered":
	default:
		return oneOf(&how, "hidden", how, "white", "mode", "tiny", "outside", "covered")
	}
	d.pdf.SetFont(d.family, "", size)
	d.pdf.SetXY(x, y)
	d.pdf.CellFormat(d.width, d.size*leading, d.latin(text), "", 1, "L", false, 0, "")
	if how == "covered" {
		d.pdf.SetFillColor(255, 255, 255)
		d.pdf.Rect(x, y, d.width, d.size*leading, "F")
	}
	return nil
}
