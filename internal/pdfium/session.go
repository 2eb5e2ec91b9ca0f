package pdfium

import (
	"bytes"
	"errors"

	library "github.com/klippa-app/go-pdfium"
	reasons "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"imr/internal/pdf"
)

const (
	maxFile      = 256 << 20
	headerWithin = 4096   // bytes from the file's start, in which its header must begin
	maxHandles   = 50_000 // the library notes every object it has named until the instance ends
)

// session is one open file. After the first call that fails, err is set and no further call is made: an instance that has
// failed once cannot be trusted.
type session struct {
	lib     library.Pdfium
	doc     references.FPDF_DOCUMENT
	form    references.FPDF_FORMHANDLE // "" until a page has form fields
	pages   int
	handles int
	err     error
	memory  *memory
}

// sound reports whether what the library has said can be relied on. Where it had too little memory it leaves things out in silence.
func (s *session) sound() bool { return s.err == nil && !s.memory.refused }

// ask makes one call to the library and returns its answer, or an empty one when this or an earlier call failed.
func ask[Q, A any](s *session, call func(*Q) (*A, error), question Q) *A {
	if s.err == nil {
		answer, err := call(&question)
		if err == nil {
			return answer
		}
		s.err = err
	}
	return new(A)
}

// try is like ask for a call that may be refused, as for the colour of a pattern. ok is false then.
func try[Q, A any](s *session, call func(*Q) (*A, error), question Q) (answer *A, ok bool) {
	if s.err == nil {
		if answer, err := call(&question); err == nil {
			return answer, true
		}
	}
	return new(A), false
}

// inFile opens a file and runs f with it. name only serves error messages.
func (e *Engine) inFile(name string, data []byte, f func(*session) error) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return pdf.Refuse(name, pdf.ErrEmpty)
	}
	if len(data) > maxFile {
		return tooLarge(name)
	}
	start := bytes.Index(data[:min(len(data), headerWithin)], []byte("%PDF-"))
	if start < 0 {
		return pdf.Refuse(name, pdf.ErrNotPDF)
	}
	data = data[start:]
	return e.inInstance(func(lib library.Pdfium) error {
		s := &session{lib: lib, memory: &e.memory}
		s.doc = ask(s, lib.OpenDocument, requests.OpenDocument{File: &data}).Document
		s.pages = ask(s, lib.FPDF_GetPageCount, requests.FPDF_GetPageCount{Document: s.doc}).PageCount
		if s.err == nil && s.pages == 0 {
			s.err = pdf.ErrDamaged
		}
		if s.err != nil {
			return e.blame(refused(name, s.err))
		}
		return f(s)
	})
}

// refused returns the error for a file that the library does not open.
func refused(name string, err error) error {
	switch {
	case errors.Is(err, reasons.ErrPassword):
		return pdf.Refuse(name, pdf.ErrPassword)
	case errors.Is(err, reasons.ErrSecurity):
		return pdf.Refuse(name, pdf.ErrEncryption)
	}
	return pdf.Refuse(name, pdf.ErrDamaged)
}
