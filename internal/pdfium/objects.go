package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"imr"
)

const (
	maxObjects   = 50_000
	maxFormDepth = 12
	tinyImage    = 64  // pixels, too few to show anything: such an image is a plain area in some producers' files
	mostOpaque   = 230 // of 255, from which on what lies under a fill does not show
)

// paint is a fill colour, 0 to 255; unknown where it is a pattern, or an outline's.
type paint struct {
	colour structs.FPDF_COLOR
	known  bool
}

var white = paint{structs.FPDF_COLOR{R: 255, G: 255, B: 255, A: 255}, true}

// like reports whether two colours cannot be told apart by eye. A paint that is not known is unlike all others.
func (p paint) like(q paint) bool {
	near := func(a, b uint) bool { return max(a, b)-min(a, b) <= 10 }
	return p.known && q.known && near(p.colour.R, q.colour.R) && near(p.colour.G, q.colour.G) && near(p.colour.B, q.colour.B)
}

// shape is something painted that covers what lies under it, or a picture.
type shape struct {
	image   references.FPDF_PAGEOBJECT // "" for an area
	box     imr.Box
	fill    paint
	order   int // in which things are painted
	picture bool
	opaque  bool
	tried   bool // whether an image has been drawn to see if it is opaque
}

// textObject is text drawn by one operator.
type textObject struct {
	ref   references.FPDF_PAGEOBJECT
	box   imr.Box
	fill  paint
	mode  enums.FPDF_TEXT_RENDERMODE
	order int
}

// collect notes the page's objects in the order in which they are painted.
func (sh *sheet) collect() {
	s := sh.s
	n := ask(s, s.lib.FPDFPage_CountObjects, requests.FPDFPage_CountObjects{Page: sh.page}).Count
	for i := 0; i < n && sh.more(); i++ {
		ref := ask(s, s.lib.FPDFPage_GetObject, requests.FPDFPage_GetObject{Page: sh.page, Index: i}).PageObject
		sh.note(ref, sh.display, 0)
	}
}

// more counts one more object and reports whether it may be read.
func (sh *sheet) more() bool {
	sh.objects++
	sh.s.handles++
	sh.tooLong = sh.tooLong || sh.objects > maxObjects
	return sh.s.err == nil && !sh.tooLong
}

// note notes one object. m leads from its space to the displayed page.
func (sh *sheet) note(ref references.FPDF_PAGEOBJECT, m matrix, depth int) {
	s := sh.s
	kind := ask(s, s.lib.FPDFPageObj_GetType, requests.FPDFPageObj_GetType{PageObject: ref}).Type
	if kind == enums.FPDF_PAGEOBJ_FORM {
		sh.noteForm(ref, m, depth)
		return
	}
	if kind == enums.FPDF_PAGEOBJ_PATH {
		sh.notePath(ref, m)
		return
	}
	bounds, ok := try(s, s.lib.FPDFPageObj_GetBounds, requests.FPDFPageObj_GetBounds{PageObject: ref})
	if !ok {
		return
	}
	box := m.box(float64(bounds.Left), float64(bounds.Bottom), float64(bounds.Right), float64(bounds.Top))
	switch kind {
	case enums.FPDF_PAGEOBJ_TEXT:
		sh.noteText(ref, box)
	case enums.FPDF_PAGEOBJ_IMAGE:
		sh.noteImage(ref, box)
	case enums.FPDF_PAGEOBJ_SHADING:
		sh.drawn++
		sh.addShape(shape{box: box, opaque: true})
	}
}

func (sh *sheet) noteForm(ref references.FPDF_PAGEOBJECT, m matrix, depth int) {
	s := sh.s
	inner := matrixOf(ask(s, s.lib.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: ref}).Matrix).then(m)
	n := ask(s, s.lib.FPDFFormObj_CountObjects, requests.FPDFFormObj_CountObjects{PageObject: ref}).Count
	for i := 0; i < n && depth < maxFormDepth && sh.more(); i++ {
		part := ask(s, s.lib.FPDFFormObj_GetObject, requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)}).PageObject
		sh.note(part, inner, depth+1)
	}
}

func (sh *sheet) noteText(ref references.FPDF_PAGEOBJECT, box imr.Box) {
	s := sh.s
	mode := ask(s, s.lib.FPDFTextObj_GetTextRenderMode, requests.FPDFTextObj_GetTextRenderMode{PageObject: ref}).TextRenderMode
	sh.texts = append(sh.texts, textObject{ref: ref, box: box, mode: mode, fill: sh.fill(ref), order: sh.objects})
	// The library would read a mark's "actual text" in place of the letters that are drawn.
	for n := ask(s, s.lib.FPDFPageObj_CountMarks, requests.FPDFPageObj_CountMarks{PageObject: ref}).Count; n > 0 && s.err == nil; n-- {
		s.handles++
		mark := ask(s, s.lib.FPDFPageObj_GetMark, requests.FPDFPageObj_GetMark{PageObject: ref, Index: uint64(n - 1)}).Mark
		ask(s, s.lib.FPDFPageObj_RemoveMark, requests.FPDFPageObj_RemoveMark{PageObject: ref, PageObjectMark: mark})
	}
}

func (sh *sheet) fill(ref references.FPDF_PAGEOBJECT) paint {
	c, ok := try(sh.s, sh.s.lib.FPDFPageObj_GetFillColor, requests.FPDFPageObj_GetFillColor{PageObject: ref})
	return paint{c.FillColor, ok}
}

func (sh *sheet) noteImage(ref references.FPDF_PAGEOBJECT, box imr.Box) {
	sh.drawn++
	size := ask(sh.s, sh.s.lib.FPDFImageObj_GetImagePixelSize, requests.FPDFImageObj_GetImagePixelSize{ImageObject: ref})
	sh.addShape(shape{image: ref, box: box, picture: size.Width*size.Height > tinyImage, opaque: !sh.transparent(ref)})
}

func (sh *sheet) transparent(ref references.FPDF_PAGEOBJECT) bool {
	return ask(sh.s, sh.s.lib.FPDFPageObj_HasTransparency, requests.FPDFPageObj_HasTransparency{PageObject: ref}).HasTransparency
}

// addShape keeps a shape as far as the page shows it.
func (sh *sheet) addShape(a shape) {
	a.box, a.order = intersect(a.box, sh.box()), sh.objects
	if area(a.box) > 0 {
		sh.shapes = append(sh.shapes, a)
	}
}
