package conform

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// File is a PDF taken apart.
type File struct {
	raw     []byte
	trailer dict
	objects map[ref]any
	badHex  bool
}

// stream is a dictionary with bytes as they stand in the file.
type stream struct {
	dict dict
	raw  []byte
}

var (
	lastTable = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF`)
	tableHead = regexp.MustCompile(`^xref\n0 (\d+)\n`)
)

// Read takes a file with one classic cross-reference table apart. An error means that it cannot be read as such.
func Read(pdf []byte) (*File, error) {
	at := lastTable.FindSubmatch(pdf)
	if at == nil {
		return nil, errors.New("the file has no cross-reference table at its end")
	}
	start, err := strconv.Atoi(string(at[1]))
	if err != nil || start >= len(pdf) {
		return nil, errSyntax
	}
	head := tableHead.FindSubmatch(pdf[start:])
	if head == nil {
		return nil, errSyntax
	}
	count, _ := strconv.Atoi(string(head[1]))
	f := &File{raw: pdf, objects: map[ref]any{}}
	const entry = 20 // bytes
	entries := pdf[start+len(head[0]):]
	if len(entries) < count*entry {
		return nil, errSyntax
	}
	for n := 1; n < count; n++ {
		offset, err := strconv.Atoi(string(entries[n*entry : n*entry+10]))
		if err != nil {
			return nil, errSyntax
		}
		if err := f.object(ref(n), offset); err != nil {
			return nil, err
		}
	}
	return f, f.readTrailer(entries[count*entry:])
}

func (f *File) readTrailer(b []byte) error {
	l := &lexer{b: b}
	if word, err := l.next(); err != nil || word != op("trailer") {
		return errSyntax
	}
	v, err := l.next()
	if err != nil {
		return err
	}
	f.trailer, _ = v.(dict)
	f.badHex = f.badHex || l.badHex
	return nil
}

// object reads one object at its place.
func (f *File) object(n ref, offset int) error {
	begin := fmt.Sprintf("%d 0 obj\n", n)
	if offset >= len(f.raw) || !bytes.HasPrefix(f.raw[offset:], []byte(begin)) {
		return fmt.Errorf("object %d does not stand where the cross-reference table says", n)
	}
	l := &lexer{b: f.raw, at: offset + len(begin)}
	v, err := l.next()
	if err != nil {
		return err
	}
	if d, ok := v.(dict); ok {
		if v, err = f.streamAfter(d, l); err != nil {
			return fmt.Errorf("object %d: %w", n, err)
		}
	}
	f.badHex = f.badHex || l.badHex
	if !bytes.HasPrefix(f.raw[l.at:], []byte("\nendobj\n")) {
		return fmt.Errorf("object %d does not end in endobj on a line of its own", n)
	}
	f.objects[n] = v
	return nil
}

// streamAfter reads the bytes that follow a stream's dictionary; any other dictionary is returned as it is.
func (f *File) streamAfter(d dict, l *lexer) (any, error) {
	if !bytes.HasPrefix(f.raw[l.at:], []byte("\nstream\n")) {
		return d, nil
	}
	start := l.at + len("\nstream\n")
	n, _ := d["Length"].(float64)
	l.at = start + int(n)
	if l.at > len(f.raw) || !bytes.HasPrefix(f.raw[l.at:], []byte("\nendstream")) {
		return nil, errors.New("the stream is not as long as it says")
	}
	s := &stream{d, f.raw[start:l.at]}
	l.at += len("\nendstream")
	return s, nil
}

// data is a stream's content without its compression.
func (s *stream) data() ([]byte, error) {
	if s.dict["Filter"] == nil {
		return s.raw, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(s.raw))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
