// Command corpus measures how well PDF files of every kind are read. It reads each PDF below a folder with this project's reader, with
// pdftotext and with mutool, each in a process of its own with limits of time and memory, and prints how many files each reads, and
// how far the words agree. A file that ends or stops a reader is counted; it never ends the run.
//
//	go run ./internal/measure/corpus -dir FOLDER
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"imr/internal/pipeline"
)

const method = `Method: words are runs of letters and digits after NFKC and in lower case; so ligatures, hyphens and punctuation do not count. Each
letter of Chinese, Japanese, Korean and Thai is a word. Words are counted page by page, whatever their order.
A tool reads a file when it prints a word or ends without an error. A reader is wrong on a file where the two others agree with each
other (F1 .9 or more) and it with neither (F1 below .8). "best" takes for each file the tool that agrees better with imr.
Pages on which imr reports hidden text, also that of a scan's text layer, are set apart: the tools print what a person cannot see.
`

// limits of one reader on one file.
type limits struct {
	time   time.Duration
	memory int // MiB of data
}

func main() {
	if len(os.Args) == 5 && os.Args[1] == childMark {
		os.Exit(runChild(os.Args[2], os.Args[3], os.Args[4]))
	}
	dir := flag.String("dir", "", "folder with PDF files")
	worst := flag.Int("worst", 20, "how many of the files that agree least to list")
	workers := flag.Int("j", 2, "readers at the same time")
	seconds := flag.Int("seconds", 30, "limit of time for one reader on one file")
	memory := flag.Int("memory", 2048, "limit of memory for one reader on one file, MiB")
	table := flag.String("table", "", "file to write one row a PDF to")
	flag.Parse()
	program, err := os.Executable()
	r := run{program: program, limits: limits{time.Duration(*seconds) * time.Second, *memory}, workers: *workers, worst: *worst}
	if err := errors.Join(err, r.all(*dir, *table)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run reads all files of a folder and adds up what came of it.
type run struct {
	program string // this one
	limits  limits
	workers int
	worst   int
}

func (r run) all(dir, table string) error {
	paths, err := pdfsBelow(dir)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fmt.Errorf("there is no PDF below %q; give a folder with -dir", dir)
	}
	report := &report{}
	work := func(ctx context.Context, path string) fileResult { return r.one(ctx, dir, path) }
	failed := func(path string, err error) fileResult { return fileResult{path: path, notes: []string{err.Error()}} }
	limit := 5 * r.limits.time // the readers have limits of their own; this one is for the comparison
	err = pipeline.Run(context.Background(), r.workers, limit, paths, work, failed, func(_ int, f fileResult) { report.add(f) })
	if err != nil {
		return err
	}
	fmt.Printf("%d files; limits %s and %d MiB for one reader on one file\n%s\n", len(paths), r.limits.time, r.limits.memory, method)
	report.print(os.Stdout, r.worst)
	return report.writeTable(table)
}

// pdfsBelow lists the PDFs below a folder. Links to folders in it are followed, so that collections can lie elsewhere.
func pdfsBelow(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("the folder of PDFs cannot be listed: %w", err)
	}
	var paths []string
	for _, e := range entries {
		root := filepath.Join(dir, e.Name())
		if info, err := os.Stat(root); err == nil && info.IsDir() {
			root += "/." // the folder itself, where the entry is a link to it
		}
		err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && strings.EqualFold(filepath.Ext(path), ".pdf") {
				paths = append(paths, filepath.Clean(path))
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("the folder of PDFs cannot be listed: %w", err)
		}
	}
	slices.Sort(paths)
	return paths, nil
}
