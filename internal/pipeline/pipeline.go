package pipeline

import (
	"context"
	"fmt"
	"time"

	"github.com/sourcegraph/conc"
	"github.com/sourcegraph/conc/panics"
	"github.com/sourcegraph/conc/pool"
)

// Run works on every input, workers at once, and delivers the results in the order of the inputs, one at a time, as soon as each is
// ready. A panic in one input, or one that takes longer than limit, becomes failed(in, err) and stops no other. Where the context
// ends, no further input is begun, those under way are waited for, and its error is returned.
//
// Work that does not return in time keeps its goroutine until it does: Go cannot end it. Its result is dropped.
func Run[In, Out any](ctx context.Context, workers int, limit time.Duration, in []In, work func(context.Context, In) Out, failed func(In, error) Out, deliver func(int, Out)) error {
	slots := make([]chan Out, len(in))
	for i := range slots {
		slots[i] = make(chan Out, 1)
	}
	var delivery conc.WaitGroup
	delivery.Go(func() {
		for i, slot := range slots {
			if out, ok := <-slot; ok {
				deliver(i, out)
			}
		}
	})
	p := pool.New().WithMaxGoroutines(max(workers, 1))
	for i, v := range in {
		p.Go(func() {
			defer close(slots[i])
			if ctx.Err() == nil {
				slots[i] <- one(ctx, limit, v, work, failed)
			}
		})
	}
	p.Wait()
	delivery.Wait()
	return ctx.Err()
}

// one works on one input, guarded against panics and against taking too long.
func one[In, Out any](ctx context.Context, limit time.Duration, v In, work func(context.Context, In) Out, failed func(In, error) Out) Out {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	done := make(chan Out, 1)
	go func() {
		var out Out
		if r := panics.Try(func() { out = work(ctx, v) }); r != nil {
			out = failed(v, fmt.Errorf("the program failed on this case: %v", r.Value))
		}
		done <- out
	}()
	clock := time.NewTimer(limit)
	defer clock.Stop()
	select {
	case out := <-done:
		return out
	case <-clock.C:
		return failed(v, fmt.Errorf("it was not done after %s and was given up; look for a damaged or very large file in it", limit))
	}
}
