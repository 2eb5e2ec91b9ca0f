package pdfium

import (
	"fmt"

	"imr/internal/pdf"
)

// fileError is a sentence for the person who must act, and the reason for programs: one of those of package pdf.
type fileError struct {
	message string
	reason  error
}

func (e *fileError) Error() string { return e.message }
func (e *fileError) Unwrap() error { return e.reason }

func emptyFile(name string) error {
	return &fileError{name + " is empty; put the complete file in the folder", pdf.ErrEmpty}
}

func notPDF(name string) error {
	return &fileError{name + " is not a PDF, whatever its name says; save the document as a PDF and put that in the folder", pdf.ErrNotPDF}
}

func needsPassword(name string) error {
	return &fileError{name + " is protected by a password; save a copy without one and put it in the folder", pdf.ErrPassword}
}

func unknownEncryption(name string) error {
	return &fileError{name + " is encrypted in a way that is not supported; save a copy without encryption and put it in the folder", pdf.ErrPassword}
}

func damaged(name string) error {
	return &fileError{name + " is damaged and cannot be read; print it to a new PDF and put that in the folder", pdf.ErrDamaged}
}

func tooLarge(name string) error {
	return &fileError{fmt.Sprintf("%s is larger than %d MB, more than can be read; split it and put the parts in the folder", name, maxFile>>20), pdf.ErrDamaged}
}

func broken() error {
	return &fileError{"the file breaks the PDF library; print it to a new PDF and put that in the folder", pdf.ErrDamaged}
}

func notDrawn(page int) error {
	return &fileError{fmt.Sprintf("page %d is damaged or too large and cannot be drawn; print the file to a new PDF and put that in the folder", page), pdf.ErrDamaged}
}

func noCache(dir string, err error) error {
	return fmt.Errorf("the compiled PDF library cannot be kept in %s: %w; name a folder that may be written to, or let somebody warm this one who may", dir, err)
}

func noStart(dir string, err error) error {
	return fmt.Errorf("the PDF library could not start with the folder %s: %w; empty the folder or name another, and try again", dir, err)
}
