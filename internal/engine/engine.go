package engine

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"imr"
	"imr/internal/casefile"
	"imr/internal/inbox"
	"imr/internal/ledger"
	"imr/internal/queue"
)

// Options are what an engine works with.
type Options struct {
	Inbox   string
	Archive string // where finished cases are moved, or ""
	Again   bool   // also what is done
	Workers int
	Settle  time.Duration // how long a case must not change
	Limit   time.Duration // how long one case may take

	LeastFree   uint64 // bytes: a watch takes no case in while less is free on the output's disk
	MostPending int    // a watch takes no case in while so many wait

	Grace  time.Duration // how long cases under way may go on after a stop
	Server string        // address of the PostgreSQL database that several machines share; "" where the folder is this process's alone
	Rest   time.Duration // before a case that failed, or the surroundings, are tried again
	Now    func() time.Time
	Log    *slog.Logger
	Work   func(ctx context.Context, in casefile.Case, mistake error) Outcome // mistake is that of its case.toml, or nil
	GaveUp func(in casefile.Case, err error) Outcome                          // the outcome of a case that Work failed on or took too long for
	Tell   func(Event)                                                        // called for one event after the other
	Warn   func(format string, args ...any)
}

// Outcome is what came of a case.
type Outcome struct {
	Decision imr.Decision
	Files    map[string][]byte // by name; nil where there is nothing to write
	Err      error             // why it could not be processed
	Note     error             // what a reader is told besides
}

// Event is the end of one case: of an entry of the inbox.
type Event struct {
	Path     string // of the entry
	ID       string
	Task     ledger.Task
	Decision imr.Decision
	Already  bool // its content was done before, or under another name
	Written  bool
	Err      error
	Note     error
}

// Purged reports whether the case was done once and its result was purged since.
func (e Event) Purged() bool { return e.Task.State == ledger.Purged }

// OK reports whether the case was processed.
func (e Event) OK() bool {
	return e.Err == nil && e.Task.Status != imr.Unreadable && e.Task.State != ledger.Dead
}

// Engine does the cases of one inbox.
type Engine struct {
	o Options
	Keeper
	queue   *queue.Queue
	scanner *inbox.Scanner
	changed chan struct{} // gets a signal after each event
	began   time.Time

	mu      sync.Mutex
	waits   map[string][]inbox.Entry // entries whose end is to be told, by folder
	mine    map[string]bool          // folders that this process works on
	fed     int                      // cases ended since the queue was filled
	anew    []inbox.Entry            // entries that are to be taken in once more
	trouble error                    // a failure of the surroundings, as a full disk
	said    string                   // the trouble that was told last
	unmoved error                    // what could not be moved to the archive
}

// New returns an engine that keeps its results in k. Without a server the ledger must be the folder's, and the folder this process's.
func New(ctx context.Context, k Keeper, o Options) (*Engine, error) {
	e := &Engine{o: o, Keeper: k, scanner: inbox.New(o.Inbox, o.Settle, o.Now), changed: make(chan struct{}, 1), waits: map[string][]inbox.Entry{}, mine: map[string]bool{}, began: o.Now()}
	var err error
	how := queue.Options{Workers: o.Workers, Grace: o.Grace, Log: o.Log}
	if o.Server == "" {
		e.queue, err = queue.Open(ctx, k.Folder.Inner(), how, e.work)
	} else {
		how.Rescue = o.Limit + rescueMargin
		e.queue, err = queue.OpenServer(ctx, o.Server, how, e.work)
	}
	return e, err
}

// rescueMargin is how much longer than a case may take another machine may be silent, until its case is given to another.
const rescueMargin = 10 * time.Second

