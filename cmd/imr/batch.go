package main

import (
	"context"
	"errors"
	"os"
	"time"

	"imr/internal/casefile"
	"imr/internal/engine"
	"imr/internal/inbox"
	"imr/internal/ledger"
	"imr/internal/monitor"
)

type batchCommand struct {
	inboxFlags
	Report string `placeholder:"DIR" help:"Write a report of the run to DIR: report.txt, report.html and report.json."`
	DryRun bool   `help:"List what would be done, and do nothing."`
}

// inboxFlags are the flags of the commands that do an inbox.
type inboxFlags struct {
	Inbox   string `arg:"" help:"Folder that holds the cases."`
	Again   bool   `help:"Do cases again that were done before."`
	Archive string `placeholder:"DIR" help:"Move finished cases to DIR/done, and those that could not be processed to DIR/failed."`
	shared
}

// stopGrace is how long cases under way may go on after the program is told to stop; then they are left for the next run.
const stopGrace = 20 * time.Second

// A watch takes no further case in while less than so many bytes are free, or so many cases wait.
const (
	leastFree   = 100 << 20
	mostPending = 10_000
)

// retryRest is how long a case rests that failed and may pass when it is tried again.
const retryRest = 2 * time.Second

// Run does every complete case of the inbox once, and ends with a report also where it is stopped or fails.
func (c batchCommand) Run(s *session) error {
	if err := c.check(); err != nil {
		return err
	}
	if c.DryRun {
		return c.dryRun(s)
	}
	began := time.Now()
	b, err := openInbox(c.inboxFlags, s)
	if err != nil {
		return err
	}
	defer b.p.close()
	sight, err := b.engine.Once(s.ctx, func(cases int) { b.bar = progress(s.stderr, cases) })
	b.bar.remove()
	remarks(b.print, sight)
	b.print.report()
	err = errors.Join(err, b.p.failures(context.WithoutCancel(s.ctx)))
	if c.Report != "" {
		err = errors.Join(err, b.p.nightly(context.WithoutCancel(s.ctx), c.Report, began))
	}
	if err != nil {
		return err
	}
	return b.print.verdict()
}

// inboxRun is a run over an inbox, once or for ever.
type inboxRun struct {
	p       *processor
	monitor *monitor.Monitor // nil where nobody asked for one
	engine  *engine.Engine
	print   *printer
	bar     bar
}

// check finds what is wrong with the naming of the folders.
func (c inboxFlags) check() error {
	if info, err := os.Stat(c.Inbox); err != nil || !info.IsDir() {
		return misuse("the inbox %s is no folder; name the folder that holds the cases", c.Inbox)
	}
	for _, dir := range []string{c.Out, c.Archive} {
		if dir == "" {
			continue
		}
		if err := inbox.CheckApart(c.Inbox, dir); err != nil {
			return &exitError{exitMisused, err}
		}
	}
	return nil
}

func openInbox(c inboxFlags, s *session) (*inboxRun, error) {
	p, err := newProcessor(s.ctx, c.shared)
	if err != nil {
		return nil, err
	}
	log, err := openLog(p.set.log)
	if err != nil {
		p.close()
		return nil, err
	}
	b := &inboxRun{p: p, print: newPrinter(s, c.JSON)}
	b.engine, err = engine.New(s.ctx, p.keeper, engine.Options{
		Inbox: c.Inbox, Archive: c.Archive, Again: c.Again, Workers: p.set.workers, Settle: p.set.settle, Limit: p.set.limit, Server: p.set.database, Grace: stopGrace, Rest: retryRest, LeastFree: leastFree, MostPending: mostPending,
		Now: time.Now, Log: log, Work: b.work, GaveUp: b.gaveUp, Tell: b.tell, Warn: b.print.warn,
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
	d.purged = ev.Purged()
	if ev.Task.Folder != "" && !d.purged {
		d.place = place{b.p.keeper.Folder.Dir(ev.Task.Folder), ev.Task.Folder, ev.Task.Earlier}
	}
	if d.already {
		d.decision.Status = statusIn(d.place.dir)
	}
	if b.monitor != nil && !ev.Already && ev.Task.Folder != "" {
		b.monitor.Ended(statusOf(ev), ev.Task.Ended.Sub(ev.Task.Began))
	}
	b.bar.remove()
	b.print.tell(d)
	if !ev.OK() && ev.Task.Folder != "" && !ev.Already {
		if err := b.p.failures(context.Background()); err != nil {
			b.print.warn("the page %s could not be written: %v", failedPage, err)
		}
	}
	b.bar.step()
}
