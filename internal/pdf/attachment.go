package pdf

import (
	"errors"
	"fmt"

	"imr/internal/pdf/object"
)

// ErrNoAttachment means that a file does not carry the attachment asked for.
var ErrNoAttachment = errors.New("the file does not carry it")

// Attachment returns the embedded file of that name (7.11.4), as imr's own letters carry their decision. The error of a file that cannot
// be opened is that of Read; one without the attachment gives ErrNoAttachment.
func Attachment(file string, data []byte, name string) (content []byte, err error) {
	defer func() { // nothing is known to panic; should something, it is this file's fault
		if recover() != nil {
			err = failed(file)
		}
	}()
	doc, err := open(file, data)
	if err != nil {
		return nil, err
	}
	names := doc.root.Key("Names").Key("EmbeddedFiles").Key("Names")
	for i := 0; i+1 < names.Len(); i += 2 {
		spec := names.Index(i + 1)
		stream := spec.Key("EF").Key("F")
		if spec.Key("UF").String() == name && stream.Kind == object.Stream {
			return stream.Data(), nil
		}
	}
	return nil, fmt.Errorf("%s in %s: %w", name, file, ErrNoAttachment)
}
