package witness

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"
)

// ErrNotRead means that the library cannot read a letter, or does not find in it what is asked for.
var ErrNotRead = errors.New("another reader of PDF files cannot read the letter")

// Attachment returns the embedded file of that name (ISO 32000-1, 7.11.4).
func Attachment(letter []byte, name string) (content []byte, err error) {
	err = guarded(letter, func(r *pdf.Reader) error {
		names := r.Trailer().Key("Root").Key("Names").Key("EmbeddedFiles").Key("Names")
		for i := 0; i+1 < names.Len(); i += 2 {
			if spec := names.Index(i + 1); spec.Key("UF").Text() == name {
				content, err = io.ReadAll(spec.Key("EF").Key("F").Reader())
				return err
			}
		}
		return fmt.Errorf("%s is not in it", name)
	})
	return content, err
}

// Words returns the words of each page, in the order in which the page draws them.
func Words(letter []byte) (pages [][]string, err error) {
	err = guarded(letter, func(r *pdf.Reader) error {
		for i := range r.NumPage() {
			text, err := r.Page(i + 1).GetPlainText(nil)
			if err != nil {
				return fmt.Errorf("page %d: %w", i+1, err)
			}
			pages = append(pages, strings.Fields(text))
		}
		return nil
	})
	return pages, err
}

// guarded opens a letter and turns the panics with which the library tells of mistakes into errors.
func guarded(letter []byte, read func(*pdf.Reader) error) (err error) {
	defer func() {
		if said := recover(); said != nil {
			err = fmt.Errorf("%w: %v", ErrNotRead, said)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(letter), int64(len(letter)))
	if err == nil {
		err = read(r)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotRead, err)
	}
	return nil
}
