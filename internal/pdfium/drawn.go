package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/structs"
)

// readDrawn reads what the page's annotations draw, and gives it to their fields. The library reads the text of a page's
// content alone, so it is asked to make the annotations part of that: one form at its end. The rest is left out, for it has been
// read, and would be read worse now where the page inherits its fonts.
func (sh *sheet) readDrawn(index int) {
	s := sh.s
	before := ask(s, s.lib.FPDFPage_CountObjects, requests.FPDFPage_CountObjects{Page: sh.page}).Count
	done := ask(s, s.lib.FPDFPage_Flatten, requests.FPDFPage_Flatten{Page: sh.page, Usage: requests.FPDFPage_FlattenUsageNormalDisplay}).Result
	if done != responses.FPDFPage_FlattenResultSuccess || before > maxObjects {
		return
	}
	ask(s, s.lib.FPDF_ClosePage, requests.FPDF_ClosePage{Page: *sh.page.ByReference})
	page := ask(s, s.lib.FPDF_LoadPage, requests.FPDF_LoadPage{Document: s.doc, Index: index}).Page
	sh.page = requests.Page{ByReference: &page}
	over := &sheet{s: s, page: sh.page, width: sh.width, height: sh.height, display: sh.display}
	if n := ask(s, s.lib.FPDFPage_CountObjects, requests.FPDFPage_CountObjects{Page: sh.page}).Count; n == before+1 {
		over.collectLast(before)
		over.hide()
		over.readCharacters()
	}
	sh.hidden = append(sh.hidden, over.hidden...)
	sh.tooLong = sh.tooLong || over.tooLong
	for _, c := range over.characters {
		sh.give(c)
	}
}

// collectLast notes the page's last object, and switches the others off.
func (sh *sheet) collectLast(last int) {
	s := sh.s
	for i := 0; i < last && sh.more(); i++ {
		ref := ask(s, s.lib.FPDFPage_GetObject, requests.FPDFPage_GetObject{Page: sh.page, Index: i}).PageObject
		ask(s, s.lib.FPDFPageObj_SetIsActive, requests.FPDFPageObj_SetIsActive{PageObject: ref})
	}
	ref := ask(s, s.lib.FPDFPage_GetObject, requests.FPDFPage_GetObject{Page: sh.page, Index: last}).PageObject
	sh.note(ref, sh.space())
}

// give gives a character to the field in which it stands, or else to the page.
func (sh *sheet) give(c character) {
	x, y := c.middle()
	for i := range sh.fields {
		if f := &sh.fields[i]; f.drawn && contains(f.box, x, y) {
			f.characters = append(f.characters, c)
			return
		}
	}
	sh.characters = append(sh.characters, c)
}

// openForm gives the file's form, which the library builds when it is first asked for.
func (s *session) openForm() references.FPDF_FORMHANDLE {
	if s.form != "" {
		return s.form
	}
	s.form = ask(s, s.lib.FPDFDOC_InitFormFillEnvironment, requests.FPDFDOC_InitFormFillEnvironment{Document: s.doc, FormFillInfo: structs.FPDF_FORMFILLINFO{
		FFI_Invalidate:         func(references.FPDF_PAGE, float64, float64, float64, float64) {},
		FFI_SetCursor:          func(enums.FXCT) {},
		FFI_SetTimer:           func(int, func(int)) int { return 0 },
		FFI_KillTimer:          func(int) {},
		FFI_GetLocalTime:       func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
		FFI_GetPage:            func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
		FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return enums.FPDF_PAGE_ROTATION_NONE },
		FFI_ExecuteNamedAction: func(string) {},
	}}).FormHandle
	return s.form
}
