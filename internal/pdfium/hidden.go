package pdfium

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"

	"imr"
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
	var gone []textObject
	for _, t := range sh.texts {
		if why := sh.seen(t); why != visible {
			gone = append(gone, t)
			sh.hidden = append(sh.hidden, hiddenText{why: why})
		}
	}
	if len(gone) == 0 {
		return
	}
	s := sh.s
	text := ask(s, s.lib.FPDFText_LoadPage, requests.FPDFText_LoadPage{Page: sh.page}).TextPage
	for i, t := range gone {
		answer, _ := try(s, s.lib.FPDFTextObj_GetText, requests.FPDFTextObj_GetText{PageObject: t.ref, TextPage: text})
		sh.hidden[i].text = plain(answer.Text)
		ask(s, s.lib.FPDFPageObj_SetIsActive, requests.FPDFPageObj_SetIsActive{PageObject: t.ref})
	}
	ask(s, s.lib.FPDFText_ClosePage, requests.FPDFText_ClosePage{TextPage: text})
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
		switch a := &sh.shapes[i]; {
		case a.order < t.order && a.under(t):
			ground = a.ground()
		case a.order < t.order, !a.over(t), !sh.hides(a):
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

// pictureShare returns which part of the page pictures cover, at most 1.
func (sh *sheet) pictureShare() float64 {
	sum := 0.0
	for _, a := range sh.shapes {
		if a.picture {
			sum += area(a.box)
		}
	}
	return min(1, sum/max(1, area(sh.box())))
}

// scanLayer returns how much of the hidden text lies under a picture or is invisible, as a scan's text layer does.
func (sh *sheet) scanLayer() int {
	n := 0
	for _, h := range sh.hidden {
		if h.why == drawnInvisible || h.why == underPicture {
			n++
		}
	}
	return n
}

// suspicious reports whether hidden text is worth a flag: more than a word cut off at the page's edge.
func suspicious(hidden []hiddenText) bool {
	const fewLetters = 3 // so many as a word loses that runs over the edge
	letters := 0
	for _, h := range hidden {
		if h.why != cutAway {
			return true
		}
		letters += len([]rune(h.text))
	}
	return letters > fewLetters
}

// quote returns the start of hidden text, for a reviewer to see what it is.
func quote(hidden []hiddenText) string {
	const longest = 200 // characters
	var all []string
	for _, h := range hidden {
		all = append(all, strings.TrimSpace(h.text))
	}
	runes := []rune(strings.Join(all, " "))
	return string(runes[:min(len(runes), longest)])
}

// lose notes characters that cannot be seen, word by word.
func (sh *sheet) lose(characters []character, why visibility) {
	for _, d := range []direction{rightwards, downwards, leftwards, upwards} {
		for _, w := range words(characters, d) {
			sh.hidden = append(sh.hidden, hiddenText{w.Text, why})
		}
	}
}

// flags returns what a reader must be told of a page. evidence names it.
func (sh *sheet) flags(evidence imr.Evidence) []imr.Flag {
	var out []imr.Flag
	if sh.attachments {
		out = append(out, attachmentFlag(evidence))
	}
	scan := sh.pictureShare() >= mostOfPage
	if suspicious(sh.hidden) && !(scan && sh.scanLayer() == len(sh.hidden)) {
		evidence.Quote = quote(sh.hidden)
		out = append(out, imr.Flag{
			Code:     "hidden-text",
			Text:     "The page holds text that a person cannot see. It was not read as part of the record.",
			Evidence: []imr.Evidence{evidence},
		})
	}
	return out
}

func attachmentFlag(evidence imr.Evidence) imr.Flag {
	return imr.Flag{Code: "attachment", Text: "The file carries attached files, which were not read.", Evidence: []imr.Evidence{evidence}}
}
