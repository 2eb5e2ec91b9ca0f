package engine

import (
	"context"
	"errors"
	"time"

	"imr"
	"imr/internal/casefile"
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
	list, err := e.Ledger.PendingOf(safe, content)
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
		e.fail(errors.Join(err, e.Ledger.Release(safe, list[0].Folder)))
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
	if err := e.Ledger.Begin(safe, t.Folder, t.Began); err != nil {
		return 0, err
	}
	t.Tries++
	out := pipeline.One(ctx, e.o.Limit, t, e.examine, e.gaveUp)
	switch {
	case errors.Is(out.Err, context.Canceled):
		return e.o.Rest, e.Ledger.Release(safe, t.Folder) // stopped under way: the next run does it
	case errors.Is(out.Err, errSurroundings):
		return 0, out.Err
	case errors.Is(out.Err, errGone):
		t.State, t.Reason, t.Ended = ledger.Gone, errGone.Error(), e.o.Now()
		if err := e.Ledger.End(safe, t); err != nil {
			return 0, err
		}
		e.forget(safe, t.Content)
		e.tell(Event{Task: t, Err: out.Err})
		return 0, nil
	case mayPass(out.Err) && t.Tries < mostTries:
		e.warn("%s: %v; it is tried again", t.ID, out.Err)
		return time.Duration(t.Tries) * e.o.Rest, e.Ledger.Postpone(safe, t.Folder, out.Err.Error())
	}
	return 0, e.keep(safe, t, out)
}

// mayPass reports whether a failure may pass by itself: a busy machine or a disk that stumbled. A mistake of the program does not.
func mayPass(err error) bool {
	var sentence *casefile.TOMLError
	return err != nil && !errors.Is(err, pipeline.ErrPanic) && !errors.As(err, &sentence)
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
	if loadErr == nil && in.Hash == t.Content || isMistake(loadErr) {
		return e.o.GaveUp(in, err)
	}
	return e.fromStore(context.Background(), t, func(_ context.Context, in casefile.Case, _ error) Outcome { return e.o.GaveUp(in, err) })
}

// keep keeps a result and tells it.
func (e *Engine) keep(safe context.Context, t ledger.Task, out Outcome) error {
	t, err := e.Keep(safe, t, out, e.o.Now())
	if err != nil && !errors.Is(err, output.ErrAdopted) {
		return err
	}
	if err != nil {
		out.Err = err
	}
	e.forget(safe, t.Content)
	e.tell(Event{Task: t, Decision: out.Decision, Written: err == nil && out.Files != nil, Err: out.Err, Note: out.Note})
	return nil
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
