package pdf

import (
	"bytes"
	"errors"

	"github.com/ledongthuc/pdf"
)

// document is an open file: the object library's reader over a repaired copy.
type document struct {
	reader *pdf.Reader
	root   pdf.Value
	fonts  map[string]*font // by the font dictionary's printed form, which names its parts by reference
}

// open repairs and opens a file. name only serves error messages.
func open(name string, data []byte) (*document, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, emptyFile(name)
	}
	fixed, encryption, err := repair(data)
	if errors.Is(err, errNoHeader) {
		return nil, notPDF(name)
	}
	if err != nil {
		return nil, damaged(name)
	}
	reader, err := pdf.NewReader(bytes.NewReader(fixed), int64(len(fixed)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, needsPassword(name)
	case err != nil && encryption.kind != endToken:
		return nil, unknownEncryption(name)
	case err != nil:
		return nil, damaged(name)
	}
	doc := &document{reader: reader, fonts: map[string]*font{}}
	doc.root = key(reader.Trailer(), "Root")
	return doc, nil
}

// key returns an entry of a dictionary, or null where its object is damaged: the library panics there.
func key(v pdf.Value, name string) (out pdf.Value) {
	defer func() {
		if recover() != nil {
			out = pdf.Value{}
		}
	}()
	return v.Key(name)
}

// index returns an element of an array, or null where its object is damaged.
func index(v pdf.Value, i int) (out pdf.Value) {
	defer func() {
		if recover() != nil {
			out = pdf.Value{}
		}
	}()
	return v.Index(i)
}

// contents returns a stream's data as far as they can be unpacked.
func contents(v pdf.Value) (data []byte) {
	if v.Kind() != pdf.Stream {
		return nil
	}
	defer func() { _ = recover() }() // the library panics at filters and damage; what was read so far is returned
	return readLimited(v.Reader())
}

// number returns a numeric array's element; 0 where it is none.
func number(v pdf.Value, i int) float64 { return index(v, i).Float64() }
