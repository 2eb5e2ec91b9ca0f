// Package grade runs the program on composed cases, holds what comes out against what must come out, and shortens what fails.
package grade

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"imr"
	"imr/internal/exam/paper"
)

// Runner runs the program in a folder of its own.
type Runner struct {
	Program string // the path of imr
	Folder  string // where cases and results are written
	Workers int    // 0 leaves it to the program
	rounds  int
}

// Decide lets the program decide cases, each a list of papers, and returns the decisions in their order. A decision is nil where the
// program left none.
func (r *Runner) Decide(cases []paper.Composed, name func(int) string) ([]*imr.Decision, error) {
	r.rounds++
	inbox := filepath.Join(r.Folder, fmt.Sprintf("inbox-%d", r.rounds))
	out := filepath.Join(r.Folder, fmt.Sprintf("out-%d", r.rounds))
	for i, c := range cases {
		if err := write(filepath.Join(inbox, name(i)), c); err != nil {
			return nil, err
		}
	}
	if err := r.run(inbox, out); err != nil {
		return nil, err
	}
	return decisionsIn(out, len(cases), name)
}

func decisionsIn(out string, n int, name func(int) string) ([]*imr.Decision, error) {
	decisions := make([]*imr.Decision, n)
	for i := range n {
		d, err := read(filepath.Join(out, name(i), "decision.json"))
		if err != nil {
			return nil, err
		}
		decisions[i] = d
	}
	return decisions, nil
}

// Forget removes what the last round wrote.
func (r *Runner) Forget() error {
	for _, stem := range []string{"inbox", "out"} {
		if err := os.RemoveAll(filepath.Join(r.Folder, fmt.Sprintf("%s-%d", stem, r.rounds))); err != nil {
			return fmt.Errorf("cannot clear up after a round: %w", err)
		}
	}
	return nil
}

func write(folder string, c paper.Composed) error {
	files, err := c.Draw()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("cannot make the case's folder: %w", err)
	}
	for _, f := range append(files, paper.File{Name: ".done"}) {
		if err := os.WriteFile(filepath.Join(folder, f.Name), f.PDF, 0o644); err != nil {
			return fmt.Errorf("cannot write a paper: %w", err)
		}
	}
	return nil
}

// couldNotProcess is the program's exit code for a run in which some case could not be read.
const couldNotProcess = 3

func (r *Runner) run(inbox, out string) error {
	args := []string{"batch", inbox, "-o", out}
	if r.Workers > 0 {
		args = append(args, "-j", fmt.Sprint(r.Workers))
	}
	said, err := exec.Command(r.Program, args...).CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == couldNotProcess {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s batch failed: %w\n%s", r.Program, err, said[max(0, len(said)-2000):])
	}
	return nil
}

func read(path string) (*imr.Decision, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read a decision: %w", err)
	}
	var d imr.Decision
	if err := json.Unmarshal(text, &d); err != nil {
		return nil, fmt.Errorf("%s is no decision: %w", path, err)
	}
	return &d, nil
}
