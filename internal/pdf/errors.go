package pdf

import "errors"

// The reasons for which Read cannot read a file at all. The error it returns wraps one of them.
var (
	ErrEmpty    = errors.New("the file is empty")
	ErrNotPDF   = errors.New("the file is not a PDF")
	ErrPassword = errors.New("the file is protected by a password")
	ErrDamaged  = errors.New("the file is damaged")
)

// errPanicked marks the error of a file on which the reader itself failed, for the tests to find.
var errPanicked = errors.New("the reader failed")

// fileError is a sentence for the person who must act, and the reason for programs.
type fileError struct {
	message string
	reason  error
}

func (e *fileError) Error() string { return e.message }
func (e *fileError) Unwrap() error { return e.reason }

func emptyFile(name string) error {
	return &fileError{name + " is empty; put the complete file in the folder", ErrEmpty}
}

func notPDF(name string) error {
	return &fileError{name + " is not a PDF, whatever its name says; save the document as a PDF and put that in the folder", ErrNotPDF}
}

func needsPassword(name string) error {
	return &fileError{name + " is protected by a password; save a copy without one and put it in the folder", ErrPassword}
}

func unknownEncryption(name string) error {
	return &fileError{name + " is encrypted in a way that is not supported; save a copy without encryption and put it in the folder", ErrPassword}
}

func damaged(name string) error {
	return &fileError{name + " is damaged and cannot be read; print it to a new PDF and put that in the folder", ErrDamaged}
}

// failed is the error of a file on which the reader itself failed: to the person who must act it is damaged.
func failed(name string) error {
	return &fileError{damaged(name).Error(), errors.Join(ErrDamaged, errPanicked)}
}
