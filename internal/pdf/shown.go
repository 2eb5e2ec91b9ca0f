package pdf

import (
	"strings"

	"imr"
	"imr/internal/pdf/font"
)

// How text was read.
const (
	howText = "text"
	howForm = "form"
)

// Shown is what a reader found on a page, as far as it tells whether the page was read.
type Shown struct {
	Page     *imr.Page
	Pictures float64 // share of the page's area that pictures cover
	Drawn    int     // strokes and fills, other than white ones
	Layer    bool    // text was found that is invisible or lies under a picture, as a scan's text layer does
	Damaged  bool    // some of the page's content cannot be unpacked
	TooMuch  bool    // more is drawn than is read
}

const (
	mostOfPage   = 0.5  // of the page's area, from which on a picture counts as a scan
	somePicture  = 0.02 // of the page's area: more than dust or a line
	fewWords     = 8
	marginShare  = 0.06 // of the page's height, where a fax machine prints its line
	drawnContent = 25   // strokes and fills that are more than a frame or ruled lines
	mostLetters  = 0.3  // share of unknown characters that spoils a page
)

// IsScan reports whether pictures cover most of the page.
func (s *Shown) IsScan() bool { return s.Pictures >= mostOfPage }

// Unread says why a page that is not blank could not be read, or "".
func (s *Shown) Unread() string {
	words, none := bodyWords(s.Page), len(s.Page.Lines) == 0
	switch {
	case s.TooMuch:
		return reasonTooLong
	case s.Damaged:
		return reasonPartly
	case unknownShare(s.Page.Lines) > mostLetters:
		return ReasonCodes
	case s.IsScan() && words < fewWords && s.Layer:
		return reasonLayer
	case s.IsScan() && none:
		return reasonScan
	case s.IsScan() && words < fewWords:
		return reasonPartial
	case none && (s.Pictures >= somePicture || s.Drawn >= drawnContent):
		return reasonPicture
	}
	return ""
}

// bodyWords counts the words outside the top and bottom margins.
func bodyWords(page *imr.Page) int {
	margin := page.Height * marginShare
	words := 0
	for _, l := range page.Lines {
		if b := l.Box(); b[3] > margin && b[1] < page.Height-margin {
			words += len(strings.Fields(l.Text()))
		}
	}
	return words
}

// unknownShare returns the share of characters that the file does not tell.
func unknownShare(lines []imr.Line) float64 {
	unknown, all := 0, 1
	for _, l := range lines {
		text := l.Text()
		unknown += strings.Count(text, font.Unknown)
		all += len([]rune(text))
	}
	return float64(unknown) / float64(all)
}

// HowOf returns how a page's text was read: as a form when all of it stands in fields.
func HowOf(lines []imr.Line) string {
	if len(lines) == 0 {
		return ""
	}
	for _, l := range lines {
		for _, c := range l.Cells {
			if c.How != howForm {
				return howText
			}
		}
	}
	return howForm
}

// Quote returns the start of hidden text, for a reviewer to see what it is.
func Quote(lines []imr.Line) string {
	const longest = 200 // characters
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.Text())
	}
	runes := []rune(strings.Join(parts, " "))
	return string(runes[:min(len(runes), longest)])
}
