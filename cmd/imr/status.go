package main

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"imr/internal/ledger"
	"imr/internal/report"
)

type statusCommand struct {
	Out  string `arg:"" help:"Folder of the results."`
	CSV  bool   `name:"csv" xor:"form" help:"Print a table for a spreadsheet."`
	JSON bool   `name:"json" xor:"form" help:"Print JSON lines, one a case."`
	Page bool   `name:"html" xor:"form" help:"Print the whole report as a page for a browser."`
	onLedger
}

// Run says where each case stands. It reads only, also while a batch or a watch works.
func (c statusCommand) Run(s *session) error {
	l, err := c.open(s.ctx, c.Out)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }() // was only read
	list, err := l.All(s.ctx)
	if err != nil {
		return err
	}
	now := time.Now()
	rows := report.Rows(list, adoptedIn(c.Out), now)
	switch {
	case c.CSV:
		return report.CSV(s.stdout, rows)
	case c.JSON:
		for _, r := range rows {
			if err := printJSON(s.stdout, r); err != nil {
				return err
			}
		}
		return nil
	case c.Page:
		return report.Summarize(rows, now.AddDate(0, 0, -1), now).HTML(s.stdout)
	}
	return report.Status(s.stdout, rows)
}

// onLedger is the flag of the commands that look into a ledger.
type onLedger struct {
	Config string `placeholder:"FILE" help:"The configuration of batch or watch, where it names a database."`
}

// open opens the ledger of an output folder that has one, or that of the configuration's database.
func (f onLedger) open(ctx context.Context, out string) (*ledger.Ledger, error) {
	set, err := shared{Config: f.Config}.settings()
	if err != nil {
		return nil, err
	}
	if set.database != "" {
		return ledger.OpenServer(ctx, set.database)
	}
	dir := filepath.Join(out, ".imr")
	if _, err := os.Stat(filepath.Join(dir, "ledger.db")); err != nil {
		return nil, misuse("%s holds no ledger, so nothing was done there: %v; name the folder that batch or watch writes to", out, pathless(err))
	}
	return ledger.Open(ctx, dir)
}

// adoptedIn says of a folder's name whether a reviewer has made the result there final.
func adoptedIn(out string) func(string) bool {
	return func(folder string) bool {
		_, err := os.Stat(filepath.Join(out, folder, "final.json"))
		return err == nil
	}
}
