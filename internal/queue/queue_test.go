package queue

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// harness is a queue whose work is told on a channel.
func harness(t *testing.T, dir string, work Work) *Queue {
	t.Helper()
	q, err := Open(t.Context(), dir, Options{Workers: 1, Grace: time.Millisecond, Log: slog.New(slog.DiscardHandler)}, work)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestUrgentJobsComeFirstAndEachOnce(t *testing.T) {
	did := make(chan string, 9)
	q := harness(t, t.TempDir(), func(_ context.Context, content string) time.Duration {
		did <- content
		return 0
	})
	jobs := []Job{{Content: "a"}, {Content: "b"}, {Content: "c", Urgent: true}}
	if err := errors.Join(q.Add(t.Context(), jobs), q.Add(t.Context(), jobs), q.Start(t.Context())); err != nil {
		t.Fatal(err)
	}
	got := <-did + <-did + <-did
	if err := q.Stop(t.Context()); err != nil || got != "cab" || len(did) != 0 {
		t.Errorf("did %s and %d more, %v", got, len(did), err)
	}
}

func TestAJobThatPausesHoldsUpNobody(t *testing.T) {
	did := make(chan string, 9)
	tries := 0
	q := harness(t, t.TempDir(), func(_ context.Context, content string) time.Duration {
		did <- content
		if content == "bad" {
			if tries++; tries < 3 {
				return 20 * time.Millisecond
			}
		}
		return 0
	})
	if err := errors.Join(q.Add(t.Context(), []Job{{Content: "bad", Urgent: true}, {Content: "a"}, {Content: "b"}}), q.Start(t.Context())); err != nil {
		t.Fatal(err)
	}
	got := ""
	for range 5 {
		got += <-did + " "
	}
	if err := q.Stop(t.Context()); err != nil || strings.Count(got, "bad") != 3 || strings.Index(got, "a ") > strings.LastIndex(got, "bad") {
		t.Errorf("did %s, %v", got, err)
	}
}

func TestStopEndsTheContextOfWorkAfterTheGrace(t *testing.T) {
	begun := make(chan bool, 1)
	q := harness(t, t.TempDir(), func(ctx context.Context, _ string) time.Duration {
		begun <- true
		<-ctx.Done()
		return time.Second
	})
	if err := errors.Join(q.Add(t.Context(), []Job{{Content: "a"}}), q.Start(t.Context())); err != nil {
		t.Fatal(err)
	}
	<-begun
	if err := q.Stop(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestTheQueueHoldsHashesOnly looks at the bytes on disk, and opens what a killed process left.
func TestTheQueueHoldsHashesOnly(t *testing.T) {
	dir := t.TempDir()
	q := harness(t, dir, func(context.Context, string) time.Duration { return 0 })
	if err := q.Add(t.Context(), []Job{{Content: "0123abcd", Urgent: true}}); err != nil {
		t.Fatal(err)
	}
	var args string
	if err := q.db.QueryRowContext(t.Context(), "SELECT json(args) FROM river_job").Scan(&args); err != nil || args != `{"content":"0123abcd"}` {
		t.Errorf("a job holds %s, %v", args, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "queue.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	again := harness(t, dir, func(context.Context, string) time.Duration { return 0 })
	n := 0
	if err := again.db.QueryRowContext(t.Context(), "SELECT count(*) FROM river_job").Scan(&n); err != nil || n != 0 {
		t.Errorf("%d jobs of an earlier process, %v", n, err)
	}
	if err := errors.Join(q.Stop(t.Context()), again.Stop(t.Context())); err != nil {
		t.Error(err)
	}
}
