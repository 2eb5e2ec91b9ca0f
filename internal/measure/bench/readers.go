package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"

	"imr/internal/pdf"
)

// childMark is the first argument of a process that reads one file.
const childMark = "read-one-file"

// reader is a program under measurement: the command that reads one file.
type reader struct {
	name    string
	command func(path string) []string
}

// readersOf lists the readers that are at hand.
func readersOf(program, work string) ([]reader, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	readers := []reader{
		{"imr, reading", func(path string) []string { return []string{self, childMark, path} }},
		{"pdftotext -layout", func(path string) []string { return []string{"pdftotext", "-q", "-layout", path, os.DevNull} }},
		{"pdftotext -bbox-layout", func(path string) []string { return []string{"pdftotext", "-q", "-bbox-layout", path, os.DevNull} }},
		{"mutool draw -F stext", func(path string) []string {
			return []string{"mutool", "draw", "-q", "-F", "stext", "-o", os.DevNull, path}
		}},
	}
	if program == "" {
		return readers, nil
	}
	if program, err = filepath.Abs(program); err != nil {
		return nil, err
	}
	if _, err := exec.LookPath(program); err != nil {
		return nil, fmt.Errorf("the program given by -imr cannot be started: %w", err)
	}
	var runs atomic.Int32
	return append(readers, reader{"imr run", func(path string) []string {
		out := fmt.Sprint("out", runs.Add(1)) // each run into a folder of its own, as if it were the first
		return []string{program, "run", path, "-o", filepath.Join(work, out)}
	}}), nil
}

// runChild reads a file and prints its text to nowhere.
func runChild(path string) int {
	data, err := os.ReadFile(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	f, err := pdf.Read(path, data)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	w := bufio.NewWriter(io.Discard)
	for _, page := range f.Pages {
		for _, line := range page.Lines {
			fmt.Fprintln(w, line.Text())
		}
	}
	return 0
}
