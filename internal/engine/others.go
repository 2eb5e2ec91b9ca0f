package engine

import (
	"context"
	"time"

	"imr/internal/ledger"
)

// skew is by how much the clocks of machines that share a ledger may differ.
const skew = time.Hour

// others tells the ends of cases that other machines did, when their results lie in this one's folder too.
func (e *Engine) others(ctx context.Context) error {
	if e.o.Server == "" {
		return nil
	}
	list, err := e.Ledger.EndedSince(ctx, e.began.Add(-skew))
	if err != nil {
		return err
	}
	for _, t := range list {
		if !e.waitsFor(t) {
			continue
		}
		if t.Result != "" {
			if err := e.Lay(ctx, t); err != nil {
				return err
			}
		}
		e.tell(Event{Task: t, Already: true})
	}
	return nil
}

// waitsFor reports whether an entry waits for a task that another machine does.
func (e *Engine) waitsFor(t ledger.Task) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.waits[t.Folder] != nil && !e.mine[t.Folder]
}
