package main

import (
	"context"
	"errors"
	"maps"
	"time"

	"imr"
	"imr/extract"
	"imr/internal/casefile"
	"imr/internal/engine"
	"imr/internal/law"
	"imr/internal/ledger"
	"imr/internal/output"
	"imr/internal/pipeline"
	"imr/internal/reading"
)

// caseLimit is how long one case may take before it is given up, where the configuration says nothing.
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
	id       string
	in       casefile.Case
	decision imr.Decision
	files    map[string][]byte
	place    place
	already  bool // its content was done before; place is where
	written  bool
	purged   bool // done before, and its result was removed since
	dead     bool // given up before, and not to be tried again by itself
	err      error

	unpublished error // why there is no public copy
}

// place is where a case's result lies.
type place struct {
	dir     string
	name    string // of the folder
	earlier string // name of the result before it with the same id and other content, or ""
}

// unprocessed reports whether the case could not be processed, in this run or in the one that it was done in.
func (d done) unprocessed() bool {
	return d.err != nil || d.dead || d.decision.Status == imr.Unreadable
}

// processor does cases and writes their results.
type processor struct {
	book   *law.Book
	read   extract.Reader
	keeper engine.Keeper
	set    settings
}

func newProcessor(ctx context.Context, f shared) (*processor, error) {
	set, err := f.settings()
	if err != nil {
		return nil, err
	}
	book, err := law.Load()
	if err != nil {
		return nil, err
	}
	k, err := openKeeper(ctx, f.Out, set)
	if err != nil {
		return nil, err
	}
	return &processor{book, reads(reading.New(ctx, reading.Options{Recognizers: set.recognizers})), k, set}, nil
}

// close gives the output folder free. Its lock ends with the program in any case, so a failure to close it harms nothing.
func (p *processor) close() { closeKeeper(p.keeper) }

// all does the jobs side by side and hands each result on, in the order of the jobs, after it is written. A result that cannot be
// written ends the run: there is no use in work that cannot be kept.
func (p *processor) all(ctx context.Context, jobs []job, each func(done)) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var broken error
	err := pipeline.Run(ctx, p.set.workers, p.set.limit, jobs, p.one, p.givenUpJob, func(_ int, d done) {
		if errors.Is(d.err, context.Canceled) {
			return // stopped under way
		}
		if broken == nil {
			d, broken = p.keep(context.WithoutCancel(ctx), d)
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
	in, err := j.load()
	var mistake *casefile.TOMLError
	if err != nil && !errors.As(err, &mistake) {
		return done{id: j.path, err: err}
	}
	return p.decide(ctx, in, err)
}

// decide works on a case whose files are found. A case.toml with a mistake fails it.
func (p *processor) decide(ctx context.Context, in casefile.Case, mistake error) done {
	d := done{id: in.ID, in: in, err: mistake}
	if mistake != nil {
		d.decision = notProcessed(in, "it was not read, because case.toml has a mistake", p.set.letter)
	} else {
		d.decision = decideCase(ctx, in, p.read, p.book, p.set.letter)
	}
	if err := ctx.Err(); err != nil { // what was read when the run was stopped is not whole
		return done{id: in.ID, in: in, err: err}
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

// keep puts a result into its place. The second value is a failure of the surroundings.
func (p *processor) keep(ctx context.Context, d done) (done, error) {
	if d.files == nil {
		return d, nil
	}
	now := time.Now()
	c := ledger.Case{ID: d.id, Base: output.Name(d.id), Content: d.in.Hash, Due: engine.Due(d.in.Known.Admin, now), Again: true}
	t, fresh, err := p.keeper.Ledger.Claim(ctx, c, p.keeper.Folder, now)
	if err != nil {
		return d, err
	}
	d.place = place{p.keeper.Folder.Dir(t.Folder), t.Folder, t.Earlier}
	if !fresh {
		d.err = &engine.AdoptedError{Dir: d.place.dir}
		return d, nil
	}
	_, err = p.keeper.Keep(ctx, t, d.outcome(), now)
	d.files, d.written = nil, err == nil
	if errors.Is(err, output.ErrAdopted) {
		d.err, err = err, nil
	}
	return d, err
}

func (d done) outcome() engine.Outcome {
	return engine.Outcome{Decision: d.decision, Files: d.files, Err: d.err, Note: d.unpublished}
}