// tell ends a case for every entry that waits for it: the first is its own, the others have the same content.
func (e *Engine) tell(ev Event) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.o.Log.Info("case ended", "content", ev.Task.Content, "state", ev.Task.State, "status", ev.Task.Status, "tries", ev.Task.Tries,
		"seconds", ev.Task.Ended.Sub(ev.Task.Began).Seconds(), "unread", ev.Task.Detail.Unread, "reason", kindOf(ev.Err))
	entries := e.waits[ev.Task.Folder]
	delete(e.waits, ev.Task.Folder)
	delete(e.mine, ev.Task.Folder)
	for i, entry := range entries {
		switch {
		case ev.Task.State == ledger.Gone && !samePath(entry.Path, ev.Task.Path):
			e.anew = append(e.anew, entry) // its content is still there, under this name
			continue
		case i > 0:
			ev.Already, ev.Written, ev.Err, ev.Note = true, false, nil, nil
		}
		ev.Path, ev.ID = entry.Path, casefile.ID(entry.Path)
		e.end(entry, ev)
	}
	e.fed++
	e.trouble, e.said = nil, ""
	e.signal()
}

func samePath(path, abs string) bool {
	p, err := filepath.Abs(path)
	return err == nil && p == abs
}

func (e *Engine) signal() {
	select {
	case e.changed <- struct{}{}:
	default:
	}
}

// end tells one entry's event and moves it to the archive.
func (e *Engine) end(entry inbox.Entry, ev Event) {
	e.o.Tell(ev)
	if e.o.Archive == "" || entry.Look == "" {
		return
	}
	to, err := inbox.Archive(entry, e.o.Archive, ev.OK())
	if err == nil && samePath(entry.Path, ev.Task.Path) {
		err = e.moved(ev.Task.Folder, to)
	}
	switch {
	case errors.Is(err, inbox.ErrChanged):
		e.o.Warn("%v", err)
	case err != nil:
		e.unmoved = errors.Join(e.unmoved, err)
	}
}

// moved notes where a case lies now, for who takes it up again.
func (e *Engine) moved(folder, to string) error {
	abs, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	return e.Ledger.Moved(context.Background(), folder, abs)
}

// fail notes a failure of the surroundings.
func (e *Engine) fail(err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.trouble = err
	e.signal()
}

// warn tells something while nothing else is told.
func (e *Engine) warn(format string, args ...any) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.o.Warn(format, args...)
}

// Health is nil while the surroundings let work be done. It names no case.
func (e *Engine) Health() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.said == "" && e.trouble == nil {
		return nil
	}
	return errors.New("work stands still; see the messages")
}

// say tells a trouble once while it lasts.
func (e *Engine) say(err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err = errors.Join(err, e.trouble); err == nil || errors.Is(err, context.Canceled) || err.Error() == e.said {
		return
	}
	e.said = err.Error()
	e.o.Log.Error("work stands still", "reason", kindOf(err))
	e.o.Warn("%v; it is tried again until it can be done", err)
}

// well forgets a trouble that is over.
func (e *Engine) well() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.trouble == nil {
		e.said = ""
	}
}

// stop ends the work and returns what could not be moved to the archive.
func (e *Engine) stop(ctx context.Context) error {
	err := e.queue.Stop(ctx)
	e.mu.Lock()
	defer e.mu.Unlock()
	return errors.Join(err, e.unmoved)
}

// ahead is how many cases the queue holds for each worker; the rest wait in the ledger, where their order is kept.
const ahead = 32

// feed fills the queue with the most urgent cases, when half of what it was given is done.
func (e *Engine) feed(ctx context.Context, always bool) error {
	e.mu.Lock()
	enough := !always && e.fed < e.o.Workers*ahead/2
	if !enough {
		e.fed = 0
	}
	e.mu.Unlock()
	if enough {
		return nil
	}
	list, err := e.Ledger.Next(ctx, e.o.Workers*ahead)
	if err != nil {
		return err
	}
	var jobs []queue.Job
	for _, t := range list {
		jobs = append(jobs, queue.Job{Content: t.Content, Urgent: t.Urgent})
	}
	return e.queue.Add(ctx, jobs)
}
