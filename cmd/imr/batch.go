package main

import (
	"context"
	"log/slog"
	"os"
	"time"

	"imr/internal/casefile"
	"imr/internal/engine"
	"imr/internal/inbox"
	"imr/internal/ledger"
)

type batchCommand struct {
	Inbox   string `arg:"" help:"Folder that holds the cases."`
	Again   bool   `help:"Do cases again that were done before."`
	Archive string `placeholder:"DIR" help:"Move finished cases to DIR/done, and those that could not be processed to DIR/failed."`
	shared
}

// stopGrace is how long cases under way may go on after the program is told to stop; then they are left for the next run.
const stopGrace = 20 * time.Second

// retryRest is how long a case rests that failed and may pass when it is tried again.
const retryRest = 2 * time.Second

// Run does every complete case of the inbox once, and ends with a report also where it is stopped or fails.
func (c batchCommand) Run(s *session) error {
	b, err := openInbox(c, s)
	if err != nil {
		return err
	}
	defer b.p.close()
	sight, err := b.engine.Once(s.ctx, func(cases int) { b.bar = progress(s.stderr, cases) })
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
	p      *processor
	engine *engine.Engine
	print  *printer
	bar    bar
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
	p, err := newProcessor(s.ctx, c.shared)
	if err != nil {
		return nil, err
	}
	b := &inboxRun{p: p, print: newPrinter(s, c.JSON)}
	b.engine, err = engine.New(s.ctx, p.store, p.ledger, engine.Options{
		Inbox: c.Inbox, Archive: c.Archive, Again: c.Again, Workers: p.set.workers, Settle: p.set.settle, Limit: caseLimit, Grace: stopGrace, Rest: retryRest,
		Now: time.Now, Log: slog.New(slog.DiscardHandler), Work: b.work, GaveUp: b.gaveUp, Tell: b.tell, Warn: b.print.warn,
	})
	if err != nil {
		p.close()
		return nil, err
	}
	return b, nil
}

func (b *inboxRun) work(ctx context.Context, in casefile.Case, mistake error) engine.Outcome {
	return b.p.decide(ctx, in, mistake).outcome()
}

func (b *inboxRun) gaveUp(in casefile.Case, err error) engine.Outcome {
	return b.p.givenUp(in, err).outcome()
}

// tell prints the end of a case.
func (b *inboxRun) tell(ev engine.Event) {
	d := done{id: ev.ID, decision: ev.Decision, already: ev.Already, written: ev.Written, dead: ev.Task.State == ledger.Dead, err: ev.Err, unpublished: ev.Note}
	if ev.Task.Folder != "" {
		d.place = place{b.p.store.Dir(ev.Task.Folder), ev.Task.Folder, ev.Task.Earlier}
	}
	if d.already {
		d.decision.Status = statusIn(d.place.dir)
	}
	b.bar.remove()
	b.print.tell(d)
	b.bar.step()
}
