package imr

import "strings"

// Record is what was read of one case: its files in path order.
type Record struct {
	ID    string       `json:"id"`
	Files []RecordFile `json:"files"`
}

// RecordFile is one file of a case. A file that is not a PDF, or that cannot be opened, has no pages and one entry in Unread.
type RecordFile struct {
	Name   string   `json:"file"`   // path below the case's folder, with slashes
	SHA256 string   `json:"sha256"` // hexadecimal, of the file's bytes
	Pages  []Page   `json:"pages"`
	Unread []Unread `json:"unread"` // pages that are not blank and could not be read
	Flags  []Flag   `json:"flags"`  // what a reader must be told of the file: attachments, hidden text
}

// Unread names a page that could not be read, and why. Page 0 is the whole file.
type Unread struct {
	Page   int    `json:"page"`
	Reason string `json:"reason"`
}

// Page is one page as a person sees it: rotation applied, lines in reading order.
type Page struct {
	Number int     `json:"number"` // from 1 in its file
	Width  float64 `json:"width"`  // points, as displayed
	Height float64 `json:"height"`
	How    string  `json:"how"`              // how its text was read: "text", "ocr" or "form"; "" when nothing stands on it
	Reader string  `json:"reader,omitempty"` // which program read it: "" for the ordinary reader, Pdfium or Tesseract
	Lines  []Line  `json:"lines"`
}

// The readers of pages that the ordinary reader could not read.
const (
	Pdfium    = "pdfium"    // the PDF library, for files that are damaged beyond the ordinary reader
	Tesseract = "tesseract" // text recognition, for scans
)

// Line is one line of text. Text that stands apart on one line, as in a table's row or a form, is kept in separate cells.
type Line struct {
	Number int    `json:"number"` // from 1 on its page
	Cells  []Cell `json:"cells"`  // from left to right, at least one
}

// Cell is a stretch of text without a wide gap.
type Cell struct {
	Text string `json:"text"`
	Box  Box    `json:"box"`
	How  string `json:"how,omitempty"` // where it differs from the page's: "form"
	// Confidence is how sure text recognition is of its least certain word, in percent; 0 for text that was not recognized but read.
	Confidence float64 `json:"confidence,omitempty"`
}

// Box is x0, y0, x1, y1 in points from the page's top left corner as displayed; y grows downwards.
type Box [4]float64

// Text returns the line's cells joined by one space.
func (l Line) Text() string {
	texts := make([]string, len(l.Cells))
	for i, c := range l.Cells {
		texts[i] = c.Text
	}
	return strings.Join(texts, " ")
}

// Box returns the smallest box around all cells of the line.
func (l Line) Box() Box {
	var b Box
	for i, c := range l.Cells {
		if i == 0 {
			b = c.Box
			continue
		}
		b = b.Union(c.Box)
	}
	return b
}

// Union returns the smallest box that holds both.
func (b Box) Union(o Box) Box {
	return Box{min(b[0], o[0]), min(b[1], o[1]), max(b[2], o[2]), max(b[3], o[3])}
}
