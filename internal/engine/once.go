package engine

import (
	"context"
	"errors"
	"math"
	"time"

	"imr/internal/inbox"
)

// tick is how often a run looks whether there is something to do that nobody told it of.
const tick = time.Second

// Once does every complete case of the inbox, and what an earlier run left, and returns what else lies there. Where the context ends, the
// cases under way are finished or released, and its error is returned.
func (e *Engine) Once(ctx context.Context, begin func(cases int)) (inbox.Sight, error) {
	sight, err := e.scanner.Settled(ctx)
	if err != nil {
		return sight, errors.Join(err, e.stop(ctx))
	}
	begin(len(sight.Complete))
	err = e.sweep(ctx)
	if err == nil {
		err = e.takeAll(ctx, sight.Complete)
	}
	if err == nil {
		err = e.leftovers(ctx)
	}
	if err == nil {
		err = e.drain(ctx)
	}
	return sight, errors.Join(err, e.stop(ctx))
}

// leftovers waits also for what an earlier run claimed and did not end, wherever it lies.
func (e *Engine) leftovers(ctx context.Context) error {
	list, err := e.Ledger.Next(ctx, math.MaxInt32)
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, t := range list {
		if e.waits[t.Folder] == nil {
			e.waits[t.Folder] = []inbox.Entry{{Path: t.Path}}
		}
	}
	return nil
}

// drain works until nothing is left.
func (e *Engine) drain(ctx context.Context) error {
	if err := errors.Join(e.feed(ctx, true), e.queue.Start(ctx)); err != nil {
		return err
	}
	for {
		left, anew, err := e.left()
		if left == 0 && len(anew) == 0 || err != nil {
			return err
		}
		if err := errors.Join(e.takeAll(ctx, anew), e.feed(ctx, len(anew) > 0), e.others(ctx)); err != nil {
			return err
		}
		if len(anew) == 0 && !sleep(ctx, tick, e.changed) {
			return ctx.Err()
		}
	}
}

func (e *Engine) takeAll(ctx context.Context, entries []inbox.Entry) error {
	for _, entry := range entries {
		if err := errors.Join(ctx.Err(), e.take(ctx, entry)); err != nil {
			return err
		}
	}
	return nil
}

// left is how many entries are still to end, those that are to be taken in once more, and what stands in the way.
func (e *Engine) left() (int, []inbox.Entry, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	anew := e.anew
	e.anew = nil
	return len(e.waits), anew, e.trouble
}

// sleep waits for the time or for a signal, and returns false where the context ended first.
func sleep(ctx context.Context, d time.Duration, signal <-chan struct{}) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-signal:
		return true
	case <-ctx.Done():
		return false
	}
}
