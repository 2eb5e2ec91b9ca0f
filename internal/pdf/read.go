package pdf

import (
	"crypto/sha256"
	"encoding/hex"

	"imr"
	"imr/internal/pdf/layout"
)

// Read reads one PDF. name is the file's path below the case's folder; it stands in messages and evidence.
//
// Every page is returned, also blank ones and those that could not be read; the latter are listed in Unread. A page that
// fails does not fail the others. An error means that nothing of the file could be read: a sentence that names the file
// and says what to do, which wraps ErrEmpty, ErrNotPDF, ErrPassword or ErrDamaged. The RecordFile then still carries the
// name and the checksum.
func Read(name string, data []byte) (imr.RecordFile, error) {
	var pages []imr.Page
	file, err := Each(name, data, func(p imr.Page) error { pages = append(pages, p); return nil })
	if err == nil {
		file.Pages = pages
	}
	return file, err
}

// Each reads one PDF as Read does, and hands over each page as it is read: of a long file no more is held than of a short one. The file
// that it returns has no pages. It ends at the first error of take, which it returns.
func Each(name string, data []byte, take func(imr.Page) error) (imr.RecordFile, error) {
	sum := sha256.Sum256(data)
	r := &fileReader{file: imr.RecordFile{Name: name, SHA256: hex.EncodeToString(sum[:])}, take: take}
	if err := r.read(data); err != nil {
		return imr.RecordFile{Name: name, SHA256: r.file.SHA256}, err
	}
	return r.file, nil
}

// fileReader reads the pages of one file.
type fileReader struct {
	file      imr.RecordFile
	take      func(imr.Page) error
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
		return Refuse(r.file.Name, ErrDamaged)
	}
	for i, p := range pages {
		if err := r.take(r.readPage(i+1, p)); err != nil {
			return err
		}
	}
	if !complete {
		r.unread(0, ReasonPages)
	}
	if r.doc.file.Cut() {
		r.unread(0, reasonCut)
	}
	if tree := r.doc.root.Key("Names").Key("EmbeddedFiles"); tree.Key("Names").Len()+tree.Key("Kids").Len() > 0 {
		r.file.Flags = append(r.file.Flags, AttachmentFlag(r.evidence(1)))
	}
	return nil
}

func (r *fileReader) unread(page int, reason string) {
	r.file.Unread = append(r.file.Unread, imr.Unread{Page: page, Reason: reason})
}

func (r *fileReader) evidence(page int) imr.Evidence {
	return imr.Evidence{File: r.file.Name, SHA256: r.file.SHA256, Page: page, How: howText}
}

// readPage reads one page, and returns it whatever happens.
func (r *fileReader) readPage(number int, p pageDict) (page imr.Page) {
	width, height := p.size()
	page = imr.Page{Number: number, Width: width, Height: height}
	defer func() {
		if recover() != nil {
			r.unread(number, ReasonDamaged)
		}
	}()
	c := &r.collector
	c.begin(width, height)
	c.drawPage(p)
	if c.drawAnnotations(p) {
		r.file.Flags = append(r.file.Flags, AttachmentFlag(r.evidence(number)))
	}
	c.judge()
	hidden := c.split(&r.page)
	page.Lines = r.page.Lines(c.rules)
	c.steps += r.page.Steps() - r.steps
	r.steps = r.page.Steps()
	page.How = HowOf(page.Lines)
	shown := Shown{Page: &page, Pictures: c.pictureShare(), Drawn: c.drawn, Layer: hidden.underScan > 0, Damaged: c.damaged, TooMuch: c.exhausted()}
	if reason := shown.Unread(); reason != "" {
		r.unread(number, reason)
	}
	if hidden.suspicious() && !(shown.IsScan() && hidden.isScanLayer()) {
		r.flagHidden(number, hidden.glyphs)
	}
	return page
}

// flagHidden tells of text on a page that cannot be seen.
func (r *fileReader) flagHidden(number int, glyphs []glyph) {
	for i := range glyphs {
		r.collector.lay(&r.page, &glyphs[i])
	}
	e := r.evidence(number)
	e.Quote = Quote(r.page.Lines(nil))
	r.file.Flags = append(r.file.Flags, HiddenTextFlag(e))
}
