package ocr

import (
	"image"

	"imr"
)

// place leads between the pixels of the straight picture, points of the straight page and points of the page as displayed.
type place struct {
	attitude      attitude
	width, height float64 // of the upright page, points
	turned        frame   // from the straight page to the page as displayed, both from their middles
}

const pointsPerInch = 72.0

func newPlace(picture *image.Gray, dpi float64, a attitude) place {
	p := place{attitude: a, turned: newFrame(a, 1)}
	p.width, p.height = float64(picture.Rect.Dx())*pointsPerInch/dpi, float64(picture.Rect.Dy())*pointsPerInch/dpi
	if a.turn%2 == 1 {
		p.width, p.height = p.height, p.width
	}
	return p
}

// Displayed returns the smallest upright box, in points from the top left corner of the page as displayed, around a box of the upright
// and straight page. Such is the box of a cell that pdf.Lines makes of the page's words.
func (p Page) Displayed(box imr.Box) imr.Box {
	w, h := p.Width, p.Height
	if p.Turn%2 == 1 {
		w, h = h, w
	}
	var out imr.Box
	for i, corner := range [][2]float64{{box[0], box[1]}, {box[2], box[1]}, {box[0], box[3]}, {box[2], box[3]}} {
		x, y := p.place.turned.apply(corner[0]-p.Width/2, corner[1]-p.Height/2)
		at := imr.Box{x + w/2, y + h/2, x + w/2, y + h/2}
		if i == 0 {
			out = at
		}
		out = out.Union(at)
	}
	return out
}

// scale leads from pixels of the straight picture, which may be larger than the page because of its skew, to points of the straight page.
type scale struct{ x0, y0, points float64 }

func (p place) scale(straight image.Rectangle, dpi float64) scale {
	points := pointsPerInch / dpi
	return scale{(p.width - float64(straight.Dx())*points) / 2, (p.height - float64(straight.Dy())*points) / 2, points}
}

func (s scale) x(pixels float64) float64 { return s.x0 + pixels*s.points }
func (s scale) y(pixels float64) float64 { return s.y0 + pixels*s.points }
