// Command bench measures how fast PDF files are read: by this project's reader, by pdftotext and by mutool, on the same files in the same
// run, one after the other in each round so that a busy machine slows all of them. With -imr it times the whole program as well.
//
//	go run ./internal/measure/bench [-imr PROGRAM] [-dir FOLDER]
//
// The files are made from the twins below samples and testdata, so it runs in the repository's root; qpdf packs them as real files are packed.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
)

const method = `Method: every reader is a process of its own, its start included, and prints the text to nowhere. A round runs all readers once, in turn.
pages/s is the median over the rounds by the clock, pages/cpu-s by the processor time that the process used: on a machine that others
use too, the latter is the steadier. MB is the peak resident memory of one process. "one core" runs one process bound to one processor,
"all cores" as many processes at once as there are processors, each on the same file.
`

func main() {
	if len(os.Args) == 3 && os.Args[1] == childMark {
		os.Exit(runChild(os.Args[2]))
	}
	if len(os.Args) == 3 && os.Args[1] == makeMark {
		exitWith(makeFiles(os.Args[2]))
	}
	program := flag.String("imr", "", "the program imr, to time imr run as well")
	dir := flag.String("dir", "", "folder of PDFs to read one after the other, besides the files that are made")
	rounds := flag.Int("rounds", 5, "how often each reader reads each file")
	flag.Parse()
	exitWith(run(*program, *dir, *rounds))
}

func exitWith(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func run(program, dir string, rounds int) error {
	work, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(work) }() // the system clears its temporary files in any case
	files, err := filesOf(work, dir)
	if err != nil {
		return err
	}
	readers, err := readersOf(program, work)
	if err != nil {
		return err
	}
	fmt.Printf("%d processors, %s, %d rounds\n%s\n", runtime.NumCPU(), runtime.Version(), rounds, method)
	fmt.Printf("%-26s %6s  %-24s %9s %12s %9s %12s %6s\n", "", "", "", "one core", "", "all cores", "", "")
	fmt.Printf("%-26s %6s  %-24s %9s %12s %9s %12s %6s\n", "file", "pages", "reader", "pages/s", "pages/cpu-s", "pages/s", "pages/cpu-s", "MB")
	for _, f := range files {
		if err := measure(f, readers, rounds); err != nil {
			return err
		}
	}
	return nil
}
