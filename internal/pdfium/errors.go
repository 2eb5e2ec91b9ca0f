package pdfium

import (
	"fmt"

	"imr/internal/pdf"
)

func tooLarge(name string) error {
	return &pdf.FileError{Message: fmt.Sprintf("%s is larger than %d MB, more than can be read; split it and put the parts in the folder", name, maxFile>>20), Reason: pdf.ErrDamaged}
}

func broken() error {
	return &pdf.FileError{Message: "the file breaks the PDF library; print it to a new PDF and put that in the folder", Reason: pdf.ErrDamaged}
}

func notDrawn(page int) error {
	return &pdf.FileError{Message: fmt.Sprintf("page %d is damaged or too large and cannot be drawn; print the file to a new PDF and put that in the folder", page), Reason: pdf.ErrDamaged}
}

func noCache(dir string, err error) error {
	return fmt.Errorf("the compiled PDF library cannot be kept in %s: %w; name a folder that may be written to, or let somebody warm this one who may", dir, err)
}

func noStart(dir string, err error) error {
	return fmt.Errorf("the PDF library could not start with the folder %s: %w; empty the folder or name another, and try again", dir, err)
}
