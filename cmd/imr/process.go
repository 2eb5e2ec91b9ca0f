package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"time"

	"imr"
	"imr/extract"
	"imr/internal/casefile"
	"imr/internal/law"
	"imr/internal/output"
	"imr/internal/pipeline"
	"imr/internal/reading"
)

// caseLimit is how long one case may take before it is given up.
const caseLimit = 5 * time.Minute

// job is one case to do: where it lies.
type job struct {
	path string
	load func() (casefile.Case, error)
}

func fileJob(path string) job {
	return job{path, func() (casefile.Case, error) { return casefile.Load(path) }}
}

// done is a case that was worked on. One that could not be processed has an error, and also a decision that tells the reason, unless
// not even its files could be read.
type done struct {
	job      job
	id, hash string
	decision imr.Decision
	files    map[string][]byte
	already  string // folder of an earlier result of the same content
	place    output.Place
	written  bool
	err      error

	unpublished error // why there is no public copy
}

// unprocessed reports whether the case could not be processed, in this run or in the one that it was done in.
func (d done) unprocessed() bool { return d.err != nil || d.decision.Status == imr.Unreadable }

// processor does cases and writes their results.
type processor struct {
	book  *law.Book
	read  extract.Reader
	store *output.Store
	set   settings
	again bool // do a content again that was done before
}

func newProcessor(ctx context.Context, f shared, again bool) (*processor, error) {
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
	return &processor{book, reads(reading.New(ctx, reading.Options{Recognizers: set.recognizers})), store, set, again}, nil
}

// close gives the output folder free. Its lock ends with the program in any case, so a failure to close it harms nothing.
func (p *processor) close() { _ = p.store.Close() }

// all does the jobs side by side and hands each result on, in the order of the jobs, after it is written. A result that cannot be
// written ends the run: there is no use in work that cannot be kept.
func (p *processor) all(ctx context.Context, jobs []job, each func(done)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var broken error
	work := p.one
	err := pipeline.Run(ctx, p.set.workers, caseLimit, jobs, work, p.givenUp, func(_ int, d done) {
		if errors.Is(d.err, context.Canceled) {
			return // stopped under way: the next run does it
		}
		if broken == nil {
			d, broken = p.keep(d)
		}
		if broken != nil {
			stop()
			return
		}
		each(d)
	})
	if broken != nil {
		return broken
	}
	return err
}

func (p *processor) one(ctx context.Context, j job) done {
	d := done{job: j, id: j.path}
	in, err := j.load()
	var mistake *casefile.TOMLError
	if err != nil && !errors.As(err, &mistake) {
		d.err = err
		return d
	}
	d.id, d.hash = in.ID, in.Hash
	if p.isDone(&d) {
		return d
	}
	d.err = err
	if mistake != nil {
		d.decision = notProcessed(in, "it was not read, because case.toml has a mistake", p.set.letter)
	} else {
		d.decision = decideCase(ctx, in, p.read, p.book, p.set.letter)
	}
	if err := ctx.Err(); err != nil { // what was read when the run was stopped is not whole
		return done{job: j, id: d.id, hash: d.hash, err: err}
	}
	return d.withFiles()
}

func (d done) withFiles() done {
	files, err := resultFiles(d.decision)
	d.files = files
	d.err = errors.Join(d.err, err)
	if err == nil && d.decision.Status != imr.Unreadable {
		var public map[string][]byte
		public, d.unpublished = publicFiles(d.decision)
		maps.Copy(d.files, public)
	}
	return d
}

// isDone looks for an earlier result of the same content. The work is done side by side, so it is asked again before a result is
// written: the content may lie in the inbox under two names.
func (p *processor) isDone(d *done) bool {
	dir, ok := p.store.Done(d.hash)
	if !ok || p.again {
		return false
	}
	*d = done{job: d.job, id: d.id, hash: d.hash, already: dir}
	d.decision.Status = statusIn(dir)
	return true
}

// keep puts a result into its place. The second value is a failure of the surroundings.
func (p *processor) keep(d done) (done, error) {
	if d.already != "" || d.files == nil || p.isDone(&d) {
		return d, nil
	}
	place, err := p.store.Place(d.id, d.hash)
	if errors.Is(err, output.ErrAdopted) {
		d.place, d.err = place, fmt.Errorf("%s: %w", place.Dir, err)
		return d, nil
	}
	if err == nil {
		err = p.store.Write(place, d.hash, d.files)
	}
	if err == nil && !passing(d.err) {
		err = p.store.Remember(place, d.hash)
	}
	d.place, d.files, d.written = place, nil, err == nil
	return d, err
}
