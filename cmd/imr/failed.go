package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"imr"
	"imr/classify"
	"imr/decide"
	"imr/extract"
	"imr/internal/casefile"
	"imr/internal/pipeline"
)

// notProcessed is the decision on a case that could not be processed: none of its files is read, each with the reason.
func notProcessed(in casefile.Case, why string, cfg imr.LetterConfig) imr.Decision {
	files := slices.Clone(in.Files)
	for i := range files {
		if files[i].Unread == "" {
			files[i].Unread = why
		}
	}
	record := extract.Read(context.Background(), in.ID, sources(files), func(context.Context, []extract.Source) []imr.RecordFile { return nil })
	return decide.Unreadable(classify.Case(record, extract.Mentions(record), classify.Known(in.Known)), cfg)
}

// givenUp is a case that took too long or that the program itself failed on. The words of the decision tell nothing of the moment, so
// that the same failure writes the same bytes.
func (p *processor) givenUp(in casefile.Case, err error) done {
	why := "the case took too long and was given up"
	if errors.Is(err, pipeline.ErrPanic) {
		why = "the program failed on this case"
	}
	d := done{id: in.ID, in: in, err: fmt.Errorf("%s: %w", in.Path, err)}
	d.decision = notProcessed(in, why, p.set.letter)
	return d.withFiles()
}

// givenUpJob reads the case once more; what the program failed on may have been the reading itself.
func (p *processor) givenUpJob(j job, err error) done {
	in, ok := reload(j)
	if !ok {
		return done{id: j.path, err: fmt.Errorf("%s: %w", j.path, err)}
	}
	return p.givenUp(in, err)
}

func reload(j job) (in casefile.Case, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	in, err := j.load()
	return in, err == nil
}

// stopped reports whether a run ended because it was told to.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }
