package engine

import (
	"context"
	"errors"
	"fmt"
	"time"

	"imr"
	"imr/internal/casefile"
	"imr/internal/inbox"
	"imr/internal/ledger"
	"imr/internal/output"
	"imr/internal/pipeline"
)

// mostTries is how often a case is tried whose failure may pass.
const mostTries = 3

// errGone says that the records are not there any more as they were claimed.
var errGone = errors.New("its records were taken away or changed before it was done; what lies in the inbox now is looked at anew")

// work does the next task of a content. It is called by the queue, from many goroutines.
func (e *Engine) work(ctx context.Context, content string) time.Duration {
	safe := context.WithoutCancel(ctx) // the ledger is written whole also while the program ends
	list, err := e.ledger.PendingOf(safe, content)
	if err != nil {
		e.fail(err)
		return e.o.Rest
	}
	if len(list) == 0 {
		return 0
	}
	e.begin(list[0].Folder)
	pause, err := e.try(ctx, safe, list[0])
	if err != nil {
		e.fail(errors.Join(err, e.ledger.Release(safe, list[0].Folder)))
		return e.o.Rest
	}
	if pause == 0 && len(list) > 1 {
		return time.Millisecond
	}
	return pause
}

// begin notes that this process works on a folder's case, and will tell its end.
func (e *Engine) begin(folder string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.mine[folder] = true
}

// try does a task once. An error is a failure of the surroundings, and none of the case.
func (e *Engine) try(ctx, safe context.Context, t ledger.Task) (time.Duration, error) {
	t.Began = e.o.Now()
	if err := e.ledger.Begin(safe, t.Folder, t.Began); err != nil {
		return 0, err
	}
	t.Tries++
	out := pipeline.One(ctx, e.o.Limit, t, e.examine, e.gaveUp)
	switch {
	case errors.Is(out.Err, context.Canceled):
		return e.o.Rest, e.ledger.Release(safe, t.Folder) // stopped under way: the next run does it
	case errors.Is(out.Err, errGone):
		t.State, t.Reason, t.Ended = ledger.Gone, errGone.Error(), e.o.Now()
		if err := e.ledger.End(safe, t); err != nil {
			return 0, err
		}
		e.tell(Event{Task: t, Err: out.Err})
		return 0, nil
	case mayPass(out.Err) && t.Tries < mostTries:
		e.warn("%s: %v; it is tried again", t.ID, out.Err)
		return time.Duration(t.Tries) * e.o.Rest, e.ledger.Postpone(safe, t.Folder, out.Err.Error())
	}
	return 0, e.keep(safe, t, out)
}

// mayPass reports whether a failure may pass by itself: a busy machine or a disk that stumbled. A mistake of the program does not.
func mayPass(err error) bool {
	var sentence *casefile.TOMLError
	return err != nil && !errors.Is(err, pipeline.ErrPanic) && !errors.As(err, &sentence)
}

// examine reads the case and has it worked on, if it still is what was claimed, and was all the time.
func (e *Engine) examine(ctx context.Context, t ledger.Task) Outcome {
	path := e.pathOf(t)
	look := inbox.LookAt(path)
	in, err := casefile.Load(path)
	var mistake *casefile.TOMLError
	switch {
	case errors.Is(err, casefile.ErrNotFound):
		return Outcome{Err: fmt.Errorf("%s: %w", path, errGone)}
	case err != nil && !errors.As(err, &mistake):
		return Outcome{Err: err}
	case in.Hash != t.Content:
		return Outcome{Err: fmt.Errorf("%s: %w", path, errGone)}
	}
	out := e.o.Work(ctx, in, err)
	if ctx.Err() == nil && inbox.LookAt(path) != look {
		return Outcome{Err: fmt.Errorf("%s: %w", path, errGone)}
	}
	return out
}

// pathOf is where a case lies, in the words of this run: the ledger's path is absolute.
func (e *Engine) pathOf(t ledger.Task) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, entry := range e.waits[t.Folder] {
		if samePath(entry.Path, t.Path) {
			return entry.Path
		}
	}
	return t.Path
}

// gaveUp is the outcome of a case that took too long or that the program itself failed on.
func (e *Engine) gaveUp(t ledger.Task, err error) Outcome {
	in, loadErr := casefile.Load(e.pathOf(t))
	if loadErr != nil && in.Hash == "" {
		return Outcome{Err: err}
	}
	return e.o.GaveUp(in, err)
}

// keep writes a result and tells it.
func (e *Engine) keep(safe context.Context, t ledger.Task, out Outcome) error {
	err := Keep(safe, e.store, e.ledger, t, out, e.o.Now())
	if err != nil && !errors.Is(err, output.ErrAdopted) {
		return err
	}
	if err != nil {
		out.Err = err
	}
	e.tell(Event{Task: ended(t, out, e.o.Now()), Decision: out.Decision, Written: err == nil && out.Files != nil, Err: out.Err, Note: out.Note})
	return nil
}

// Keep writes a result and ends its task in the ledger, in this order: a crash between the two has the same bytes written once more. An
// *AdoptedError says that the folder was adopted and is left as it is; any other is a failure of the surroundings.
func Keep(ctx context.Context, store *output.Store, book *ledger.Ledger, t ledger.Task, out Outcome, now time.Time) error {
	var refused error
	if out.Files != nil {
		later, err := book.Later(ctx, t.Folder)
		if err != nil {
			return err
		}
		err = store.Write(output.Result{Name: t.Folder, Earlier: t.Earlier, Later: later, Files: out.Files})
		if errors.Is(err, output.ErrAdopted) {
			refused, err = &AdoptedError{store.Dir(t.Folder)}, nil
		}
		if err != nil {
			return err
		}
	}
	return errors.Join(refused, book.End(ctx, ended(t, out, now)))
}

// ended is a task as it is when its outcome is kept.
func ended(t ledger.Task, out Outcome, now time.Time) ledger.Task {
	t.State, t.Ended, t.Reason = ledger.Done, now, ""
	if mayPass(out.Err) || errors.Is(out.Err, pipeline.ErrPanic) {
		t.State = ledger.Dead
	}
	if out.Err != nil {
		t.Reason = out.Err.Error()
	}
	if out.Decision.Schema != "" {
		t = summarize(t, out.Decision)
	}
	return t
}

// summarize notes in a task what the lists and reports tell of its decision. What the records say of its dates stands in for what
// case.toml does not.
func summarize(t ledger.Task, d imr.Decision) ledger.Task {
	t.Status = d.Status
	t.Detail = ledger.Detail{Outcomes: map[string]int{}}
	for _, it := range d.Items {
		t.Detail.Outcomes[string(it.Outcome)]++
		if it.Outcome == imr.Refer {
			t.Detail.Referred = append(t.Detail.Referred, it.Rules...)
		}
	}
	for _, in := range d.Inputs {
		t.Detail.Pages += in.Pages
		t.Detail.Unread += len(in.Unread)
	}
	t.Urgent = d.Case.Priority != nil && *d.Case.Priority == expedited
	t.Due = Due(adminOf(d.Case), t.Seen)
	return t
}
