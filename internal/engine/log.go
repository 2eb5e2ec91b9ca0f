package engine

import (
	"errors"
	"syscall"

	"imr/internal/casefile"
	"imr/internal/output"
	"imr/internal/pipeline"
)

// kindOf is an error in words that name no file: a log is read by more people than the records are.
func kindOf(err error) string {
	var mistake *casefile.TOMLError
	var system syscall.Errno
	switch {
	case err == nil:
		return ""
	case errors.As(err, &mistake):
		return "case.toml has a mistake"
	case errors.As(err, &system):
		return system.Error()
	}
	for _, known := range []error{pipeline.ErrPanic, pipeline.ErrTooLong, output.ErrAdopted, errGone} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "another failure; see the messages"
}
