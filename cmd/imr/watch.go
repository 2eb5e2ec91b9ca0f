package main

import (
	"time"

	"imr/internal/inbox"
)

type watchCommand struct {
	batchCommand `embed:""`
}

// The shortest and the longest time between two looks at the inbox.
const (
	shortestPause = 50 * time.Millisecond
	longestPause  = 5 * time.Second
)

// Run does cases as they become complete, until it is told to stop; then the cases under way are finished. It looks at the folder
// again and again: events are lost on busy disks and never come from network shares.
func (c watchCommand) Run(s *session) error {
	b, err := openInbox(c.batchCommand, s)
	if err != nil {
		return err
	}
	defer b.p.close()
	b.print.warn("watching %s; stop with Ctrl-C", c.Inbox)
	w := &watch{inboxRun: b, told: map[string]bool{}}
	for {
		if err := w.look(); err != nil && !stopped(err) {
			return err
		}
		if !sleep(s.ctx, min(max(b.p.set.settle/2, shortestPause), longestPause)) {
			b.print.report()
			b.print.warn("stopped")
			return b.print.verdict()
		}
	}
}

// watch remembers what it did, so that each thing is done and told once.
type watch struct {
	*inboxRun
	did  map[string]string // the look of each complete entry when it was done, by its path
	told map[string]bool   // what was told of things that are no case
}

// look does the entries that look other than when they were last done.
func (w *watch) look() error {
	sight, err := w.scanner.Scan()
	if err != nil {
		return err
	}
	for _, sentence := range sight.Strange {
		if !w.told[sentence] {
			w.told[sentence] = true
			w.print.warn("%s", sentence)
		}
	}
	var fresh []inbox.Entry
	did := map[string]string{}
	for _, e := range sight.Complete {
		if w.did[e.Path] != e.Look {
			fresh = append(fresh, e)
		}
		did[e.Path] = e.Look
	}
	w.did = did
	if len(fresh) == 0 {
		return nil
	}
	return w.do(fresh)
}
