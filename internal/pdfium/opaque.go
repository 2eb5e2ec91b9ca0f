package pdfium

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

const (
	mostSolid = 0.95 // share of its pixels that an image paints, from which on it counts as opaque
	halfSolid = 128  // of 255: less may be the edge of a letter
)

// hides reports whether a shape hides what lies under it. A picture of a signature hides little, by its mask. An image is drawn
// to find out, so this is asked only of those that lie over text, and once of each.
func (sh *sheet) hides(a *shape) bool {
	s := sh.s
	if a.tried || !a.image || !a.opaque {
		return a.opaque
	}
	drawn, ok := try(s, s.lib.FPDFImageObj_GetRenderedBitmap, requests.FPDFImageObj_GetRenderedBitmap{Document: s.doc, Page: sh.page, ImageObject: a.ref})
	solid, all := 0, 0
	if ok {
		s.eachPixel(drawn.Bitmap, func(c structs.FPDF_COLOR) {
			all++
			if c.A >= mostOpaque {
				solid++
			}
		})
	}
	a.tried, a.opaque = true, all > 0 && float64(solid) >= mostSolid*float64(all)
	return a.opaque
}

// hasPattern reports whether a text is filled with a pattern, which the library reports as white. The text is drawn to find out.
func (sh *sheet) hasPattern(t textObject) bool {
	s := sh.s
	drawn, ok := try(s, s.lib.FPDFTextObj_GetRenderedBitmap, requests.FPDFTextObj_GetRenderedBitmap{Document: s.doc, Page: *sh.page.ByReference, PageObject: t.ref, Scale: 1})
	other := false
	if ok {
		s.eachPixel(drawn.Bitmap, func(c structs.FPDF_COLOR) {
			other = other || c.A >= halfSolid && !t.fill.like(paint{c, true})
		})
	}
	return other
}

// eachPixel calls f with every pixel of a drawing, and gives the drawing back to the library.
func (s *session) eachPixel(drawing references.FPDF_BITMAP, f func(structs.FPDF_COLOR)) {
	const size = 4 // bytes: blue, green, red and how solid it is
	p := ask(s, s.lib.FPDFBitmap_GetBuffer, requests.FPDFBitmap_GetBuffer{Bitmap: drawing}).Buffer
	for ; len(p) >= size; p = p[size:] {
		f(structs.FPDF_COLOR{B: uint(p[0]), G: uint(p[1]), R: uint(p[2]), A: uint(p[3])})
	}
	ask(s, s.lib.FPDFBitmap_Destroy, requests.FPDFBitmap_Destroy{Bitmap: drawing})
}
