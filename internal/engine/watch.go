package engine

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// The shortest and the longest time between two looks at the inbox.
const (
	shortestPause = 50 * time.Millisecond
	longestPause  = 5 * time.Second
)

// Watch does cases as they become complete, until the context ends; then the cases under way are finished or released. It looks at the
// folder again and again: events are lost on busy disks and never come from network shares. What fails around it, as a full disk or an
// inbox that is away, is told and tried again.
func (e *Engine) Watch(ctx context.Context) error {
	if err := errors.Join(e.sweep(ctx), e.feed(ctx, true), e.queue.Start(ctx)); err != nil {
		return errors.Join(err, e.stop(ctx))
	}
	w := &watch{Engine: e, told: map[string]bool{}}
	for {
		err := w.look(ctx)
		w.say(err)
		if err == nil {
			w.well()
		}
		if !w.rest(ctx, min(max(e.o.Settle/2, shortestPause), longestPause)) {
			return e.stop(ctx)
		}
	}
}

// rest waits until the next look and keeps the queue filled; it returns false where the context ended.
func (w *watch) rest(ctx context.Context, pause time.Duration) bool {
	for next := time.Now().Add(pause); time.Now().Before(next); {
		if !sleep(ctx, time.Until(next), w.changed) {
			return false
		}
		w.say(w.feed(ctx, false))
	}
	return true
}

// watch remembers what it did, so that each thing is done and told once.
type watch struct {
	*Engine
	did  map[string]string // the look of each complete entry when it was taken in, by its path
	told map[string]bool   // what was told of things that are no case
}

// look takes in the entries that look other than when they were last taken in.
func (w *watch) look(ctx context.Context) error {
	sight, err := w.scanner.Scan()
	if err != nil {
		return err
	}
	for _, sentence := range sight.Strange {
		if !w.told[sentence] {
			w.told[sentence] = true
			w.warn("%s", sentence)
		}
	}
	_, fresh, _ := w.left()
	did := map[string]string{}
	for _, entry := range sight.Complete {
		if w.did[entry.Path] != entry.Look {
			fresh = append(fresh, entry)
		}
		did[entry.Path] = entry.Look
	}
	err = w.room(ctx)
	if err == nil {
		err = w.takeAll(ctx, fresh)
	}
	if err == nil {
		w.did = did
	}
	return errors.Join(err, w.others(ctx), w.feed(ctx, true)) // also what imr retry took up meanwhile
}

// room is an error while no further case is taken in: the disk is nearly full, or too many cases wait already.
func (w *watch) room(ctx context.Context) error {
	free, err := w.Folder.Free()
	if err != nil {
		return err
	}
	if free < w.o.LeastFree {
		return fmt.Errorf("less than %d MiB are free on the disk of the output folder; no further case is taken in until there is more room", w.o.LeastFree>>20)
	}
	waiting, err := w.Ledger.Pending(ctx)
	if err == nil && waiting >= w.o.MostPending {
		err = fmt.Errorf("%d cases or more wait to be done; no further case is taken in until some of them are", w.o.MostPending)
	}
	return err
}
