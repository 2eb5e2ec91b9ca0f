package reading

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"imr/internal/pdf"
	"imr/internal/sandbox"
)

// ownReader is the kind of children that read with package pdf.
const ownReader = "reader"

// Kinds are the kinds of children that this package starts. A program that reads calls sandbox.Child with them before all else.
func Kinds() map[string]sandbox.Kind {
	return map[string]sandbox.Kind{ownReader: readFiles, secondReader: second, recognizer: recognize}
}

// readFiles makes the work of a child that reads files. The parameters are their names, for messages.
func readFiles(params json.RawMessage) (sandbox.Work, error) {
	var names []string
	if err := json.Unmarshal(params, &names); err != nil {
		return nil, fmt.Errorf("the names of the files: %w", err)
	}
	return func(in []*os.File, out io.Writer) error {
		for i, f := range in {
			data, err := contents(f)
			if err != nil {
				return fmt.Errorf("file %d could not be read: %w", i+1, err)
			}
			lines := linesTo(out, i)
			read, err := pdf.Each(names[i], data, lines.page)
			if err := lines.end(read, err); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// contents reads a file into memory of its size.
func contents(f *os.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(int(info.Size()) + bytes.MinRead)
	_, err = b.ReadFrom(f)
	return b.Bytes(), err
}

// The kinds of failure that another reader may or may not mend.
const (
	failDamaged = "damaged"
	failFinal   = "final" // empty, not a PDF, or with a password: no reader can mend that
)

func kindOf(err error) string {
	if errors.Is(err, pdf.ErrDamaged) {
		return failDamaged
	}
	return failFinal
}
