package pdf

import (
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"
)

// ErrNoAttachment means that a file does not carry the attachment asked for.
var ErrNoAttachment = errors.New("the file does not carry it")

// Attachment returns the embedded file of that name (7.11.4), as imr's own letters carry their decision. The error of a file that cannot
// be opened is that of Read; one without the attachment gives ErrNoAttachment.
func Attachment(file string, data []byte, name string) (content []byte, err error) {
	defer func() { // the object library panics where a file contradicts itself
		if recover() != nil {
			err = damaged(file)
		}
	}()
	doc, err := open(file, data)
	if err != nil {
		return nil, err
	}
	names := key(key(key(doc.root, "Names"), "EmbeddedFiles"), "Names")
	for i := 0; i+1 < names.Len(); i += 2 {
		spec := index(names, i+1)
		stream := key(key(spec, "EF"), "F")
		if key(spec, "UF").Text() == name && stream.Kind() == pdf.Stream {
			return contents(stream), nil
		}
	}
	return nil, fmt.Errorf("%s in %s: %w", name, file, ErrNoAttachment)
}
