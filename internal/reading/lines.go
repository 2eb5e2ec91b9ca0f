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

// writeFile writes a file's pages and its end as lines.
func writeFile(out io.Writer, n int, f imr.RecordFile, err error) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	if err != nil {
		return e.Encode(line{File: n, Fail: err.Error(), Kind: kindOf(err), End: &imr.RecordFile{SHA256: f.SHA256}})
	}
	for i := range f.Pages {
		if err := e.Encode(line{File: n, Page: &f.Pages[i]}); err != nil {
			return err
		}
	}
	f.Pages = nil
	return e.Encode(line{File: n, End: &f})
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
