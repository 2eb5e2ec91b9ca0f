package pdfium

import (
	"strings"

	"imr"
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

// quote returns the start of hidden text, for a reviewer to see what it is.
func quote(hidden []hiddenText) string {
	const longest = 200 // characters
	var all []string
	for _, h := range hidden {
		all = append(all, h.text)
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
