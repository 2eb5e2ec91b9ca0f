package pdf

import (
	"bytes"
	"errors"

	"imr/internal/pdf/font"
	"imr/internal/pdf/object"
)

// document is an open file with the fonts met so far.
type document struct {
	file  *object.File
	root  object.Value
	fonts map[object.ID]*font.Font
	names *font.Names
}

// open opens a file. name only serves error messages.
func open(name string, data []byte) (*document, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, Refuse(name, ErrEmpty)
	}
	file, err := object.Open(data)
	switch {
	case errors.Is(err, object.ErrNotPDF):
		return nil, Refuse(name, ErrNotPDF)
	case errors.Is(err, object.ErrPassword):
		return nil, Refuse(name, ErrPassword)
	case errors.Is(err, object.ErrEncryption):
		return nil, Refuse(name, ErrEncryption)
	case err != nil:
		return nil, Refuse(name, ErrDamaged)
	}
	return &document{file: file, root: file.Root(), fonts: map[object.ID]*font.Font{}, names: font.NewNames()}, nil
}

// font returns the font of a dictionary, reading it once.
func (d *document) font(dict object.Value) *font.Font {
	id := dict.ID()
	f, ok := d.fonts[id]
	if !ok {
		f = font.Read(dict, d.names)
		d.fonts[id] = f
	}
	return f
}
