package main

import (
	"context"

	"imr/internal/monitor"
	"imr/internal/pipeline"
)

type watchCommand struct {
	inboxFlags
}

// Run does cases as they become complete, until it is told to stop; then the cases under way are finished, or left for the next run.
func (c watchCommand) Run(s *session) error {
	if err := c.check(); err != nil {
		return err
	}
	b, err := openInbox(c.inboxFlags, s)
	if err != nil {
		return err
	}
	defer b.p.close()
	b.print.warn("watching %s; stop with Ctrl-C", c.Inbox)
	err = b.watch(s)
	b.print.report()
	b.print.warn("stopped")
	if err != nil {
		return err
	}
	return b.print.verdict()
}

// watch watches, with a monitor beside it where one is asked for.
func (b *inboxRun) watch(s *session) (err error) {
	if b.p.set.listen == "" {
		return b.engine.Watch(s.ctx)
	}
	b.monitor, err = monitor.Open(b.p.set.listen, b.engine.Health, b.pending)
	if err != nil {
		return &exitError{exitMisused, err}
	}
	b.print.warn("health and numbers: http://%s/healthz and /metrics", b.monitor.Address())
	return pipeline.Beside(context.WithoutCancel(s.ctx), b.monitor.Serve, func() error { return b.engine.Watch(s.ctx) })
}

// pending is how many cases wait; -1 where the ledger cannot tell.
func (b *inboxRun) pending() float64 {
	n, err := b.p.keeper.Ledger.Pending(context.Background())
	if err != nil {
		return -1
	}
	return float64(n)
}
