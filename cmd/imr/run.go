package main

import (
	"errors"

	"imr/internal/casefile"
)

type runCommand struct {
	Cases []string `arg:"" name:"case" help:"A folder of PDFs, a PDF, or - for one PDF on standard input."`
	shared
}

// Run reads the cases named and writes their letters. What is wrong with the call is found before any case is begun.
func (c runCommand) Run(s *session) (err error) {
	jobs, err := c.jobs(s)
	if err != nil {
		return err
	}
	p, err := newProcessor(c.shared, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.store.Close()) }()
	print := newPrinter(s, c.JSON)
	if err := p.all(s.ctx, jobs, print.tell); err != nil {
		return err
	}
	if print.unprocessed > 0 {
		return &exitError{code: exitUnprocessed}
	}
	return nil
}

func (c runCommand) jobs(s *session) ([]job, error) {
	var jobs []job
	for _, path := range c.Cases {
		if path == "-" {
			jobs = append(jobs, job{"stdin", func() (casefile.Case, error) { return casefile.FromReader(s.stdin) }})
			continue
		}
		_, err := casefile.Load(path)
		var bad *casefile.TOMLError
		if errors.Is(err, casefile.ErrNotFound) || errors.As(err, &bad) {
			return nil, &exitError{exitMisused, err}
		}
		jobs = append(jobs, fileJob(path))
	}
	return jobs, nil
}
