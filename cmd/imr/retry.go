package main

import (
	"fmt"
	"os"

	"imr/internal/ledger"
)

type retryCommand struct {
	Cases []string `arg:"" name:"id" help:"Cases that imr status lists as failed or unreadable, by the name of their folder."`
	Out   string   `short:"o" required:"" placeholder:"OUT" help:"Folder of the results."`
	onLedger
}

// Run takes cases up again that were given up. What is wrong with one is told, and the others are taken up all the same.
func (c retryCommand) Run(s *session) error {
	l, err := c.open(s.ctx, c.Out)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }() // what it wrote is durable
	list, err := l.All(s.ctx)
	if err != nil {
		return err
	}
	byFolder := map[string]ledger.Task{}
	for _, t := range list {
		byFolder[t.Folder] = t
	}
	messages, wrong := newPrinter(s, false), 0
	for _, id := range c.Cases {
		t, known := byFolder[id]
		if sentence := c.refusal(t, known); sentence != "" {
			wrong++
			messages.warn("%s %s", id, sentence)
			continue
		}
		if err := l.Retry(s.ctx, t.Folder); err != nil {
			return err
		}
		messages.line("%s  is done again by the next batch, or by the watch that runs", id)
	}
	if wrong > 0 {
		return misuse("%d of %d cases were not taken up", wrong, len(c.Cases))
	}
	return nil
}

// refusal says why a case is not taken up, or "".
func (c retryCommand) refusal(t ledger.Task, known bool) string {
	switch {
	case !known:
		return "is no case in " + c.Out + "; imr status lists them"
	case adoptedIn(c.Out)(t.Folder):
		return "is adopted by a reviewer, and no run replaces it"
	case t.State == ledger.Pending:
		return "is still to be done"
	case t.Path == "":
		return "was done by imr run, which keeps no note of where its records lie; run it again"
	}
	if _, err := os.Lstat(t.Path); err != nil {
		return fmt.Sprintf("lies no longer at %s; put it into the inbox again", t.Path)
	}
	return ""
}
