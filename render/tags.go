package render

import (
	"fmt"
	"maps"
	"slices"

	"github.com/jung-kurt/gofpdf"

	"imr/render/finish"
)

// tags writes marked content around what is set, so that each piece of the page belongs to an element of the letter's structure, or is
// page furniture that a screen reader passes over (ISO 14289-1, 7.1).
type tags struct {
	pdf  *gofpdf.Fpdf
	page int // from 0; -1 before the first
	next int // identifier of the next piece on the page
}

func (t *tags) newPage() {
	t.pdf.AddPage()
	t.page++
	t.next = 0
}

// mark sets what draw draws as content of an element.
func (t *tags) mark(e *finish.Element, draw func()) {
	t.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", e.Role, t.next))
	draw()
	t.pdf.RawWriteStr("EMC")
	e.Mark(t.page, t.next)
	t.next++
}

// furniture sets what draw draws as no content of the letter: rules, shades, running lines.
func (t *tags) furniture(draw func()) {
	t.pdf.RawWriteStr("/Artifact BMC")
	draw()
	t.pdf.RawWriteStr("EMC")
}

// usedFonts are the embedded fonts with the characters that the letter draws in them, in a fixed order.
func (p *pen) usedFonts() []finish.Font {
	var out []finish.Font
	for _, f := range []face{serif, serifBold, sans, sansBold} {
		if len(p.used[f]) > 0 {
			out = append(out, finish.Font{Name: f.internalName(), As: f.postScriptName(), Used: slices.Sorted(maps.Keys(p.used[f]))})
		}
	}
	return out
}
