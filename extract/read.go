package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"math"

	"imr"
	"imr/internal/pdf"
)

// Source is one file of a case as it lies on disk.
type Source struct {
	Name   string // path below the case's folder, with slashes
	Data   []byte
	Unread string // why it is not read, for a file that is not a PDF; "" for a PDF
}

// Read reads the files of a case in the order given. A file that cannot be read is kept with the reason; nothing is skipped.
func Read(id string, files []Source) imr.Record {
	r := imr.Record{ID: id}
	for _, f := range files {
		if f.Unread != "" {
			r.Files = append(r.Files, unread(f, f.Unread))
			continue
		}
		read, err := pdf.Read(f.Name, f.Data)
		if err != nil {
			r.Files = append(r.Files, unread(f, err.Error()))
			continue
		}
		roundBoxes(read.Pages)
		r.Files = append(r.Files, read)
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

func unread(f Source, reason string) imr.RecordFile {
	sum := sha256.Sum256(f.Data)
	return imr.RecordFile{Name: f.Name, SHA256: hex.EncodeToString(sum[:]), Unread: []imr.Unread{{Page: 0, Reason: reason}}}
}
