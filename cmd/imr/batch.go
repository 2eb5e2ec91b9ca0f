package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"imr/internal/inbox"
)

type batchCommand struct {
	Inbox   string `arg:"" help:"Folder that holds the cases."`
	Again   bool   `help:"Do cases again that were done before."`
	Archive string `placeholder:"DIR" help:"Move finished cases to DIR/done or DIR/failed."`
	shared
}

// Run does every complete case of the inbox once. A case that still changes is looked at again after the settling time, and left for
// the next run if it has not come to rest.
func (c batchCommand) Run(s *session) (err error) {
	b, err := openInbox(c, s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.p.store.Close()) }()
	complete, waiting, err := b.scanner.Scan()
	if err != nil {
		return err
	}
	if len(waiting) > 0 {
		if !sleep(s.ctx, b.p.set.settle) {
			return s.ctx.Err()
		}
		if complete, waiting, err = b.scanner.Scan(); err != nil {
			return err
		}
	}
	if err := b.do(complete); err != nil {
		return err
	}
	for _, e := range waiting {
		fmt.Fprintf(s.stderr, "imr: %s still changes and is left for the next run\n", e.Name)
	}
	b.report()
	if b.print.unprocessed > 0 {
		return &exitError{code: exitUnprocessed}
	}
	return nil
}

// inboxRun is a run over an inbox, once or for ever.
type inboxRun struct {
	c       batchCommand
	s       *session
	p       *processor
	scanner *inbox.Scanner
	print   *printer
}

func openInbox(c batchCommand, s *session) (*inboxRun, error) {
	if info, err := os.Stat(c.Inbox); err != nil || !info.IsDir() {
		return nil, misuse("the inbox %s is no folder", c.Inbox)
	}
	for _, dir := range []string{c.Out, c.Archive} {
		if dir == "" {
			continue
		}
		if err := inbox.CheckApart(c.Inbox, dir); err != nil {
			return nil, &exitError{exitMisused, err}
		}
	}
	p, err := newProcessor(c.shared, c.Again)
	if err != nil {
		return nil, err
	}
	return &inboxRun{c, s, p, inbox.New(c.Inbox, p.set.settle, time.Now), newPrinter(s, c.JSON)}, nil
}

// do works on the entries and moves each to the archive, if there is one, after its result is durable.
func (b *inboxRun) do(entries []inbox.Entry) error {
	byPath := map[string]inbox.Entry{}
	var jobs []job
	for _, e := range entries {
		byPath[e.Path] = e
		jobs = append(jobs, fileJob(e.Path))
	}
	bar := progress(b.s.stderr, len(jobs))
	var moved error
	err := b.p.all(b.s.ctx, jobs, func(d done) {
		b.print.tell(d)
		_ = bar.Add(1)
		if b.c.Archive != "" {
			_, err := inbox.Archive(byPath[d.job.path], b.c.Archive, d.err == nil)
			moved = errors.Join(moved, err)
		}
	})
	return errors.Join(err, moved)
}

// progress is a bar on a terminal, and nothing elsewhere: there the lines of the cases tell how far the run is.
func progress(w io.Writer, n int) *progressbar.ProgressBar {
	f, ok := w.(*os.File)
	if !ok || n == 0 || !term.IsTerminal(int(f.Fd())) {
		return progressbar.DefaultSilent(int64(n))
	}
	return progressbar.NewOptions(n, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionClearOnFinish())
}

// report ends a batch: how many cases by status, how many items by outcome.
func (b *inboxRun) report() {
	if b.print.json {
		return
	}
	fmt.Fprintf(b.s.stdout, "\n%d cases: %s\n", b.print.cases, counts(b.print.statuses))
	if len(b.print.outcomes) > 0 {
		fmt.Fprintf(b.s.stdout, "items: %s\n", counts(b.print.outcomes))
	}
}

func counts(m map[string]int) string {
	var out []string
	for name, n := range m {
		out = append(out, fmt.Sprintf("%d %s", n, name))
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
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
