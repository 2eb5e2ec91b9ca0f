package scan

import (
	"bytes"
	"fmt"
	"image"
	"math"

	"github.com/ledongthuc/pdf"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

const (
	pointsPerInch = 72.0
	ruleWidth     = 0.57 // points; what internal/records draws borders with
)

// Pages draws the pages of a record as clean pictures: its text and the borders of its tables. record is a PDF that internal/records
// made; a picture that it holds is left out.
func Pages(record []byte, dpi int) ([]*image.Gray, error) {
	reader, err := pdf.NewReader(bytes.NewReader(record), int64(len(record)))
	if err != nil {
		return nil, fmt.Errorf("the record cannot be scanned, since it is no sound PDF (%w); give one that internal/records made", err)
	}
	var pages []*image.Gray
	cases := typeCases{}
	for i := range reader.NumPage() {
		page, err := drawPage(reader.Page(i+1), float64(dpi)/pointsPerInch, cases)
		if err != nil {
			return nil, fmt.Errorf("page %d of the record cannot be drawn: %w", i+1, err)
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// drawPage draws at some pixels a point. The record's coordinates count upwards from the foot of the page.
func drawPage(page pdf.Page, scale float64, cases typeCases) (*image.Gray, error) {
	width, height := paper(page.V)
	sheet := image.NewGray(image.Rect(0, 0, int(math.Round(width*scale)), int(math.Round(height*scale))))
	for i := range sheet.Pix {
		sheet.Pix[i] = white
	}
	content := page.Content()
	for _, r := range content.Rect {
		outline(sheet, r, height, scale)
	}
	for _, t := range joined(content.Text) {
		face, err := cases.face(t.Font, t.FontSize*scale)
		if err != nil {
			return nil, err
		}
		at := fixed.Point26_6{X: fixed.Int26_6(t.X * scale * 64), Y: fixed.Int26_6((height - t.Y) * scale * 64)}
		(&font.Drawer{Dst: sheet, Src: image.Black, Face: face, Dot: at}).DrawString(t.S)
	}
	return sheet, nil
}

// paper returns a page's size in points; the page has it from those above it.
func paper(v pdf.Value) (width, height float64) {
	for v.Key("MediaBox").IsNull() && !v.IsNull() {
		v = v.Key("Parent")
	}
	box := v.Key("MediaBox")
	return box.Index(2).Float64(), box.Index(3).Float64()
}

// joined puts letters together that were shown as one text: the library cannot tell the widths of a reader's own fonts and gives all
// letters of a text the same place.
func joined(letters []pdf.Text) []pdf.Text {
	var out []pdf.Text
	for _, l := range letters {
		if n := len(out); n > 0 && out[n-1].X == l.X && out[n-1].Y == l.Y {
			out[n-1].S += l.S
			continue
		}
		out = append(out, l)
	}
	return out
}

// outline draws a rectangle's four sides.
func outline(sheet *image.Gray, r pdf.Rect, height, scale float64) {
	x0, x1 := min(r.Min.X, r.Max.X)*scale, max(r.Min.X, r.Max.X)*scale
	y0, y1 := (height-max(r.Min.Y, r.Max.Y))*scale, (height-min(r.Min.Y, r.Max.Y))*scale
	thick := max(1, ruleWidth*scale)
	for _, side := range [][4]float64{{x0, y0, x1, y0}, {x0, y1, x1, y1}, {x0, y0, x0, y1}, {x1, y0, x1, y1}} {
		from := image.Pt(int(math.Round(side[0]-thick/2)), int(math.Round(side[1]-thick/2)))
		to := image.Pt(int(math.Round(side[2]+thick/2)), int(math.Round(side[3]+thick/2)))
		fill(sheet, image.Rectangle{Min: from, Max: to})
	}
}
