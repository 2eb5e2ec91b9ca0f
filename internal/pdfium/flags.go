package pdfium

import (
	"imr"
	"imr/internal/pdf"
)

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

// lose notes characters that cannot be seen, line by line.
func (sh *sheet) lose(characters []character, why visibility) {
	for _, l := range linesOf(characters) {
		sh.hidden = append(sh.hidden, hiddenText{l.Text(), why})
	}
}

// shown tells what was found on the page.
func (sh *sheet) shown(page *imr.Page) pdf.Shown {
	return pdf.Shown{Page: page, Pictures: sh.pictureShare(), Drawn: sh.drawn, Layer: sh.scanLayer() > 0, TooMuch: sh.tooLong}
}

// flags returns what a reader must be told of a page. evidence names it.
func (sh *sheet) flags(evidence imr.Evidence, scan bool) []imr.Flag {
	var out []imr.Flag
	if sh.attachments {
		out = append(out, pdf.AttachmentFlag(evidence))
	}
	if suspicious(sh.hidden) && !(scan && sh.scanLayer() == len(sh.hidden)) {
		evidence.Quote = quote(sh.hidden)
		out = append(out, pdf.HiddenTextFlag(evidence))
	}
	return out
}

// quote returns the start of hidden text.
func quote(hidden []hiddenText) string {
	var lines []imr.Line
	for _, h := range hidden {
		lines = append(lines, imr.Line{Cells: []imr.Cell{{Text: h.text}}})
	}
	return pdf.Quote(lines)
}
