package sandbox

import (
	"fmt"
	"strings"
	"unicode"
)

// Reason is the way in which a child failed.
type Reason string

// The ways in which a child fails.
const (
	TimedOut      Reason = "timed out"
	OutOfMemory   Reason = "out of memory"
	Crashed       Reason = "crashed"
	TooMuchOutput Reason = "too much output"
	Reported      Reason = "reported" // the child itself says why
)

// Failure is the error of a child that did not end well. Its text is safe to print: what a child says is cut and cleaned.
type Failure struct {
	Kind   string
	Reason Reason
	Detail string // the limit that was met, how the process ended, or the child's own sentence
	Stderr string // the start of what it wrote there, at most 8 KiB, for whoever looks into a crash; may hold words of the input
}

func (f *Failure) Error() string {
	switch f.Reason {
	case TimedOut:
		return fmt.Sprintf("the %s child took longer than %s and was ended; raise the limit if the file is sound", f.Kind, f.Detail)
	case OutOfMemory:
		return fmt.Sprintf("the %s child needed more memory than %s and was ended; raise the limit if the file is sound", f.Kind, f.Detail)
	case TooMuchOutput:
		return fmt.Sprintf("the %s child wrote more than %s and was ended; raise the limit if the file is sound", f.Kind, f.Detail)
	case Reported:
		return fmt.Sprintf("the %s child reports: %s", f.Kind, f.Detail)
	default:
		return fmt.Sprintf("the %s child crashed (%s); the file may be damaged or made to do harm", f.Kind, f.Detail)
	}
}

// sentence makes one short line of printable characters of what a child says, which is as hostile as its input.
func sentence(said string) string {
	printable := func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}
	said = strings.Join(strings.Fields(strings.Map(printable, said)), " ")
	if len(said) > 500 {
		said = strings.ToValidUTF8(said[:500], "") + " …"
	}
	return said
}

func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%d MiB", bytes>>20)
}
