// Exam measures the program on invented cases that are drawn, worded and judged apart from it.
//
//	go run ./internal/exam -seed 1 -n 300
//
// draws 300 cases, says their facts in the words of the styles in internal/exam/styles, runs the program on them, and prints how
// often each fact and each outcome was right. The same seed and number give the same cases.
//
//	-styles FILE   a style besides those of the program; adding a style is adding a file
//	-keep DIR      keep the cases and the results in this folder
//	-bin PATH      the program to measure; without it, ./cmd/imr is built
//	-list FILE     write the patterns of failures, most frequent first, with shortened examples
//	-shorten K     for how many patterns an example is shortened
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"imr/internal/exam/facts"
	"imr/internal/exam/grade"
	"imr/internal/exam/paper"
	"imr/internal/exam/styles"
)

type options struct {
	seed         uint64
	n, shorten   int
	styles, keep string
	bin, list    string
	workers      int
}

func main() {
	var o options
	flag.Uint64Var(&o.seed, "seed", 1, "the seed of the cases")
	flag.IntVar(&o.n, "n", 300, "how many cases")
	flag.StringVar(&o.styles, "styles", "", "a style's file besides those of the program")
	flag.StringVar(&o.keep, "keep", "", "keep the cases and the results in this folder")
	flag.StringVar(&o.bin, "bin", "", "the program to measure (default: ./cmd/imr is built)")
	flag.StringVar(&o.list, "list", "", "write the patterns of failures to this file")
	flag.IntVar(&o.shorten, "shorten", 10, "for how many patterns an example is shortened")
	flag.IntVar(&o.workers, "j", 0, "cases that the program reads at the same time (default: the cores)")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "exam:", err)
		os.Exit(1)
	}
}

func run(o options, out io.Writer) error {
	all, err := loadStyles(o.styles)
	if err != nil {
		return err
	}
	cases, err := compose(o, all)
	if err != nil {
		return err
	}
	folder, err := workFolder(o.keep)
	if err != nil {
		return err
	}
	err = measure(o, all, cases, folder, out)
	if o.keep == "" {
		err = errors.Join(err, os.RemoveAll(folder))
	}
	return err
}

// measure runs the program in a folder and reports on what it made of the cases.
func measure(o options, all []styles.Style, cases []grade.Graded, folder string, out io.Writer) error {
	r := &grade.Runner{Program: o.bin, Folder: folder, Workers: o.workers}
	if r.Program == "" {
		program, err := build(folder)
		if err != nil {
			return err
		}
		r.Program = program
	}
	if err := gradeAll(r, cases); err != nil {
		return err
	}
	return report(o, r, cases, all, out)
}

func loadStyles(extra string) ([]styles.Style, error) {
	all, err := styles.Load()
	if err != nil || extra == "" {
		return all, err
	}
	text, err := os.ReadFile(extra)
	if err != nil {
		return nil, fmt.Errorf("cannot read the style: %w", err)
	}
	s, err := styles.Parse(extra, string(text))
	return append(all, s), err
}

func compose(o options, all []styles.Style) ([]grade.Graded, error) {
	library, err := paper.NewLibrary(all)
	if err != nil {
		return nil, err
	}
	var out []grade.Graded
	for i := range o.n {
		c := facts.Draw(o.seed, i)
		papers, err := paper.Compose(c, library)
		if err != nil {
			return nil, err
		}
		out = append(out, grade.Graded{Case: c, Papers: papers})
	}
	return out, nil
}

func workFolder(keep string) (string, error) {
	if keep != "" {
		return keep, os.MkdirAll(keep, 0o755)
	}
	return os.MkdirTemp("", "imr-exam-")
}

func build(folder string) (string, error) {
	program := filepath.Join(folder, "imr")
	if said, err := exec.Command("go", "build", "-o", program, "./cmd/imr").CombinedOutput(); err != nil {
		return "", fmt.Errorf("cannot build the program; run this in the project's folder: %w\n%s", err, said)
	}
	return filepath.Abs(program)
}

func gradeAll(r *grade.Runner, cases []grade.Graded) error {
	var papers []paper.Composed
	for _, g := range cases {
		papers = append(papers, g.Papers)
	}
	decisions, err := r.Decide(papers, func(i int) string { return fmt.Sprintf("c%04d", i) })
	for i, d := range decisions {
		cases[i].Decision, cases[i].Result = d, grade.Compare(cases[i].Case.Want, d)
	}
	return err
}
