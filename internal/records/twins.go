package records

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Twin is a text and the PDF that it makes, as paths.
type Twin struct{ Text, PDF string }

// Find returns the twins below a folder in path order. A path with a folder "twins" or "twin" above its file is a twin; the
// package comment says where its PDF lies.
func Find(folder string) ([]Twin, error) {
	var found []Twin
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if target, ok := target(path); ok && !entry.IsDir() {
			found = append(found, Twin{Text: path, PDF: target})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("cannot look for twins below %s: %w", folder, err)
	}
	return found, nil
}

// target tells where the PDF of a twin lies, and whether a path is a twin's.
func target(path string) (string, bool) {
	stem, isText := strings.CutSuffix(filepath.ToSlash(path), ".txt")
	parts := strings.Split(stem, "/")
	n := len(parts)
	switch {
	case !isText:
	case n >= 3 && parts[n-3] == "twins":
		return filepath.FromSlash(strings.Join(append(parts[:n-3:n-3], parts[n-2:]...), "/") + ".pdf"), true
	case n >= 2 && parts[n-2] == "twin":
		parts[n-2] = "record"
		return filepath.FromSlash(strings.Join(parts, "/") + ".pdf"), true
	}
	return "", false
}

// Make returns the PDF of the twin's text. An error names the file and its line.
func (t Twin) Make() ([]byte, error) {
	text, err := os.ReadFile(t.Text)
	if err != nil {
		return nil, fmt.Errorf("cannot read the twin: %w", err)
	}
	pdf, err := PDF(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Text, err)
	}
	return pdf, nil
}

// Write makes the PDF and writes it, with its folder where that is missing.
func (t Twin) Write() error {
	pdf, err := t.Make()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(t.PDF), 0o755); err != nil {
		return fmt.Errorf("cannot make the folder of the record: %w", err)
	}
	if err := os.WriteFile(t.PDF, pdf, 0o644); err != nil {
		return fmt.Errorf("cannot write the record: %w", err)
	}
	return nil
}
