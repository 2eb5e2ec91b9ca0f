package pdfium

import (
	"imr"
	"imr/internal/pdf/layout"
)

// lines lays out the page's text and that of its fields, as package pdf lays out its own.
func (sh *sheet) lines() []imr.Line {
	var page layout.Page
	add(&page, sh.characters, 0)
	number := int32(0)
	for i := range sh.fields {
		f := &sh.fields[i]
		if f.form {
			number++
			add(&page, f.shown(), number)
		} else {
			add(&page, f.shown(), 0)
		}
	}
	return page.Lines(sh.rules)
}

// add puts characters on a page to be laid out: those of a form field of that number, or 0.
func add(page *layout.Page, characters []character, field int32) {
	for _, c := range characters {
		page.Add(&layout.Glyph{Text: c.text, X: c.x, Y: c.y, DX: c.dx, DY: c.dy, Size: c.size, Field: field})
	}
}

// linesOf lays out characters by themselves.
func linesOf(characters []character) []imr.Line {
	var page layout.Page
	add(&page, characters, 0)
	return page.Lines(nil)
}
