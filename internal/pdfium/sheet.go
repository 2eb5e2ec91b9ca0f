package pdfium

import (
	"github.com/klippa-app/go-pdfium/requests"

	"imr"
	"imr/internal/pdf/layout"
)

// sheet is what one page shows. Coordinates are those of the displayed page.
type sheet struct {
	s             *session
	page          requests.Page
	width, height float64
	display       matrix // from user space
	shapes        []shape
	texts         []textObject
	rules         []layout.Rule
	corners       int // of paths, read so far
	objects       int // met so far
	drawn         int // strokes and fills, other than white ones
	characters    []character
	hidden        []hiddenText
	fields        []field
	attachments   bool
	tooLong       bool // more is drawn than is read
}

// readSheet reads what a page shows. index counts from 0. ok is false where the page cannot be read; the sheet then holds the
// page's size, as far as that is known, and nothing else that can be relied on.
func (s *session) readSheet(index int) (sh *sheet, ok bool) {
	size, _ := try(s, s.lib.FPDF_GetPageSizeByIndexF, requests.FPDF_GetPageSizeByIndexF{Document: s.doc, Index: index})
	sh = &sheet{s: s, width: points(float64(size.Size.Width)), height: points(float64(size.Size.Height))}
	loaded, ok := try(s, s.lib.FPDF_LoadPage, requests.FPDF_LoadPage{Document: s.doc, Index: index})
	if !ok || area(sh.box()) == 0 {
		return sh, false
	}
	sh.page = requests.Page{ByReference: &loaded.Page}
	box := ask(s, s.lib.FPDF_GetPageBoundingBox, requests.FPDF_GetPageBoundingBox{Page: sh.page}).Rect
	turned := ask(s, s.lib.FPDFPage_GetRotation, requests.FPDFPage_GetRotation{Page: sh.page}).PageRotation
	sh.display = display(box, int(turned))
	sh.collect()
	sh.hide()
	sh.readCharacters()
	sh.readAnnotations(index)
	ask(s, s.lib.FPDF_ClosePage, requests.FPDF_ClosePage{Page: *sh.page.ByReference})
	return sh, s.sound()
}

func (sh *sheet) box() imr.Box { return imr.Box{0, 0, sh.width, sh.height} }
