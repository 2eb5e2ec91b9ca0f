package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"
	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Job is a content that is to be worked on. It holds nothing else: what is known of the case stands in the ledger.
type Job struct {
	Content string `json:"content"` // hexadecimal SHA-256
	Urgent  bool   `json:"-"`       // goes before those that are not
}

// Kind names the work in the database.
func (Job) Kind() string { return "case" }

// Work does what is to be done for a content. Where it asks for a pause, the content is brought again after that time.
type Work func(ctx context.Context, content string) (pause time.Duration)

// Queue brings jobs to a number of workers.
type Queue struct {
	client *river.Client[*sql.Tx]
	db     *sql.DB
}

// Options are how a queue works.
type Options struct {
	Workers int
	Grace   time.Duration // how long work under way may go on after Stop, before its context ends
	Log     *slog.Logger
	Rescue  time.Duration // on a server: after so long the work of a machine that does not end it is given to another
}

// Open makes an empty queue in a folder that this process has alone. One that an earlier process left is thrown away.
func Open(ctx context.Context, dir string, o Options, work Work) (*Queue, error) {
	path := filepath.Join(dir, "queue.db")
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("the queue %s cannot be made: %w", path, err)
		}
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return nil, fmt.Errorf("the queue %s cannot be made: %w", path, err)
	}
	// The queue need not outlive a failure of the machine, so nothing waits for the disk.
	db, err := sql.Open("sqlite", "file:"+escaped.Replace(path)+"?_pragma=busy_timeout(20000)&_pragma=journal_mode(WAL)&_pragma=synchronous(OFF)&_txlock=immediate")
	if err != nil {
		return nil, fmt.Errorf("the queue %s cannot be opened: %w", path, err)
	}
	db.SetMaxOpenConns(1) // river's driver for SQLite asks for it
	q := &Queue{db: db}
	if err := q.start(ctx, riversqlite.New(db), o, work); err != nil {
		return nil, errors.Join(fmt.Errorf("the queue %s cannot be started: %w", path, err), db.Close())
	}
	return q, nil
}

// escaped are the signs that mean something else in the address of a database.
var escaped = strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23")

// How often the queue looks for jobs: at least and at most.
const (
	shortestFetch = time.Millisecond
	longestFetch  = 100 * time.Millisecond
)

func (q *Queue) start(ctx context.Context, driver riverdriver.Driver[*sql.Tx], o Options, work Work) error {
	if err := migrate(ctx, driver); err != nil {
		return err
	}
	workers := river.NewWorkers()
	river.AddWorker(workers, &worker{work: work})
	timeout := time.Duration(-1) // the work limits itself
	if o.Rescue > 0 {
		timeout = o.Rescue - time.Second // without one, river rescues nothing
	}
	var err error
	q.client, err = river.NewClient(driver, &river.Config{
		Queues:  map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: o.Workers}},
		Workers: workers, Logger: o.Log, SoftStopTimeout: o.Grace, JobTimeout: timeout, RescueStuckJobsAfter: o.Rescue,
		FetchCooldown: shortestFetch, FetchPollInterval: longestFetch, CompletedJobRetentionPeriod: time.Hour,
	})
	return err
}

func migrate(ctx context.Context, driver riverdriver.Driver[*sql.Tx]) error {
	m, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err == nil {
		_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	}
	return err
}

// turn is the lock for which processes wait that make the queue's tables on a server.
const turn = 7_146_002

// OpenServer opens the queue that several machines share, in a PostgreSQL database. What one of them takes and does not end is brought to
// another after o.Rescue.
func OpenServer(ctx context.Context, url string, o Options, work Work) (*Queue, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, fmt.Errorf("the queue in the database cannot be opened: %w", err)
	}
	q := &Queue{db: db}
	if err := q.startServer(ctx, o, work); err != nil {
		return nil, errors.Join(fmt.Errorf("the queue in the database cannot be started: %w", err), db.Close())
	}
	return q, nil
}

func (q *Queue) startServer(ctx context.Context, o Options, work Work) error {
	gate, err := q.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = gate.Close() }() // the lock ends with its connection
	if _, err := gate.ExecContext(ctx, "SELECT pg_advisory_lock($1)", turn); err != nil {
		return err
	}
	if err := q.start(ctx, riverdatabasesql.New(q.db), o, work); err != nil {
		return err
	}
	_, err = gate.ExecContext(ctx, "SELECT pg_advisory_unlock($1)", turn)
	return err
}

// worker hands a job on. The ledger counts the tries, so a job never fails here: it is done, or comes again after a pause.
type worker struct {
	river.WorkerDefaults[Job]
	work Work
}

func (w *worker) Work(ctx context.Context, job *river.Job[Job]) error {
	if pause := w.work(ctx, job.Args.Content); pause > 0 {
		return river.JobSnooze(pause)
	}
	return nil
}

// carried are the states of a job that is still to come or under way: a content has one such job at most.
var carried = []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled}

// Add puts jobs into the queue, in their order; one that is in it already stays as it is.
func (q *Queue) Add(ctx context.Context, jobs []Job) error {
	if len(jobs) == 0 {
		return nil
	}
	var params []river.InsertManyParams
	for _, j := range jobs {
		priority := 2
		if j.Urgent {
			priority = 1
		}
		params = append(params, river.InsertManyParams{Args: j, InsertOpts: &river.InsertOpts{Priority: priority, UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: carried}}})
	}
	if _, err := q.client.InsertManyFast(ctx, params); err != nil {
		return fmt.Errorf("the queue could not be filled: %w", err)
	}
	return nil
}

// Start lets the workers begin.
func (q *Queue) Start(ctx context.Context) error { return q.client.Start(context.WithoutCancel(ctx)) }

// Stop takes no further job and returns when those under way have ended; their context ends after the grace.
func (q *Queue) Stop(ctx context.Context) error {
	return errors.Join(q.client.Stop(context.WithoutCancel(ctx)), q.db.Close())
}
