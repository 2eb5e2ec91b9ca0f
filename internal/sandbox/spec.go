package sandbox

import (
	"os"
	"time"
)

// Spec says what a child is to do and what it may use.
type Spec struct {
	Kind    string     // the name under which Child knows it
	Params  any        // handed to the Kind as JSON, by a pipe that other users cannot read
	Files   []*os.File // open for reading; a child shares their offsets with the parent
	Limits  Limits
	Program *Program // the one program that the child may start, nil for none
}

// Limits bound what one child may use. A field that is zero has the value named beside it.
type Limits struct {
	Memory int64         // bytes that a process may hold besides what it starts with; 512 MiB
	Wall   time.Duration // from start to end; one minute
	CPU    time.Duration // processor time of a process, rounded up to seconds; twice the wall time
	Output int64         // bytes on the child's output, all lines together; 64 MiB
	Line   int           // bytes of one line, which the parent holds in memory; 4 MiB
}

// Program is a program that a child may start, once or several times.
type Program struct {
	Path    string   // absolute; an ELF file, no script
	Folders []string // absolute; what it may read besides the system's libraries, such as the data of its languages
}

func (l Limits) filled() Limits {
	l.Memory = orElse(l.Memory, 512<<20)
	l.Wall = orElse(l.Wall, time.Minute)
	l.CPU = orElse(l.CPU, 2*l.Wall)
	l.Output = orElse(l.Output, 64<<20)
	l.Line = orElse(l.Line, 4<<20)
	return l
}

func orElse[T int | int64 | time.Duration](value, otherwise T) T {
	if value <= 0 {
		return otherwise
	}
	return value
}
