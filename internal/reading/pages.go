package reading

import (
	"context"
	"crypto/sha256"
	"errors"
	"slices"

	"imr"
	"imr/internal/pdf"
	"imr/internal/pipeline"
)

const (
	reasonNoTesseract = "; tesseract is not installed (imr doctor says how to get it)"
	reasonNotDrawn    = "the page could not be drawn for text recognition"
	reasonEmpty       = "the page's picture could not be shown; print the page to a new PDF"
	reasonUnsure      = "text recognition was unsure of most of the page; send a better scan"
)

var errNotRecognized = errors.New("it was stopped before it was done")

// together is how many pages are drawn by one child: few enough to hold, enough to be worth starting it.
const together = 8

// recognizeFile recognizes the pages of a file that only text recognition can read, and puts them in their places.
func (r *Reader) recognizeFile(ctx context.Context, f File, file *imr.RecordFile, known recognizedPictures) {
	var wanted []int
	for _, u := range file.Unread {
		if u.Page > 0 && pdf.NeedsRecognition(u.Reason) {
			wanted = append(wanted, u.Page)
		}
	}
	if len(wanted) == 0 {
		return
	}
	if r.tesseract == nil {
		if r.options.Recognizers == 0 {
			return // it is not asked for
		}
		for i := range file.Unread {
			if pdf.NeedsRecognition(file.Unread[i].Reason) {
				file.Unread[i].Reason += reasonNoTesseract
			}
		}
		return
	}
	for pages := range slices.Chunk(wanted, together) {
		r.recognizeSome(ctx, f, file, pages, known)
	}
}

// recognizedPictures are what was recognized on the pictures of a case, by the pixels: a page that was faxed twice as one file is recognized once.
type recognizedPictures map[[sha256.Size]byte]outcome

type outcome struct {
	recognized
	err error
}

// recognizeSome draws some pages and recognizes them side by side.
func (r *Reader) recognizeSome(ctx context.Context, f File, file *imr.RecordFile, pages []int, known recognizedPictures) {
	drawn := r.drawPages(ctx, f, pages)
	for _, n := range pages {
		if !slices.ContainsFunc(drawn, func(p picture) bool { return p.Page == n }) {
			unreadFor(file, n, reasonNotDrawn)
		}
	}
	var fresh []picture
	for _, p := range drawn {
		if _, ok := known[p.key()]; !ok {
			known[p.key()] = outcome{err: errNotRecognized}
			fresh = append(fresh, p)
		}
	}
	work := func(ctx context.Context, p picture) outcome {
		r.slots <- struct{}{}
		defer func() { <-r.slots }()
		read, err := r.recognizePage(ctx, p)
		return outcome{read, err}
	}
	failed := func(_ picture, err error) outcome { return outcome{err: err} }
	// The error is the context's: the caller looks at that itself.
	_ = pipeline.Run(ctx, len(fresh), 2*recognizeWall*together, fresh, work, failed, func(i int, o outcome) { known[fresh[i].key()] = o })
	for _, p := range drawn {
		o := known[p.key()]
		if o.err != nil {
			unreadFor(file, p.Page, "text recognition failed on the page: "+reasonOf(o.err))
			continue
		}
		put(file, o.recognized, p.Page)
	}
}

// put takes a recognized page in the place of the one that was not read.
func put(file *imr.RecordFile, read recognized, n int) {
	i := slices.IndexFunc(file.Pages, func(p imr.Page) bool { return p.Number == n })
	if i < 0 {
		return
	}
	if read.Empty {
		unreadFor(file, n, reasonEmpty)
		return
	}
	if read.Unsure { // what was guessed is no evidence
		unreadFor(file, n, reasonUnsure)
		return
	}
	file.Pages[i] = read.Page
	file.Pages[i].Number, file.Pages[i].Reader = n, imr.Tesseract
	file.Unread = slices.DeleteFunc(file.Unread, func(u imr.Unread) bool { return u.Page == n })
}

// unreadFor says why a page stays unread.
func unreadFor(file *imr.RecordFile, n int, reason string) {
	for i := range file.Unread {
		if file.Unread[i].Page == n {
			file.Unread[i].Reason = reason
		}
	}
}
