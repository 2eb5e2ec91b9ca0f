package main

import (
	"context"
	"errors"
	"fmt"

	"imr"
	"imr/internal/casefile"
	"imr/internal/law"
	"imr/internal/output"
	"imr/internal/pipeline"
)

// job is one case to do: where it lies.
type job struct {
	path string
	load func() (casefile.Case, error)
}

// done is a case that was worked on: decided, or not, and why.
type done struct {
	job      job
	id, hash string
	decision imr.Decision
	files    map[string][]byte
	already  string // folder of an earlier result of the same content
	err      error
	place    output.Place
}

func fileJob(path string) job {
	return job{path, func() (casefile.Case, error) { return casefile.Load(path) }}
}

// processor does cases and writes their results.
type processor struct {
	book  *law.Book
	store *output.Store
	set   settings
	again bool // do a content again that was done before
}

func newProcessor(f shared, again bool) (*processor, error) {
	set, err := f.settings()
	if err != nil {
		return nil, err
	}
	book, err := law.Load()
	if err != nil {
		return nil, err
	}
	store, err := output.Open(f.Out)
	if err != nil {
		return nil, err
	}
	return &processor{book, store, set, again}, nil
}

// all does the jobs side by side and hands each result on, in the order of the jobs, after it is written.
func (p *processor) all(ctx context.Context, jobs []job, each func(done)) error {
	work := func(_ context.Context, j job) done { return p.one(j) }
	failed := func(j job, err error) done { return done{job: j, id: j.path, err: err} }
	var broken error
	err := pipeline.Run(ctx, p.set.workers, caseLimit, jobs, work, failed, func(_ int, d done) {
		if d.err == nil && d.already == "" && broken == nil {
			d, broken = p.write(d)
		}
		if broken == nil {
			each(d)
		}
	})
	return errors.Join(broken, err)
}

func (p *processor) one(j job) done {
	d := done{job: j, id: j.path}
	in, err := j.load()
	if err != nil {
		d.err = err
		return d
	}
	d.id, d.hash = in.ID, in.Hash
	if dir, ok := p.store.Done(in.Hash); ok && !p.again {
		d.already = dir
		return d
	}
	d.decision = decideCase(in, p.book, p.set.letter)
	d.files, d.err = resultFiles(d.decision)
	return d
}

// write puts a result into its place. The second value is a failure of the surroundings, which ends the run.
func (p *processor) write(d done) (done, error) {
	place, err := p.store.Place(d.id, d.hash)
	if errors.Is(err, output.ErrAdopted) {
		d.err = fmt.Errorf("%s: %w", d.id, err)
		return d, nil
	}
	if err != nil {
		return d, err
	}
	d.place = place
	err = p.store.Write(place, d.id, d.hash, d.files)
	d.files = nil
	return d, err
}
