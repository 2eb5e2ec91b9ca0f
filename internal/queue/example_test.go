package queue_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"imr/internal/queue"
)

func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "queue")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	done := make(chan string, 1)
	work := func(_ context.Context, content string) time.Duration {
		done <- content
		return 0
	}
	q, err := queue.Open(ctx, dir, queue.Options{Workers: 1, Log: slog.New(slog.DiscardHandler)}, work)
	if err != nil {
		fmt.Println(err)
		return
	}
	err = errors.Join(q.Add(ctx, []queue.Job{{Content: "the hash of a content"}}), q.Start(ctx))
	fmt.Println(<-done, err, q.Stop(ctx))
	// Output: the hash of a content <nil> <nil>
}
