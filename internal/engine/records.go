package engine

import (
	"context"
	"errors"
	"fmt"

	"imr/internal/casefile"
	"imr/internal/inbox"
	"imr/internal/ledger"
	"imr/internal/vault"
)

// ready makes sure, before a case is claimed, that it can be done whatever becomes of the inbox; or that its result is there.
func (e *Engine) ready(ctx context.Context, in casefile.Case) error {
	t, known, err := e.Ledger.Look(ctx, in.Hash)
	if err != nil {
		return err
	}
	if known && !e.o.Again {
		switch t.State {
		case ledger.Dead, ledger.Purged:
			return nil
		case ledger.Done:
			if there, err := e.relay(ctx, t); there || err != nil {
				return err
			}
		}
	}
	return e.Vault.PutRecords(ctx, in)
}

// examine works on a case: where it lies, if it still is there as it was claimed and was all the time; else on the records that the store
// keeps of it.
func (e *Engine) examine(ctx context.Context, t ledger.Task) Outcome {
	path := e.pathOf(t)
	look := inbox.LookAt(path)
	in, err := casefile.Load(path)
	if err == nil && in.Hash == t.Content || isMistake(err) && in.Hash == t.Content {
		out := e.o.Work(ctx, in, err)
		if ctx.Err() != nil || inbox.LookAt(path) == look {
			return out
		}
	}
	return e.fromStore(ctx, t, e.o.Work)
}

func isMistake(err error) bool {
	var mistake *casefile.TOMLError
	return errors.As(err, &mistake)
}

// errSurroundings says that a failure is not the case's own: it counts as no try.
var errSurroundings = errors.New("the records could not be taken from the store")

func surroundings(err error) error { return fmt.Errorf("%w: %w", errSurroundings, err) }

// fromStore does something with the records that the store keeps.
func (e *Engine) fromStore(ctx context.Context, t ledger.Task, do func(context.Context, casefile.Case, error) Outcome) Outcome {
	dir, clear, err := e.Folder.Scratch()
	if err != nil {
		return Outcome{Err: surroundings(err)}
	}
	defer clear()
	in, err := e.Vault.Records(ctx, t.Content, t.Path, dir)
	switch {
	case errors.Is(err, vault.ErrNone), errors.Is(err, vault.ErrDamaged):
		return Outcome{Err: fmt.Errorf("%s: %w", t.Path, errGone)}
	case err != nil && !isMistake(err):
		return Outcome{Err: surroundings(err)}
	}
	return do(ctx, in, err)
}

// forget removes a content's records from the store when nothing is to be done with them any more. What cannot be removed now is swept
// at the next start.
func (e *Engine) forget(ctx context.Context, content string) {
	if list, err := e.Ledger.PendingOf(ctx, content); err != nil || len(list) > 0 {
		return
	}
	if err := e.Vault.RemoveRecords(ctx, content); err != nil {
		e.warn("records that are not needed any more stay in the store until the next start: %v", err)
	}
}

// sweep removes the records of cases that ended in a process that was killed.
func (e *Engine) sweep(ctx context.Context) error {
	waits, err := e.Ledger.PendingContents(ctx)
	if err != nil {
		return err
	}
	return e.Vault.EachRecords(ctx, func(content string) error {
		if waits[content] {
			return nil
		}
		_, known, err := e.Ledger.Look(ctx, content)
		if err != nil || !known {
			return err // put, and not claimed yet
		}
		return e.Vault.RemoveRecords(ctx, content)
	})
}
