package pipeline

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/conc/pool"
)

// The reasons for which an input fails here.
var (
	ErrPanic   = errors.New("the program failed, which is a mistake in it")
	ErrTooLong = errors.New("it took too long and was given up; look for a damaged or very large file in it")
)

// ahead is for how many inputs a worker results may be kept while they wait for an earlier one.
const ahead = 4

// Run works on every input, workers at once, and delivers the results in the order of the inputs, one at a time, as soon as each is
// ready and those before it are delivered. A panic in one input (ErrPanic), or one that takes longer than limit (ErrTooLong),
// becomes failed(in, err) and stops no other. Where the context ends, no further input is begun, those under way are waited for and
// delivered, and its error is returned.
//
// Work that does not return in time keeps its goroutine until it does: Go cannot end it. Its result is dropped.
func Run[In, Out any](ctx context.Context, workers int, limit time.Duration, in []In, work func(context.Context, In) Out, failed func(In, error) Out, deliver func(int, Out)) error {
	workers = max(workers, 1)
	slots := make(chan chan Out, ahead*workers) // in the order of the inputs; full while an early one is slow
	var begun conc.WaitGroup
	begun.Go(func() {
		defer close(slots)
		p := pool.New().WithMaxGoroutines(workers)
		defer p.Wait()
		for _, v := range in {
			slot := make(chan Out, 1)
			slots <- slot
			p.Go(func() {
				defer close(slot)
				if ctx.Err() == nil {
					slot <- One(ctx, limit, v, work, failed)
				}
			})
		}
	})
	i := 0
	for slot := range slots {
		if out, ok := <-slot; ok {
			deliver(i, out)
		}
		i++
	}
	begun.Wait()
	return ctx.Err()
}

// One works on one input, guarded against panics (ErrPanic) and against taking longer than limit (ErrTooLong), as Run does.
func One[In, Out any](ctx context.Context, limit time.Duration, v In, work func(context.Context, In) Out, failed func(In, error) Out) Out {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	done := make(chan Out, 1)
	go func() {
		var out Out
		if r := panics.Try(func() { out = work(ctx, v) }); r != nil {
			out = failed(v, fmt.Errorf("%w: %v", ErrPanic, r.Value))
		}
		done <- out
	}()
	clock := time.NewTimer(limit)
	defer clock.Stop()
	select {
	case out := <-done:
		return out
	case <-clock.C:
		return failed(v, fmt.Errorf("not done after %s: %w", limit, ErrTooLong))
	}
}

// Beside does something while a companion goes on beside it, whose context ends when it is done. Both errors are returned.
func Beside(ctx context.Context, companion func(context.Context) error, do func() error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- companion(ctx) }()
	err := do()
	stop()
	return errors.Join(err, <-ended)
}
