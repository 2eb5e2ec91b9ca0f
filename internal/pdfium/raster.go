package pdfium

import (
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels bounds a picture: a letter page at 600 dpi has 34 million.
const maxPixels = 40_000_000

// Picture is a page as a person sees it, its form fields and notes included, in shades of grey on white.
type Picture struct {
	Image         *image.Gray
	Width, Height float64 // of the page as displayed, in points
	DPI           float64 // at which it is drawn: what was asked for, or less for a page that would be too large
}

// Raster draws a page, which counts from 1. A pixel's place in points is its place in the picture times the page's width or
// height, divided by the picture's.
//
// An error is a sentence. It wraps one of package pdf's errors, or that of the context of Open.
func (e *Engine) Raster(data []byte, page int, dpi float64) (Picture, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	var picture Picture
	err := e.inFile("the file", data, func(s *session) error {
		if page < 1 || page > s.pages || !(dpi > 0) {
			return fmt.Errorf("page %d cannot be drawn at %g dpi: the file has %d pages, and the dpi must be more than 0", page, dpi, s.pages)
		}
		picture = s.draw(page-1, dpi)
		if picture.Image == nil || !s.sound() {
			return e.blame(notDrawn(page))
		}
		return nil
	})
	if err != nil {
		return Picture{}, err
	}
	return picture, nil
}

// draw draws a page. The picture has no image where that fails.
func (s *session) draw(index int, dpi float64) Picture {
	size := ask(s, s.lib.FPDF_GetPageSizeByIndexF, requests.FPDF_GetPageSizeByIndexF{Document: s.doc, Index: index}).Size
	p := Picture{Width: points(float64(size.Width)), Height: points(float64(size.Height))}
	if p.Width*p.Height == 0 {
		return p
	}
	p.DPI = min(dpi, 72*math.Sqrt(maxPixels/(p.Width*p.Height)))
	drawn := ask(s, s.lib.RenderPageInPixels, requests.RenderPageInPixels{
		Page:        requests.Page{ByIndex: &requests.PageByIndex{Document: s.doc, Index: index}},
		Width:       pixels(p.Width, p.DPI),
		Height:      pixels(p.Height, p.DPI),
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
		RenderForm:  true,
		ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if gray, ok := drawn.Result.RenderedImage.(*image.Gray); ok {
		p.Image = copyOf(gray)
	}
	return p
}

func pixels(length, dpi float64) int { return max(1, int(length*dpi/72)) }

// copyOf takes a picture out of the library's memory, which ends with the instance.
func copyOf(from *image.Gray) *image.Gray {
	out := image.NewGray(from.Bounds())
	for y := range from.Rect.Dy() {
		copy(out.Pix[y*out.Stride:(y+1)*out.Stride], from.Pix[y*from.Stride:])
	}
	return out
}
