package pdf

import "errors"

// The reasons for which a reader cannot read a file at all. The error that Read returns wraps one of them.
var (
	ErrEmpty      = errors.New("the file is empty")
	ErrNotPDF     = errors.New("the file is not a PDF")
	ErrPassword   = errors.New("the file is protected by a password")
	ErrEncryption = errors.New("the file is encrypted in a way that is not supported")
	ErrDamaged    = errors.New("the file is damaged")
)

// sentences say, behind a file's name, what is wrong with it and what to do.
var sentences = map[error]string{
	ErrEmpty:      " is empty; put the complete file in the folder",
	ErrNotPDF:     " is not a PDF, whatever its name says; save the document as a PDF and put that in the folder",
	ErrPassword:   " is protected by a password; save a copy without one and put it in the folder",
	ErrEncryption: " is encrypted in a way that is not supported; save a copy without encryption and put it in the folder",
	ErrDamaged:    " is damaged and cannot be read; print it to a new PDF and put that in the folder",
}

// Refuse returns the error for a file of that name: a sentence for the person who must act, which wraps reason, one of those above.
func Refuse(name string, reason error) error { return &FileError{name + sentences[reason], reason} }

// FileError is a sentence for the person who must act, and the reason for programs.
type FileError struct {
	Message string
	Reason  error
}

func (e *FileError) Error() string { return e.Message }

// Unwrap returns the reason.
func (e *FileError) Unwrap() error { return e.Reason }

// errPanicked marks the error of a file on which the reader itself failed, for the tests to find.
var errPanicked = errors.New("the reader failed")

// failed is the error of a file on which the reader itself failed: to the person who must act it is damaged.
func failed(name string) error {
	return &FileError{name + sentences[ErrDamaged], errors.Join(ErrDamaged, errPanicked)}
}
