package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
)

// Kind makes the work of one kind of children. It runs before the child is sealed and before the input is at hand, so it may load
// files of the system; what it returns runs sealed. The parameters are those of Spec.Params.
type Kind func(params json.RawMessage) (Work, error)

// Work reads the input and writes lines to out, each a JSON value and a newline. Its error is told to the parent as a sentence.
type Work func(in []*os.File, out io.Writer) error

// marker is the variable of the environment by which a process knows that it is a child, and of which kind.
const marker = "IMR_SANDBOX_CHILD"

// order is what the parent tells a child on its standard input.
type order struct {
	Params  json.RawMessage
	Files   int
	Limits  Limits
	Program *Program
}

// Child returns at once in a process that Run did not start. In a child it seals the process, does the work of its kind and exits:
// nothing after it is reached. A program calls it before anything else in main, a test in TestMain.
func Child(kinds map[string]Kind) {
	name, ok := os.LookupEnv(marker)
	if !ok {
		return
	}
	out := os.Stdout
	os.Stdout = os.Stderr // what a library prints is no part of the output
	if err := serve(kinds[name], name, out); err != nil {
		report(out, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func serve(kind Kind, name string, out *os.File) error {
	before, err := held()
	if err != nil {
		return err
	}
	var o order
	if err := json.NewDecoder(os.Stdin).Decode(&o); err != nil {
		return fmt.Errorf("its order cannot be read: %w; %s is for children of this program, unset it", err, marker)
	}
	if kind == nil {
		return fmt.Errorf("this program has no kind %q of children", name)
	}
	if err := closeInherited(3 + o.Files); err != nil {
		return err
	}
	return sealed(kind, o, before, out)
}

// sealed does the work behind all walls. before is the memory that the process held at its start, in bytes.
func sealed(kind Kind, o order, before int64, out *os.File) error {
	work, err := kind(o.Params)
	if err != nil {
		return err
	}
	if work == nil {
		return errors.New("its kind made no work")
	}
	if err := limit(o.Limits, before, o.Files); err != nil {
		return err
	}
	if err := seal(o.Program); err != nil {
		return err
	}
	return work(inputs(o.Files), struct{ io.Writer }{out}) // a plain writer: that of a file would try system calls that are denied
}

// inputs are the files handed over, which a program that the child starts does not get. They have no names: a record's name is
// personal data.
func inputs(n int) []*os.File {
	files := make([]*os.File, n)
	for i := range files {
		syscall.CloseOnExec(3 + i)
		files[i] = os.NewFile(uintptr(3+i), fmt.Sprintf("input %d", i+1))
	}
	return files
}

// reportMark starts the line in which a child reports its error. No JSON value starts so.
const reportMark = '!'

// report writes an error as a line of its own. There is nobody to tell where even that fails.
func report(out io.Writer, err error) {
	said, _ := json.Marshal(sentence(err.Error())) // a string is always encoded
	fmt.Fprintf(out, "\n%c%s\n", reportMark, said)
}
