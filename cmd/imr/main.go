// Imr reads the medical records of a disputed acupuncture request in California workers' compensation and proposes the Independent
// Medical Review determination, with every sentence traced to its source.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"imr/internal/reading"
	"imr/internal/sandbox"
)

func main() {
	sandbox.Child(reading.Kinds()) // does not return in a child that reads files
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	told := context.AfterFunc(ctx, func() {
		stop() // from now on a signal ends the program at once
		fmt.Fprintln(os.Stderr, "imr: stopping when the cases under way are done; once more stops at once")
	})
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	told()
	os.Exit(code)
}

// The exit codes that other programs rely on. Where several hold, failed wins over misused, and misused over unprocessed.
const (
	exitOK          = 0
	exitFailed      = 1 // the program or its surroundings failed
	exitMisused     = 2 // wrong use
	exitUnprocessed = 3 // at least one case could not be processed
	exitDiffers     = 4 // verify only: the decision differs
)

// session is what a command works with.
type session struct {
	ctx    context.Context
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}
