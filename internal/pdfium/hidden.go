package pdfium

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"imr/internal/pdf/font"
)

// visibility says whether a person sees a text, and if not, why.
type visibility uint8

const (
	visible        visibility = iota
	drawnInvisible            // by its render mode, or fully transparent
	cutAway                   // off the page
	tooSmall                  // under a point high
	sameColour                // in the colour of what lies under it
	covered                   // by something painted later
	underPicture              // by a picture painted later
)

// hiddenText is text that a person cannot see.
type hiddenText struct {
	text string
	why  visibility
}

// hide takes the text that cannot be seen out of the page, so that the library does not read it, and notes it as hidden.
func (sh *sheet) hide() {
	gone := map[references.FPDF_PAGEOBJECT]visibility{}
	for _, t := range sh.texts {
		if why := sh.seen(t); why != visible {
			gone[t.ref] = why
		}
	}
	if len(gone) == 0 {
		return
	}
	s := sh.s
	page := ask(s, s.lib.FPDFText_LoadPage, requests.FPDFText_LoadPage{Page: sh.page}).TextPage
	for _, t := range sh.texts {
		why, hidden := gone[t.ref]
		if !hidden {
			continue
		}
		answer, _ := try(s, s.lib.FPDFTextObj_GetText, requests.FPDFTextObj_GetText{PageObject: t.ref, TextPage: page})
		if text := strings.TrimSpace(font.Plain(answer.Text)); text != "" {
			sh.hidden = append(sh.hidden, hiddenText{text, why})
		}
		ask(s, s.lib.FPDFPageObj_SetIsActive, requests.FPDFPageObj_SetIsActive{PageObject: t.ref})
	}
	ask(s, s.lib.FPDFText_ClosePage, requests.FPDFText_ClosePage{TextPage: page})
}

func (sh *sheet) seen(t textObject) visibility {
	switch t.mode {
	case enums.FPDF_TEXTRENDERMODE_INVISIBLE, enums.FPDF_TEXTRENDERMODE_CLIP:
		return drawnInvisible
	case enums.FPDF_TEXTRENDERMODE_STROKE, enums.FPDF_TEXTRENDERMODE_STROKE_CLIP:
		t.fill = paint{} // the fill colour does not show
	}
	if t.fill.known && t.fill.colour.A == 0 {
		return drawnInvisible
	}
	ground := white
	for i := range sh.shapes {
		a := &sh.shapes[i]
		if !a.under(t) {
			continue
		}
		sh.settle(a)
		switch {
		case !a.under(t):
		case a.order < t.order:
			ground = a.ground()
		case !a.over(t), !sh.hides(a):
		case a.picture:
			return underPicture
		default:
			return covered
		}
	}
	if t.fill.like(ground) && !sh.hasPattern(t) {
		return sameColour
	}
	return visible
}

// ground returns the colour before which later text stands.
func (a *shape) ground() paint {
	if a.opaque {
		return a.fill
	}
	return paint{}
}

// under reports whether the shape lies behind the middle of a text.
func (a *shape) under(t textObject) bool {
	x, y := middle(t.box)
	return contains(a.box, x, y)
}

// over reports whether the shape covers a text, or all but its edges. A text that is covered in part counts as seen.
func (a *shape) over(t textObject) bool {
	const most = 0.9
	return a.under(t) && area(intersect(a.box, t.box)) >= most*area(t.box)
}
