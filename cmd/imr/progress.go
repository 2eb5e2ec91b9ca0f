package main

import (
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// bar shows on a terminal how far a batch is. Elsewhere it is empty and shows nothing: there the lines of the cases tell it.
type bar struct{ onTerminal *progressbar.ProgressBar }

func progress(w io.Writer, n int) bar {
	f, ok := w.(*os.File)
	if !ok || n == 0 || !term.IsTerminal(int(f.Fd())) {
		return bar{}
	}
	return bar{progressbar.NewOptions(n, progressbar.OptionSetWriter(f), progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("cases"))}
}

// step moves the bar on. A bar that cannot be drawn is no reason to stop.
func (b bar) step() {
	if b.onTerminal != nil {
		_ = b.onTerminal.Add(1)
	}
}

// remove takes the bar away before a line is printed, so that the two do not mix.
func (b bar) remove() {
	if b.onTerminal != nil {
		_ = b.onTerminal.Clear()
	}
}
