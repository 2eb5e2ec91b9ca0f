package main

import (
	"context"
	"errors"
	"os"
	"time"

	"imr/internal/inbox"
)

type batchCommand struct {
	Inbox   string `arg:"" help:"Folder that holds the cases."`
	Again   bool   `help:"Do cases again that were done before."`
	Archive string `placeholder:"DIR" help:"Move finished cases to DIR/done, and those that could not be processed to DIR/failed."`
	shared
}

// Run does every complete case of the inbox once, and ends with a report also where it is stopped or fails.
func (c batchCommand) Run(s *session) error {
	b, err := openInbox(c, s)
	if err != nil {
		return err
	}
	defer b.p.close()
	sight, err := b.settled()
	if err != nil {
		return err
	}
	b.bar = progress(s.stderr, len(sight.Complete))
	err = b.do(sight.Complete)
	b.bar.remove()
	for _, e := range sight.Waiting {
		b.print.warn("%s still changes, or is still being written, and is left for the next run", e.Path)
	}
	for _, sentence := range sight.Strange {
		b.print.warn("%s", sentence)
	}
	b.print.report()
	if err != nil {
		return err
	}
	return b.print.verdict()
}

// inboxRun is a run over an inbox, once or for ever.
type inboxRun struct {
	c       batchCommand
	s       *session
	p       *processor
	scanner *inbox.Scanner
	print   *printer
	bar     bar
}

func openInbox(c batchCommand, s *session) (*inboxRun, error) {
	if info, err := os.Stat(c.Inbox); err != nil || !info.IsDir() {
		return nil, misuse("the inbox %s is no folder; name the folder that holds the cases", c.Inbox)
	}
	for _, dir := range []string{c.Out, c.Archive} {
		if dir == "" {
			continue
		}
		if err := inbox.CheckApart(c.Inbox, dir); err != nil {
			return nil, &exitError{exitMisused, err}
		}
	}
	p, err := newProcessor(s.ctx, c.shared, c.Again)
	if err != nil {
		return nil, err
	}
	return &inboxRun{c: c, s: s, p: p, scanner: inbox.New(c.Inbox, p.set.settle, time.Now), print: newPrinter(s, c.JSON)}, nil
}

// settled looks at the inbox, and once more after the settling time where a case still changes.
func (b *inboxRun) settled() (inbox.Sight, error) {
	sight, err := b.scanner.Scan()
	if err != nil || len(sight.Waiting) == 0 {
		return sight, err
	}
	if !sleep(b.s.ctx, b.p.set.settle) {
		return sight, b.s.ctx.Err()
	}
	return b.scanner.Scan()
}

// do works on the entries and moves each to the archive, if there is one, after its result is durable. A case that cannot be moved is
// told and stays; the others go on.
func (b *inboxRun) do(entries []inbox.Entry) error {
	byPath := map[string]inbox.Entry{}
	var jobs []job
	for _, e := range entries {
		byPath[e.Path] = e
		jobs = append(jobs, fileJob(e.Path))
	}
	var unmoved error
	err := b.p.all(b.s.ctx, jobs, func(d done) {
		b.bar.remove()
		b.print.tell(d)
		unmoved = errors.Join(unmoved, b.archive(byPath[d.job.path], !d.unprocessed()))
		b.bar.step()
	})
	return errors.Join(err, unmoved)
}

func (b *inboxRun) archive(e inbox.Entry, ok bool) error {
	if b.c.Archive == "" {
		return nil
	}
	_, err := inbox.Archive(e, b.c.Archive, ok)
	if errors.Is(err, inbox.ErrChanged) {
		b.print.warn("%v", err)
		return nil
	}
	return err
}

// sleep waits, and returns false where the context ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
