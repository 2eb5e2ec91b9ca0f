package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"imr"
	"imr/internal/pdf/font"
	"imr/internal/pdf/layout"
)

// How text was read, and why a page was not.
const (
	howText = "text"
	howForm = "form"

	reasonScan    = "the page is a picture without text (a scan); it needs text recognition"
	reasonLayer   = "the page is a scan with a hidden text layer, which a person cannot see; it needs text recognition"
	reasonPartial = "most of the page is a picture and only a few words beside it are text; it needs text recognition"
	reasonPicture = "the page has pictures or drawings and no text; it needs text recognition"
	reasonCodes   = "the page's fonts do not tell which characters they show; it needs text recognition"
	reasonDamaged = "the page is damaged and could not be read"
	reasonPartly  = "the page is damaged and its text may not be complete"
	reasonTooLong = "the page draws more than is read; its text is not complete"
	reasonPages   = "the file has more pages than are read"
	reasonCut     = "the file is cut off or its list of pages is lost, so that pages may be missing; send the complete file"
)

// Read reads one PDF. name is the file's path below the case's folder; it stands in messages and evidence.
//
// Every page is returned, also blank ones and those that could not be read; the latter are listed in Unread. A page that
// fails does not fail the others. An error means that nothing of the file could be read: a sentence that names the file
// and says what to do, which wraps ErrEmpty, ErrNotPDF, ErrPassword or ErrDamaged. The RecordFile then still carries the
// name and the checksum.
func Read(name string, data []byte) (imr.RecordFile, error) {
	sum := sha256.Sum256(data)
	r := &fileReader{file: imr.RecordFile{Name: name, SHA256: hex.EncodeToString(sum[:])}}
	if err := r.read(data); err != nil {
		return imr.RecordFile{Name: name, SHA256: r.file.SHA256}, err
	}
	return r.file, nil
}

// fileReader reads the pages of one file.
type fileReader struct {
	file      imr.RecordFile
	doc       *document
	collector collector
	page      layout.Page
	steps     int // of the layout of the pages before
}

func (r *fileReader) read(data []byte) (err error) {
	defer func() { // nothing is known to panic; should something, the file alone is lost
		if recover() != nil {
			err = failed(r.file.Name)
		}
	}()
	if r.doc, err = open(r.file.Name, data); err != nil {
		return err
	}
	r.collector = collector{doc: r.doc, layers: r.doc.hiddenLayers()}
	pages, complete := r.doc.pages()
	if len(pages) == 0 {
		return damaged(r.file.Name)
	}
	for i, p := range pages {
		r.readPage(i+1, p)
	}
	if !complete {
		r.unread(0, reasonPages)
	}
	if r.doc.file.Cut() {
		r.unread(0, reasonCut)
	}
	if tree := r.doc.root.Key("Names").Key("EmbeddedFiles"); tree.Key("Names").Len()+tree.Key("Kids").Len() > 0 {
		r.file.Flags = append(r.file.Flags, attachmentFlag(r.evidence(1)))
	}
	return nil
}

func (r *fileReader) unread(page int, reason string) {
	r.file.Unread = append(r.file.Unread, imr.Unread{Page: page, Reason: reason})
}

func (r *fileReader) evidence(page int) imr.Evidence {
	return imr.Evidence{File: r.file.Name, SHA256: r.file.SHA256, Page: page, How: howText}
}

// readPage reads one page and adds it to the file, whatever happens.
func (r *fileReader) readPage(number int, p pageDict) {
	width, height := p.size()
	page := imr.Page{Number: number, Width: width, Height: height}
	defer func() {
		if recover() != nil {
			r.unread(number, reasonDamaged)
		}
		r.file.Pages = append(r.file.Pages, page)
	}()
	c := &r.collector
	c.begin(width, height)
	c.drawPage(p)
	if c.drawAnnotations(p) {
		r.file.Flags = append(r.file.Flags, attachmentFlag(r.evidence(number)))
	}
	c.judge()
	hidden := c.split(&r.page)
	page.Lines = r.page.Lines(c.rules)
	c.steps += r.page.Steps() - r.steps
	r.steps = r.page.Steps()
	page.How = howOf(page.Lines)
	scan := c.pictureShare() >= mostOfPage
	if reason := c.unreadReason(&page, scan && hidden.underScan > 0); reason != "" {
		r.unread(number, reason)
	}
	if hidden.suspicious() && !(scan && hidden.isScanLayer()) {
		r.flagHidden(number, hidden.glyphs)
	}
}

// flagHidden tells of text on a page that cannot be seen.
func (r *fileReader) flagHidden(number int, glyphs []glyph) {
	for i := range glyphs {
		r.collector.lay(&r.page, &glyphs[i])
	}
	e := r.evidence(number)
	e.Quote = quote(r.page.Lines(nil))
	r.file.Flags = append(r.file.Flags, hiddenTextFlag(e))
}

// howOf returns how a page's text was read: as a form when all of it stands in fields.
func howOf(lines []imr.Line) string {
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

const (
	mostOfPage   = 0.5  // of the page's area, from which on a picture counts as a scan
	somePicture  = 0.02 // of the page's area: more than dust or a line
	fewWords     = 8
	marginShare  = 0.06 // of the page's height, where a fax machine prints its line
	drawnContent = 25   // strokes and fills that are more than a frame or ruled lines
	mostLetters  = 0.3  // share of unknown characters that spoils a page
)

// unreadReason says why a page that is not blank could not be read, or "".
func (c *collector) unreadReason(page *imr.Page, layer bool) string {
	share := c.pictureShare()
	words := bodyWords(page)
	switch {
	case c.exhausted():
		return reasonTooLong
	case c.damaged:
		return reasonPartly
	case unknownShare(page.Lines) > mostLetters:
		return reasonCodes
	case share >= mostOfPage && words < fewWords && layer:
		return reasonLayer
	case share >= mostOfPage && len(page.Lines) == 0:
		return reasonScan
	case share >= mostOfPage && words < fewWords:
		return reasonPartial
	case len(page.Lines) == 0 && (share >= somePicture || c.drawn >= drawnContent):
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

// quote returns the start of hidden text, for a reviewer to see what it is.
func quote(lines []imr.Line) string {
	const longest = 200 // characters
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.Text())
	}
	runes := []rune(strings.Join(parts, " "))
	return string(runes[:min(len(runes), longest)])
}
