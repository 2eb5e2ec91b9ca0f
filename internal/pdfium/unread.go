package pdfium

import (
	"strings"

	"imr"
)

// Why a page was not read: the words of package pdf, but for the last.
const (
	reasonScan    = "the page is a picture without text (a scan); it needs text recognition"
	reasonLayer   = "the page is a scan with a hidden text layer, which a person cannot see; it needs text recognition"
	reasonPartial = "most of the page is a picture and only a few words beside it are text; it needs text recognition"
	reasonPicture = "the page has pictures or drawings and no text; it needs text recognition"
	reasonCodes   = "the page's fonts do not tell which characters they show; it needs text recognition"
	reasonDamaged = "the page is damaged and could not be read"
	reasonTooLong = "the page draws more than is read; its text is not complete"
	reasonPages   = "the file has more pages than are read"
	reasonMissing = "the file is damaged and promises more pages than it holds"
)

const (
	mostOfPage   = 0.5  // of the page's area, from which on a picture counts as a scan
	somePicture  = 0.02 // of the page's area: more than dust or a line
	fewWords     = 8
	marginShare  = 0.06 // of the page's height, where a fax machine prints its line
	drawnContent = 25   // strokes and fills that are more than a frame or ruled lines
	mostLetters  = 0.3  // share of unknown characters that spoils a page
)

// unreadReason says why a page that is not blank could not be read, or "".
func (sh *sheet) unreadReason(page *imr.Page) string {
	share, words := sh.pictureShare(), bodyWords(page)
	switch {
	case sh.tooLong:
		return reasonTooLong
	case unknownShare(page.Lines) > mostLetters:
		return reasonCodes
	case share >= mostOfPage && words < fewWords && sh.scanLayer() > 0:
		return reasonLayer
	case share >= mostOfPage && len(page.Lines) == 0:
		return reasonScan
	case share >= mostOfPage && words < fewWords:
		return reasonPartial
	case len(page.Lines) == 0 && (share >= somePicture || sh.drawn >= drawnContent):
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
		unknown += strings.Count(text, unreadable)
		all += len([]rune(text))
	}
	return float64(unknown) / float64(all)
}
