package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"imr/internal/inbox"
)

type watchCommand struct {
	batchCommand `embed:""`
}

// longestPause is the longest time between two looks at the inbox.
const longestPause = 5 * time.Second

// Run does cases as they become complete, until it is told to stop; then the cases under way are finished. It looks at the folder
// again and again: events are lost on busy disks and never come from network shares.
func (c watchCommand) Run(s *session) (err error) {
	b, err := openInbox(c.batchCommand, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.p.store.Close()) }()
	fmt.Fprintf(s.stderr, "imr: watching %s; stop with Ctrl-C\n", c.Inbox)
	told := map[string]string{} // what was done with each entry, so that it is told once
	for {
		complete, _, err := b.scanner.Scan()
		if err != nil {
			return err
		}
		if err := b.doNew(complete, told); err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
		if !sleep(s.ctx, min(max(b.p.set.settle/2, 50*time.Millisecond), longestPause)) {
			fmt.Fprintln(s.stderr, "imr: stopped")
			return nil
		}
	}
}

// doNew does the entries that look other than when they were last done.
func (b *inboxRun) doNew(complete []inbox.Entry, told map[string]string) error {
	var fresh []inbox.Entry
	for _, e := range complete {
		look := inbox.Look(e)
		if told[e.Path] != look {
			told[e.Path] = look
			fresh = append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return b.do(fresh)
}
