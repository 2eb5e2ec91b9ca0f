package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"imr"
)

// caseLine is what --json prints for a case.
type caseLine struct {
	Case    string           `json:"case"`
	Status  string           `json:"status,omitempty"`
	Items   []imr.ItemResult `json:"items,omitempty"`
	Unread  []string         `json:"unread,omitempty"` // sentences: what could not be read
	Folder  string           `json:"folder,omitempty"`
	Letter  string           `json:"letter,omitempty"` // path of letter.pdf, where there is one
	Already bool             `json:"already_done,omitempty"`
	Error   string           `json:"error,omitempty"`
}

func lineOf(d done) caseLine {
	l := caseLine{Case: d.id, Status: d.decision.Status, Already: d.already, Items: d.decision.Items, Folder: d.place.dir}
	if l.Folder != "" && l.Status != imr.Unreadable {
		l.Letter = filepath.Join(l.Folder, "letter.pdf")
	}
	for _, in := range d.decision.Inputs {
		for _, u := range in.Unread {
			l.Unread = append(l.Unread, unreadLine(in.File, u))
		}
	}
	if d.err != nil {
		l.Error = d.err.Error()
	}
	return l
}

// printJSON writes a value in one line.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("the results could not be printed: %w", err)
	}
	return nil
}

// statusIn is the status of the result in a folder, "" where it cannot be read.
func statusIn(dir string) string {
	var d struct{ Status string }
	b, err := os.ReadFile(filepath.Join(dir, "decision.json"))
	if err != nil || json.Unmarshal(b, &d) != nil {
		return ""
	}
	return d.Status
}
