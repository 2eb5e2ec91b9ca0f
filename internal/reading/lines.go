package reading

import (
	"encoding/json"
	"fmt"
	"io"

	"imr"
)

// line is one line of what a child reports: a page of a file, or a file's end with all but its pages.
type line struct {
	File int             `json:"file"` // index in the order of the files handed over
	Page *imr.Page       `json:"page,omitempty"`
	End  *imr.RecordFile `json:"end,omitempty"`  // without pages
	Fail string          `json:"fail,omitempty"` // why nothing of the file could be read
	Kind string          `json:"kind,omitempty"` // of the failure
}

// lineWriter writes the lines of one file.
type lineWriter struct {
	e    *json.Encoder
	file int
}

func linesTo(out io.Writer, file int) lineWriter {
	w := lineWriter{json.NewEncoder(out), file}
	w.e.SetEscapeHTML(false)
	return w
}

func (w lineWriter) page(p imr.Page) error { return w.e.Encode(line{File: w.file, Page: &p}) }

// end writes a file's end: what was read of it but its pages, or why nothing was.
func (w lineWriter) end(f imr.RecordFile, err error) error {
	l := line{File: w.file, End: &f}
	if err != nil {
		l.Fail, l.Kind, l.End = err.Error(), kindOf(err), &imr.RecordFile{SHA256: f.SHA256}
	}
	l.End.Pages = nil
	return w.e.Encode(l)
}

// result is what was read of one file so far.
type result struct {
	file imr.RecordFile
	fail string // the sentence that says why nothing of it could be read
	kind string
	done bool
}

// take adds a line to the results.
func take(text []byte, results []result) error {
	var l line
	if err := json.Unmarshal(text, &l); err != nil {
		return fmt.Errorf("a reading child wrote a line that is none of its own: %w", err)
	}
	if l.File < 0 || l.File >= len(results) || results[l.File].done {
		return fmt.Errorf("a reading child wrote of a file that it was not given")
	}
	r := &results[l.File]
	if l.Page != nil {
		r.file.Pages = append(r.file.Pages, *l.Page)
	}
	if l.End != nil {
		pages := r.file.Pages
		r.file, r.fail, r.kind, r.done = *l.End, l.Fail, l.Kind, true
		r.file.Pages = pages
	}
	return nil
}
