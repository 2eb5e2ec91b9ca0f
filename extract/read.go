package extract

import (
	"context"
	"math"
	"os"

	"imr"
)

// Source is one file of a case as it lies on disk.
type Source struct {
	Name   string // path below the case's folder, with slashes
	SHA256 string // hexadecimal, of its bytes
	Unread string // why it is not read, for a file that is not a PDF; "" for a PDF
	Open   func() (*os.File, error)
}

// Reader reads PDF files and returns one RecordFile for each, in the order given. A file that cannot be read comes back without pages
// and with the reason; a reader never fails otherwise.
type Reader func(ctx context.Context, files []Source) []imr.RecordFile

// Read reads the files of a case in the order given. What is not a PDF is kept with the reason; nothing is skipped.
func Read(ctx context.Context, id string, files []Source, read Reader) imr.Record {
	r := imr.Record{ID: id}
	var pdfs []Source
	for _, f := range files {
		if f.Unread == "" {
			pdfs = append(pdfs, f)
		}
	}
	pages := read(ctx, pdfs)
	for _, f := range files {
		if f.Unread != "" {
			r.Files = append(r.Files, imr.RecordFile{Name: f.Name, SHA256: f.SHA256, Unread: []imr.Unread{{Page: 0, Reason: f.Unread}}})
			continue
		}
		roundBoxes(pages[0].Pages)
		r.Files = append(r.Files, pages[0])
		pages = pages[1:]
	}
	return r
}

// roundBoxes rounds every place to a hundredth of a point, finer than any eye or printer, so that places are written in few digits.
func roundBoxes(pages []imr.Page) {
	for _, p := range pages {
		for _, l := range p.Lines {
			for i := range l.Cells {
				for k, v := range l.Cells[i].Box {
					l.Cells[i].Box[k] = math.Round(v*100) / 100
				}
			}
		}
	}
}
