package engine

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"imr/internal/casefile"
	"imr/internal/inbox"
	"imr/internal/ledger"
	"imr/internal/output"
)

// take enters an entry of the inbox in the ledger. One whose content is done is told at once; one that is to be done, or that waits for
// another entry with the same content, is told when that is done.
func (e *Engine) take(ctx context.Context, entry inbox.Entry) error {
	in, err := casefile.Load(entry.Path)
	if err != nil && !isMistake(err) {
		e.atOnce(entry, Event{Err: err})
		return nil
	}
	err = e.ready(ctx, in)
	if errors.Is(err, casefile.ErrChanged) {
		e.warn("%s: %v", entry.Path, err)
		return nil
	}
	if err != nil {
		return err
	}
	t, fresh, err := e.claim(ctx, in, entry.Path)
	if err != nil {
		return err
	}
	switch {
	case fresh || t.State == ledger.Pending:
		e.await(t.Folder, entry, fresh)
	case e.o.Again && e.Folder.Adopted(t.Folder):
		e.atOnce(entry, Event{Task: t, Err: &AdoptedError{e.Folder.Dir(t.Folder)}})
	default:
		e.atOnce(entry, Event{Task: t, Already: true})
	}
	return nil
}

// AdoptedError says that a case is not done again, because a reviewer has adopted its result.
type AdoptedError struct{ Dir string }

func (e *AdoptedError) Error() string { return e.Dir + ": " + output.ErrAdopted.Error() }
func (e *AdoptedError) Unwrap() error { return output.ErrAdopted }

func (e *Engine) claim(ctx context.Context, in casefile.Case, path string) (ledger.Task, bool, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return ledger.Task{}, false, err
	}
	now := e.o.Now()
	c := ledger.Case{ID: in.ID, Base: output.Name(in.ID), Content: in.Hash, Path: abs, Urgent: in.Known.Priority == expedited, Due: Due(in.Known.Admin, now), Again: e.o.Again}
	return e.Ledger.Claim(ctx, c, e.Folder, now)
}

// await remembers an entry until its folder's case ends. The case's own entry comes first.
func (e *Engine) await(folder string, entry inbox.Entry, own bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if own {
		e.waits[folder] = slices.Insert(e.waits[folder], 0, entry)
		return
	}
	e.waits[folder] = append(e.waits[folder], entry)
}

func (e *Engine) atOnce(entry inbox.Entry, ev Event) {
	e.mu.Lock()
	defer e.mu.Unlock()
	ev.Path, ev.ID = entry.Path, casefile.ID(entry.Path)
	e.end(entry, ev)
}
