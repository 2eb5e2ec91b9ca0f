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

// space is where objects stand: on the page itself, or in a form that is drawn on it.
type space struct {
	display matrix  // to the displayed page
	clip    imr.Box // around what can be painted, as displayed
	solid   bool    // the clip is that box and nothing less, and what is painted is not seen through
	depth   int     // of forms
}

// textObject is text drawn by one operator.
type textObject struct {
	ref   references.FPDF_PAGEOBJECT
	box   imr.Box
	fill  paint
	mode  enums.FPDF_TEXT_RENDERMODE
	order int
}

// space is the page's own.
func (sh *sheet) space() space { return space{display: sh.display, clip: sh.box(), solid: true} }

// collect notes the page's objects in the order in which they are painted.
func (sh *sheet) collect() {
	s := sh.s
	n := ask(s, s.lib.FPDFPage_CountObjects, requests.FPDFPage_CountObjects{Page: sh.page}).Count
	for i := 0; i < n && sh.more(); i++ {
		ref := ask(s, s.lib.FPDFPage_GetObject, requests.FPDFPage_GetObject{Page: sh.page, Index: i}).PageObject
		sh.note(ref, sh.space())
	}
}

// more counts one more object and reports whether it may be read.
func (sh *sheet) more() bool {
	sh.objects++
	sh.s.handles++
	sh.tooLong = sh.tooLong || sh.objects > maxObjects
	return sh.s.err == nil && !sh.tooLong
}

// note notes one object.
func (sh *sheet) note(ref references.FPDF_PAGEOBJECT, in space) {
	s := sh.s
	switch ask(s, s.lib.FPDFPageObj_GetType, requests.FPDFPageObj_GetType{PageObject: ref}).Type {
	case enums.FPDF_PAGEOBJ_FORM:
		sh.noteForm(ref, in)
	case enums.FPDF_PAGEOBJ_PATH:
		sh.notePath(ref, in)
	case enums.FPDF_PAGEOBJ_TEXT:
		sh.noteText(ref, in)
	case enums.FPDF_PAGEOBJ_IMAGE:
		sh.noteImage(ref, in)
	case enums.FPDF_PAGEOBJ_SHADING:
		sh.drawn++
		sh.addShape(shape{ref: ref, space: in, box: sh.bounds(ref, in), opaque: true})
	}
}

// bounds returns the box around an object, as displayed; an empty one where it has none.
func (sh *sheet) bounds(ref references.FPDF_PAGEOBJECT, in space) imr.Box {
	b, ok := try(sh.s, sh.s.lib.FPDFPageObj_GetBounds, requests.FPDFPageObj_GetBounds{PageObject: ref})
	if !ok {
		return imr.Box{}
	}
	return in.display.box(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))
}

func (sh *sheet) noteForm(ref references.FPDF_PAGEOBJECT, in space) {
	s := sh.s
	own := ask(s, s.lib.FPDFPageObj_GetMatrix, requests.FPDFPageObj_GetMatrix{PageObject: ref}).Matrix
	form := space{display: matrixOf(own).then(in.display), depth: in.depth + 1}
	form.clip, form.solid = sh.clip(ref, in)
	form.solid = form.solid && !sh.transparent(ref)
	n := ask(s, s.lib.FPDFFormObj_CountObjects, requests.FPDFFormObj_CountObjects{PageObject: ref}).Count
	for i := 0; i < n && form.depth <= maxFormDepth && sh.more(); i++ {
		part := ask(s, s.lib.FPDFFormObj_GetObject, requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)}).PageObject
		sh.note(part, form)
	}
}

func (sh *sheet) noteText(ref references.FPDF_PAGEOBJECT, in space) {
	s := sh.s
	mode := ask(s, s.lib.FPDFTextObj_GetTextRenderMode, requests.FPDFTextObj_GetTextRenderMode{PageObject: ref}).TextRenderMode
	sh.texts = append(sh.texts, textObject{ref: ref, box: sh.bounds(ref, in), mode: mode, fill: sh.fill(ref), order: sh.objects})
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
