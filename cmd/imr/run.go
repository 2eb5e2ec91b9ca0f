package main

import (
	"errors"
	"io"
	"sync"

	"imr/internal/casefile"
	"imr/internal/inbox"
)

type runCommand struct {
	Cases []string `arg:"" name:"case" help:"A folder of PDFs, a PDF, or - for one PDF on standard input."`
	shared
}

// Run reads the cases named and writes their letters. What is wrong with the call is found before any case is begun.
func (c runCommand) Run(s *session) error {
	jobs, err := c.jobs(s.stdin)
	if err != nil {
		return err
	}
	p, err := newProcessor(s.ctx, c.shared)
	if err != nil {
		return err
	}
	defer p.close()
	print := newPrinter(s, c.JSON)
	if err := p.all(s.ctx, jobs, print.tell); err != nil {
		return err
	}
	return print.verdict()
}

func (c runCommand) jobs(stdin io.Reader) ([]job, error) {
	var jobs []job
	streams := 0
	for _, path := range c.Cases {
		if path != "-" {
			if err := c.check(path); err != nil {
				return nil, err
			}
			jobs = append(jobs, fileJob(path))
			continue
		}
		if streams++; streams > 1 {
			return nil, misuse("standard input (-) holds one PDF and can be named once only")
		}
		jobs = append(jobs, streamJob(stdin))
	}
	return jobs, nil
}

// streamJob reads standard input when the job is first loaded, and only then.
func streamJob(stdin io.Reader) job {
	return job{"stdin", sync.OnceValues(func() (casefile.Case, error) { return casefile.FromReader(stdin) })}
}

// check finds what is wrong with the naming of a case. Results inside its folder would be read as records of the case the next time.
func (c runCommand) check(path string) error {
	err := casefile.Check(path)
	var mistake *casefile.TOMLError
	if errors.Is(err, casefile.ErrNotFound) || errors.As(err, &mistake) {
		return &exitError{exitMisused, err}
	}
	if err != nil {
		return nil //nolint:nilerr // what else is wrong fails this case only
	}
	if inside, err := inbox.Within(path, c.Out); err == nil && inside {
		return misuse("the output folder %s lies in the case %s, whose records it would be taken for; choose one outside of it with -o", c.Out, path)
	}
	return nil
}
