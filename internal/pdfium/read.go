package pdfium

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"github.com/klippa-app/go-pdfium/requests"

	"imr"
	"imr/internal/pdf"
)

const (
	maxPages  = 20_000
	maxBroken = 20 // pages that break the library, after which the others are not tried

	reasonMissing = "the file is damaged and promises more pages than it holds"
)

// Read reads one PDF as pdf.Read does, and promises the same. name is the file's path below the case's folder; it stands in
// messages and evidence.
//
// Every page is returned, also blank ones and those that could not be read; the latter are listed in Unread. A page that
// fails does not fail the others. An error means that nothing of the file could be read: a sentence that names the file and
// says what to do, which wraps one of package pdf's errors, or that of the context of Open. The RecordFile then still carries
// the name and the checksum.
func (e *Engine) Read(name string, data []byte) (imr.RecordFile, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	sum := sha256.Sum256(data)
	empty := imr.RecordFile{Name: name, SHA256: hex.EncodeToString(sum[:])}
	r := &fileReader{engine: e, file: empty}
	if err := r.read(data); err != nil {
		return empty, err
	}
	return r.file, nil
}

// fileReader reads the pages of one file.
type fileReader struct {
	engine *Engine
	file   imr.RecordFile
	pages  int // of the file, as far as they are read
	next   int // index of the page to be read next
	broken int // pages that have broken the library
}

// read opens the file as often as it takes: once more after each page that has broken the library, and once in a while to give
// back what the library holds.
func (r *fileReader) read(data []byte) error {
	for first := true; first || r.next < r.pages; first = false {
		if err := r.engine.inFile(r.file.Name, data, r.readPages); err != nil {
			return err
		}
	}
	return nil
}

func (r *fileReader) readPages(s *session) error {
	r.pages = min(s.pages, maxPages)
	for r.next < r.pages && s.sound() && s.handles < maxHandles {
		r.readPage(s)
	}
	if err := r.engine.stopped(); err != nil || r.next < r.pages {
		return err
	}
	r.dropMissing()
	if len(r.file.Pages) == 0 {
		return pdf.Refuse(r.file.Name, pdf.ErrDamaged)
	}
	if s.pages > maxPages {
		r.unread(0, pdf.ReasonPages)
	}
	attached, _ := try(s, s.lib.FPDFDoc_GetAttachmentCount, requests.FPDFDoc_GetAttachmentCount{Document: s.doc})
	if attached.AttachmentCount > 0 {
		r.file.Flags = append(r.file.Flags, pdf.AttachmentFlag(r.evidence(1)))
	}
	return nil
}

// readPage reads one page and adds it to the file, whatever happens.
func (r *fileReader) readPage(s *session) {
	sh, ok := &sheet{}, false
	if r.broken < maxBroken {
		sh, ok = s.readSheet(r.next)
	}
	if !s.sound() {
		r.broken++
	}
	r.next++
	page := imr.Page{Number: r.next, Width: sh.width, Height: sh.height}
	reason := pdf.ReasonDamaged
	if ok {
		page.Lines = sh.lines()
		page.How = pdf.HowOf(page.Lines)
		shown := sh.shown(&page)
		reason = shown.Unread()
		r.file.Flags = append(r.file.Flags, sh.flags(r.evidence(page.Number), shown.IsScan())...)
	}
	if reason != "" {
		r.unread(page.Number, reason)
	}
	r.file.Pages = append(r.file.Pages, page)
}

// dropMissing takes off the pages at the end that are not there: a damaged file may promise more than it holds.
func (r *fileReader) dropMissing() {
	n := len(r.file.Pages)
	for n > 0 && r.file.Pages[n-1].Width == 0 {
		n--
	}
	if n == len(r.file.Pages) {
		return
	}
	r.file.Pages = r.file.Pages[:n]
	r.file.Unread = slices.DeleteFunc(r.file.Unread, func(u imr.Unread) bool { return u.Page > n })
	r.unread(0, reasonMissing)
}

func (r *fileReader) unread(page int, reason string) {
	r.file.Unread = append(r.file.Unread, imr.Unread{Page: page, Reason: reason})
}

func (r *fileReader) evidence(page int) imr.Evidence {
	return imr.Evidence{File: r.file.Name, SHA256: r.file.SHA256, Page: page, How: "text"}
}
