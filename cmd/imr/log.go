package main

import (
	"fmt"
	"log/slog"
	"os"

	"imr/internal/engine"
	"imr/internal/ledger"
)

// openLog opens the log of batch and watch, JSON lines that name contents by their hash; without a file nothing is logged. The file is
// open until the program ends.
func openLog(path string) (*slog.Logger, error) {
	if path == "" {
		return slog.New(slog.DiscardHandler), nil
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, misuse("the log %s cannot be written: %v", path, pathless(err))
	}
	return slog.New(slog.NewJSONHandler(f, nil)), nil
}

// statusOf is what the numbers tell of a case's end.
func statusOf(ev engine.Event) string {
	if ev.Task.State == ledger.Done && ev.Err == nil {
		return ev.Task.Status
	}
	return fmt.Sprintf("failed (%s)", ev.Task.State)
}
